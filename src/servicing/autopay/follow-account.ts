// What happened to the account since autopay was last looked at, told to it as events: each decides
// every debit that is set (PRODUCT D3).
import { type AutopayEvent, afterEvent } from '#src/domain/autopay/autopay-states.ts'
import { occurrencesFrom } from '#src/domain/autopay/debit-days.ts'
import { flagEvent } from '#src/domain/autopay/flag-events.ts'
import { installmentsOf, isChargedOff } from '#src/domain/autopay/installments-of.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import type { Tx } from '#src/store/database.ts'
import { readPaySources } from '#src/store/payments/funding-accounts.ts'
import type { ServicingContext } from '../context.ts'
import { autopayRules } from './autopay-rules.ts'
import type { HeldAutopay } from './autopay-state.ts'
import { type AutopayMove, isStillADay, moveAutopay } from './move-autopay.ts'
import { stoppable } from './take-back.ts'

/** Answers with the autopay after all of it. */
export async function followAccount(
  ctx: ServicingContext,
  tx: Tx,
  held: HeldAutopay,
): Promise<HeldAutopay> {
  const actor = { kind: 'system', id: 'autopay' } as const
  const event = endOf(ctx, held) ?? flagged(held)
  const move: Move | null = event
    ? { event }
    : ((await sourceMove(ctx, tx, held)) ?? deferral(ctx, held))
  return move === null ? held : moveAutopay(ctx, tx, held, { ...move, actor })
}

type Move = Omit<AutopayMove, 'actor'>

type Event = Exclude<AutopayEvent, 'set'>

function endOf(ctx: ServicingContext, held: HeldAutopay): Event | null {
  const { account, ledger, autopay, today } = held
  if (account.status === 'closed') return 'paidOff'
  if (isChargedOff(ledger)) return 'chargedOff'
  const contract = installmentsOf(ledger)
  const next = occurrencesFrom(autopay.terms, contract, today).next()
  const { stopped, going } = stoppable(ctx, held)
  // What is still on its way may be the payment that closes the account.
  if (!next.done || stopped.length + going.length > 0) return null
  const { ends } = autopay.terms
  const isOver = occurrencesFrom({ ...autopay.terms, ends: null }, contract, today).next().done
  return ends !== null && !isOver ? 'endDateReached' : 'scheduleOver'
}

/** A flag that autopay has not followed yet; what ends it comes before what makes it wait. */
function flagged({ flags, autopay }: HeldAutopay): Event | null {
  const events = flags.flatMap((flag) => flagEvent(flag, autopay.obligorId) ?? [])
  const after = events.flatMap((event) => {
    const next = afterEvent(autopay.state, event)
    return next ? [{ event, state: next.state }] : []
  })
  return (after.find(({ state }) => state === 'ended') ?? after[0])?.event ?? null
}

/** What became of the bank account or the card that it takes from. */
async function sourceMove(ctx: ServicingContext, tx: Tx, held: HeldAutopay): Promise<Move | null> {
  const { autopay } = held
  if (autopay.state === 'needsAttention') return null
  const own = await readPaySources(tx, autopay)
  const source = own.find(({ id }) => id === autopay.fundingAccountId)
  const [removed, stopped] = autopay.byCard
    ? (['cardRemoved', 'cardStopped'] as const)
    : (['bankAccountRemoved', 'bankAccountStopped'] as const)
  if (!source) return { event: removed }
  if (source.state === 'stopped' || source.state === 'failed') return { event: stopped }
  const { expiresOn } = source
  if (expiresOn === null || lastWithin(ctx, held) <= expiresOn) return null
  const { lastFour, bankName } = source
  const details = { kind: 'card', lastFour, bankName, expiresOn }
  return { event: 'cardExpires', details, goodUntil: expiresOn }
}

/** The last day, within reach, on which something is to be taken. */
function lastWithin(ctx: ServicingContext, held: HeldAutopay): CivilDate {
  const { autopay, ledger, today } = held
  const through = addDays(today, autopayRules(ctx.lender, today).daysAhead)
  let last = today
  for (const { on } of occurrencesFrom(autopay.terms, installmentsOf(ledger), today)) {
    if (on > through) break
    last = on
  }
  return last
}

/** A debit that can be stopped and whose day is no longer one of the contract's. */
function deferral(ctx: ServicingContext, held: HeldAutopay): Move | null {
  const { stopped } = stoppable(ctx, held)
  const moved = held.debits.some(
    (debit) =>
      debit.state === 'made' &&
      stopped.some(({ id }) => id === debit.paymentId) &&
      !isStillADay(held, debit),
  )
  return moved ? { event: 'deferred' } : null
}

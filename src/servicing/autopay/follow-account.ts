// What happened to the account since autopay was last looked at, told to it as events: each decides
// every debit that is set (PRODUCT D3).
import { type AutopayEvent, afterEvent } from '#src/domain/autopay/autopay-states.ts'
import { occurrencesFrom } from '#src/domain/autopay/debit-days.ts'
import { flagEvent } from '#src/domain/autopay/flag-events.ts'
import { installmentsOf, isChargedOff } from '#src/domain/autopay/installments-of.ts'
import type { Tx } from '#src/store/database.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import type { ServicingContext } from '../context.ts'
import type { HeldAutopay } from './autopay-state.ts'
import { isStillADay, moveAutopay } from './move-autopay.ts'
import { stoppable } from './take-back.ts'

/** Answers with the autopay after all of it. */
export async function followAccount(
  ctx: ServicingContext,
  tx: Tx,
  held: HeldAutopay,
): Promise<HeldAutopay> {
  const actor = { kind: 'system', id: 'autopay' } as const
  const event =
    endOf(ctx, held) ?? flagged(held) ?? (await bankEvent(tx, held)) ?? deferral(ctx, held)
  return event === null ? held : moveAutopay(ctx, tx, held, { event, actor })
}

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

async function bankEvent(tx: Tx, { autopay }: HeldAutopay): Promise<Event | null> {
  if (autopay.state === 'needsAttention') return null
  const own = await readFundingAccounts(tx, autopay)
  const account = own.find(({ id }) => id === autopay.fundingAccountId)
  if (!account) return 'bankAccountRemoved'
  return account.state === 'stopped' || account.state === 'failed' ? 'bankAccountStopped' : null
}

/** A debit that can be stopped and whose day is no longer one of the contract's. */
function deferral(ctx: ServicingContext, held: HeldAutopay): Event | null {
  const { stopped } = stoppable(ctx, held)
  const moved = held.debits.some(
    (debit) =>
      debit.state === 'made' &&
      stopped.some(({ id }) => id === debit.paymentId) &&
      !isStillADay(held, debit),
  )
  return moved ? 'deferred' : null
}

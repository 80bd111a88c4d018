// One event of an autopay: its new state, the debits it stops, the row that says why, the message,
// the line of the audit. Nothing else writes its state, so nothing changes in silence.
import { type AutopayEvent, afterEvent } from '#src/domain/autopay/autopay-states.ts'
import { debitDays } from '#src/domain/autopay/debit-days.ts'
import { installmentsOf } from '#src/domain/autopay/installments-of.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import type { AutopayChange } from '#src/store/autopay/autopay-changes.ts'
import { type AutopayDebit, replaceAutopayDebit } from '#src/store/autopay/autopay-debits.ts'
import { type Autopay, updateAutopay } from '#src/store/autopay/autopays.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import type { ServicingContext } from '../context.ts'
import { type HeldAutopay, readMoney } from './autopay-state.ts'
import { recordChange } from './record-change.ts'
import { type StoppedDebits, takeBack } from './take-back.ts'

export type AutopayMove = {
  readonly event: Exclude<AutopayEvent, 'set'>
  readonly actor: AutopayChange['actor']
  readonly details?: Readonly<Record<string, string>>
  /** What else the event changes. */
  readonly change?: Partial<
    Pick<Autopay, 'terms' | 'fundingAccountId' | 'byCard' | 'authorizationText' | 'authorizedAt'>
  >
  readonly idempotencyKey?: string
  /** The last day of the card, where it expires. */
  readonly goodUntil?: CivilDate
}

/** Answers with the autopay as it stands then; unchanged where the event means nothing to it. */
export async function moveAutopay(
  ctx: ServicingContext,
  tx: Tx,
  held: HeldAutopay,
  move: AutopayMove,
): Promise<HeldAutopay> {
  const next = afterEvent(held.autopay.state, move.event)
  if (next === null) return held
  const at = ctx.clock.now()
  const taken = await takenBack(ctx, tx, held, { move, fate: next.debits })
  const autopay: Autopay = {
    ...held.autopay,
    ...move.change,
    state: next.state,
    stateReason: move.event,
    reviewOn: next.state === 'ended' ? null : addDays(held.today, 1),
    changedAt: at,
  }
  await updateAutopay(tx, held.account, autopay)
  if (next.debits === 'replanned') await reopenSkipped(tx, held, at)
  const details = { ...move.details, ...listed(taken) }
  const { event: reason, actor, idempotencyKey = null } = move
  const account = await recordChange(ctx, tx, {
    account: held.account,
    autopay,
    change: { from: held.autopay.state, reason, actor, details, idempotencyKey },
  })
  return { ...held, account, autopay, ...(await readMoney(tx, autopay)) }
}

/** New terms open every day again; new due dates those that are no longer days of a debit. */
async function takenBack(
  ctx: ServicingContext,
  tx: Tx,
  held: HeldAutopay,
  of: { move: AutopayMove; fate: 'stay' | 'canceled' | 'replanned' },
): Promise<StoppedDebits> {
  if (of.fate === 'stay') return { stopped: [], going: [] }
  const { goodUntil, event } = of.move
  // A card that is good until a day pays what comes before it.
  if (event === 'cardExpires' && goodUntil)
    return takeBack(ctx, tx, held, (debit) => debit === undefined || debit.day > goodUntil)
  if (event !== 'deferred') return takeBack(ctx, tx, held)
  return takeBack(ctx, tx, held, (debit) => debit !== undefined && !isStillADay(held, debit))
}

/** Whether the contract as it is now still has the debit's day for its installment. */
export function isStillADay(held: HeldAutopay, { installment, day }: AutopayDebit): boolean {
  const contract = installmentsOf(held.ledger)
  return debitDays(held.autopay.terms.day, contract, installment).includes(day)
}

async function reopenSkipped(tx: Tx, held: HeldAutopay, at: string): Promise<void> {
  for (const debit of held.debits)
    if (debit.state === 'skipped' && debit.day >= held.today)
      await replaceAutopayDebit(tx, held.account, { id: debit.id, at })
}

/** Days and amounts, for the message: "2026-12-05 51255,2027-01-05 51255". */
function listed({ stopped, going }: StoppedDebits): Record<string, string> {
  const text = (payments: readonly Payment[]) =>
    payments.map(({ effectiveDate, amount }) => `${effectiveDate} ${amount}`).join(',')
  return {
    ...(stopped.length > 0 && { stopped: text(stopped) }),
    ...(going.length > 0 && { going: text(going) }),
  }
}

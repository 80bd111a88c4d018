// A payment by card that goes back to its card: from its own day it never counted.
// Example: 513.12 of 2026-11-24 with a fee of 1.50: 514.62 goes back, and what it paid is owed
// again.
import type { AccountEvent } from '../account/event.ts'
import { replay } from '../account/replay.ts'
import type { CivilDate } from '../calendar.ts'
import { type Cents, plus, ZERO_CENTS } from '../money.ts'
import {
  type MoneyAnswer,
  type MoneyOrder,
  moneyRefused,
  type OrderedAccount,
  type OrderPlan,
} from './money-order.ts'

/** A payment by card that counts, with all that was charged for it. */
export type CountedCard = {
  readonly paymentId: string
  readonly eventId: string
  readonly effectiveDate: CivilDate
  readonly amount: Cents
}

export function planCardRefund(
  order: Extract<MoneyOrder, { kind: 'cardRefund' }>,
  account: OrderedAccount,
): MoneyAnswer<OrderPlan> {
  const { accountId, eventId, paymentId } = order
  const counted = countedCards(account).find((each) => each.eventId === eventId)
  const isSame =
    counted?.paymentId === paymentId &&
    counted.amount === order.amount &&
    counted.effectiveDate === order.effectiveDate
  if (!isSame) return moneyRefused('cardNotRefundable')
  // What it left in suspense may have been used or sent back since.
  const without = replay(account.events.filter(({ id }) => id !== eventId))
  if (without.position.suspense < 0) return moneyRefused('moneyGone')
  const { effectiveDate } = counted
  const payload = { kind: 'reversal', of: eventId, reason: 'correction', code: null } as const
  return { ok: true, value: [{ accountId, facts: [{ effectiveDate, payload }] }] }
}

/** In the order in which they count. */
export function countedCards({ ledger }: Pick<OrderedAccount, 'ledger'>): readonly CountedCard[] {
  const steps: readonly { readonly event: AccountEvent }[] = ledger.steps
  return steps.flatMap(({ event }) => {
    const { id: eventId, effectiveDate, payload } = event
    if (payload.kind !== 'payment' || payload.channel !== 'card') return []
    const { paymentId, amount, fee } = payload
    if (paymentId === null) return []
    return [{ paymentId, eventId, effectiveDate, amount: plus(amount, fee?.amount ?? ZERO_CENTS) }]
  })
}

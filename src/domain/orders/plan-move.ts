// A payment that was posted to the wrong account: it never counted there, and counts on the right
// one from the day on which it came.
import type { AccountEvent } from '../account/event.ts'
import { replay } from '../account/replay.ts'
import {
  type MoneyAnswer,
  type MoneyOrder,
  moneyRefused,
  type OrderedAccount,
  type OrderPlan,
} from './money-order.ts'

/**
 * Only money that came by mail, at the counter or by file: what a borrower gave by the portal is
 * bound to their own account, and a bank may still take it back from there.
 */
export function isMovable({ payload }: AccountEvent): boolean {
  return payload.kind === 'payment' && payload.paymentId === null && WAYS.has(payload.channel)
}

const WAYS: ReadonlySet<string> = new Set(['mail', 'branch', 'file'])

export function planMove(
  order: Extract<MoneyOrder, { kind: 'move' }>,
  accounts: ReadonlyMap<string, OrderedAccount>,
): MoneyAnswer<OrderPlan> {
  const { accountId, toAccountId, eventId } = order
  const [from, to] = [accounts.get(accountId), accounts.get(toAccountId)]
  if (!from || !to) return moneyRefused('accountNotFound')
  if (accountId === toAccountId) return moneyRefused('sameAccount')
  const steps: readonly { readonly event: AccountEvent }[] = from.ledger.steps
  const event = steps.find((step) => step.event.id === eventId)?.event
  if (!event || !isMovable(event)) return moneyRefused('paymentNotMovable')
  const { effectiveDate, payload } = event
  if (payload.kind !== 'payment' || payload.amount !== order.amount)
    return moneyRefused('paymentNotMovable')
  const boarded = to.ledger.steps[0]?.event.effectiveDate ?? effectiveDate
  if (effectiveDate < boarded) return moneyRefused('datedTooFarBack', { day: boarded })
  // What it left in suspense may have been sent back since.
  const without = replay(from.events.filter(({ id }) => id !== eventId))
  if (without.position.suspense < 0) return moneyRefused('moneyGone')
  const reversal = { kind: 'reversal', of: eventId, reason: 'correction', code: null } as const
  const value = [
    { accountId, facts: [{ effectiveDate, payload: reversal }] },
    { accountId: toAccountId, facts: [{ effectiveDate, payload }] },
  ]
  return { ok: true, value }
}

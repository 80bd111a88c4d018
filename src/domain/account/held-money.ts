// Money held in suspense that leaves it, and a late charge that is forgiven.
// Example: 25.63 charged, 10.00 of it paid, all of it forgiven: 15.63 is no longer owed, and the
// 10.00 that was paid for nothing is held for the customer.
import { type Cents, minus, plus, smaller } from '../money.ts'
import type { Move } from '../rules/apply.ts'

type Held = { readonly suspense: Cents; readonly lateCharges: Cents }

/** Sends money out of suspense; what came in for it elsewhere is an event of its own. */
export function applyRelease<P extends Held>(
  position: P,
  amount: Cents,
): { position: P; moves: Move[] } {
  return {
    position: { ...position, suspense: minus(position.suspense, amount) },
    moves: [{ debit: 'suspense', credit: 'cash', amount }],
  }
}

/** Forgives so much of late charges; what of it was paid by then is held. */
export function applyWaiver<P extends Held>(
  position: P,
  amount: Cents,
): { position: P; moves: Move[] } {
  const open = smaller(position.lateCharges, amount)
  const paid = minus(amount, open)
  return {
    position: {
      ...position,
      lateCharges: minus(position.lateCharges, open),
      suspense: plus(position.suspense, paid),
    },
    moves: [
      { debit: 'writeOff', credit: 'lateChargesReceivable', amount: open },
      { debit: 'writeOff', credit: 'suspense', amount: paid },
    ],
  }
}

// What one debit of a lease finds unpaid: its installment with taxes, and charges beside it. Never
// more than is left to pay.
import { type LeaseLedger, stepOn } from '../account/ledger.ts'
import { type Cents, cents, larger, minus, plus, smaller, ZERO_CENTS } from '../money.ts'
import { expectedLeasePosition } from '../paying/lease-effect.ts'
import { totalOfInstallments } from '../rules/lease-position.ts'
import type { Occurrence } from './debit-days.ts'
import type { DebitOrder, Owed } from './owed.ts'
import { isKept } from './owed.ts'
import { withPlanned } from './planned-ledger.ts'

/** Null once every payment of the lease is made. */
export function leaseOwedOf(ledger: LeaseLedger, at: Occurrence, order: DebitOrder): Owed | null {
  const { planned, terms } = order
  const { schedule, counted } = stepOn(withPlanned(ledger, planned, at.due), at.due).after
  const { totalPayment: payment, installments } = schedule
  if (payment === 0) return null
  const alone = stepOn(ledger, at.on).after.counted
  const all = totalOfInstallments(schedule)
  const left = minus(all, counted)
  if (left === 0 && (planned.length === 0 || alone === all)) return null
  const onDay = expectedLeasePosition(withPlanned(ledger, planned, at.on), at.on)
  const charges = plus(onDay.lateCharges, onDay.fees)
  const missing = unpaidThrough(at.installment, { payment, counted })
  const isPart = missing > 0 && isKept(at, order, installments.length)
  return {
    base: isPart ? payment : missing,
    whole: payment,
    closing: plus(left, terms.charges === 'taken' ? charges : ZERO_CENTS),
    charges,
    pastDue: larger(ZERO_CENTS, cents(payment * (at.installment - 1) - counted)),
    isSet: alone >= payment * at.installment ? 'paid' : 'set',
    closes: 'lastPayment',
  }
}

function unpaidThrough(installment: number, of: { payment: Cents; counted: Cents }): Cents {
  const { payment, counted } = of
  return smaller(payment, larger(ZERO_CENTS, cents(payment * installment - counted)))
}

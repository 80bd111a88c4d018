// What a payment does to a lease account. A lease has no interest or principal to choose between:
// money goes to what is due, then to charges, then it prepays; only what exceeds all installments
// is held.
// Example: 300.00 when 256.94 is due and a late charge of 12.85 is open: 256.94, 12.85, and 30.21
// toward the next installment.
import type { CivilDate } from '../calendar.ts'
import { type Cents, minus, plus, smaller } from '../money.ts'
import { type LeasePosition, payableThroughCurrent, totalOfInstallments } from './lease-position.ts'
import { type LeaseSplit, splitCounted } from './lease-split.ts'

export type LeasePaymentTerms = {
  readonly amount: Cents
  /** The part that the obligor directed to late charges and fees, taken first. */
  readonly toCharges: Cents
}

/** Where the money of one payment went; installments, charges, fees and suspense add up to it. */
export type LeaseAllocation = {
  readonly installments: Cents
  readonly lateCharges: Cents
  readonly fees: Cents
  readonly suspense: Cents
  /** What the part for installments consists of; its lines add up to `installments`. */
  readonly split: LeaseSplit
}

/**
 * Applies a payment received on `on`. Installments due by the next due date come before charges, so
 * that a charge never makes an installment late (no pyramiding, 16 CFR 444.4).
 */
export function applyLeasePayment(
  position: LeasePosition,
  payment: LeasePaymentTerms,
  on: CivilDate,
): { position: LeasePosition; allocation: LeaseAllocation } {
  const { schedule, counted } = position
  const directed = payCharges(position, smaller(payment.toCharges, payment.amount))
  let left = minus(payment.amount, plus(directed.lateCharges, directed.fees))
  const due = smaller(left, payableThroughCurrent(position, on))
  const open = {
    lateCharges: minus(position.lateCharges, directed.lateCharges),
    fees: minus(position.fees, directed.fees),
  }
  left = minus(left, due)
  const undirected = payCharges(open, left)
  left = minus(left, plus(undirected.lateCharges, undirected.fees))
  const ahead = smaller(left, minus(totalOfInstallments(schedule), plus(counted, due)))
  const after = plus(counted, due, ahead)
  const allocation = {
    installments: plus(due, ahead),
    lateCharges: plus(directed.lateCharges, undirected.lateCharges),
    fees: plus(directed.fees, undirected.fees),
    suspense: minus(left, ahead),
    split: splitCounted(schedule, { from: counted, to: after }),
  }
  return { position: positionAfter(position, allocation), allocation }
}

function positionAfter(position: LeasePosition, allocation: LeaseAllocation): LeasePosition {
  return {
    ...position,
    counted: plus(position.counted, allocation.installments),
    lateCharges: minus(position.lateCharges, allocation.lateCharges),
    fees: minus(position.fees, allocation.fees),
    suspense: plus(position.suspense, allocation.suspense),
  }
}

/** Late charges before fees. */
function payCharges(open: { lateCharges: Cents; fees: Cents }, available: Cents) {
  const lateCharges = smaller(available, open.lateCharges)
  return { lateCharges, fees: smaller(minus(available, lateCharges), open.fees) }
}

// What a payment that is only being considered would do to a lease. By the same law that posts it:
// what is due first, then charges, and what is more prepays the next installments.
// Example: 300.00 when 256.94 is due and nothing else is open: 43.06 toward the next installment.
import { explainLeaseStep } from '../account/lease-activity.ts'
import { leaseChargesToAssess } from '../account/lease-late-charges.ts'
import { type LeaseLedger, stepOn } from '../account/ledger.ts'
import type { CivilDate } from '../calendar.ts'
import type { Explanation } from '../explanation.ts'
import { type Cents, minus, plus, sum, ZERO_CENTS } from '../money.ts'
import type { PaymentTerms } from '../rules/apply.ts'
import type { Installment } from '../rules/installments.ts'
import { applyLeasePayment, type LeaseAllocation } from '../rules/lease-apply.ts'
import {
  type LeaseAmountDue,
  type LeasePosition,
  leaseAmountDue,
  leaseInstallmentsPaid,
  nextLeaseInstallment,
  pastDueLeaseInstallments,
  prepaidOn,
  totalOfInstallments,
} from '../rules/lease-position.ts'
import type { AmountChoice } from './loan-effect.ts'

export type LeaseEffect = {
  readonly product: 'lease'
  readonly terms: PaymentTerms
  readonly allocation: LeaseAllocation
  readonly explanation: Explanation | null
  /** Installments paid in full after it. */
  readonly paidAfter: number
  readonly nextDueAfter: Installment | null
  /** What is late even so; `nextDueAfter` is then the oldest of it. */
  readonly pastDueAfter: Cents
  /** Money that counts for installments due after that day. */
  readonly prepaidAfter: Cents
}

/** Where the lease will stand on `on`, with late charges that will be owed by then. */
export function expectedLeasePosition(ledger: LeaseLedger, on: CivilDate): LeasePosition {
  const position = stepOn(ledger, on).after
  const toCome = sum(leaseChargesToAssess(ledger, on).map(({ amount }) => amount))
  return { ...position, lateCharges: plus(position.lateCharges, toCome) }
}

/** What is due if it is paid on `on`. */
export function leaseDueOn(ledger: LeaseLedger, on: CivilDate): LeaseAmountDue {
  return leaseAmountDue(expectedLeasePosition(ledger, on), on)
}

/** All that is left to pay: installments through the last one, late charges and fees. */
export function leftOfLease(ledger: LeaseLedger, on: CivilDate): Cents {
  const { schedule, counted, lateCharges, fees } = expectedLeasePosition(ledger, on)
  return plus(minus(totalOfInstallments(schedule), counted), lateCharges, fees)
}

/**
 * The choice in cents and as the law takes it; null where a lease has no such choice: it has no
 * principal and no payoff, and extra money does what any other amount does.
 */
export function leaseTermsOf(
  ledger: LeaseLedger,
  choice: AmountChoice,
  on: CivilDate,
): PaymentTerms | null {
  const due = leaseDueOn(ledger, on)
  const terms = (amount: Cents): PaymentTerms => ({
    amount,
    extra: 'installments',
    extraAmount: null,
    toCharges: ZERO_CENTS,
  })
  switch (choice.choice) {
    case 'due':
      return terms(due.total)
    case 'pastDue':
      return terms(due.pastDue)
    case 'other':
      return terms(choice.amount ?? ZERO_CENTS)
    default:
      return null
  }
}

/** The effect of paying `terms` on `on`. */
export function leaseEffectOf(
  ledger: LeaseLedger,
  terms: PaymentTerms,
  on: CivilDate,
): LeaseEffect {
  const before = expectedLeasePosition(ledger, on)
  const { position, allocation } = applyLeasePayment(before, terms, on)
  const payload = { kind: 'payment', ...terms, paymentId: null, channel: 'ach' } as const
  const event = { id: 'considered', seq: 0, effectiveDate: on, postedAt: '', payload } as const
  return {
    product: 'lease',
    terms,
    allocation,
    explanation: explainLeaseStep({ event, before, after: position, split: allocation }),
    paidAfter: leaseInstallmentsPaid(position),
    nextDueAfter: nextLeaseInstallment(position),
    pastDueAfter: sum(pastDueLeaseInstallments(position, on).map(({ amount }) => amount)),
    prepaidAfter: prepaidOn(position, on),
  }
}

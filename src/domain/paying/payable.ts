// What can be paid on an account and what paying it does, whatever was signed.
import type { AccountLedger } from '../account/ledger.ts'
import { quoteOn } from '../account/quote.ts'
import { positionOn } from '../account/replay.ts'
import type { CivilDate } from '../calendar.ts'
import { type Cents, cents } from '../money.ts'
import { applyPayment, type PaymentTerms } from '../rules/apply.ts'
import { type AmountDue, type Installment, nextInstallment } from '../rules/installments.ts'
import { applyLeasePayment } from '../rules/lease-apply.ts'
import { nextLeaseInstallment } from '../rules/lease-position.ts'
import type { Payoff } from '../rules/payoff.ts'
import {
  expectedLeasePosition,
  type LeaseEffect,
  leaseDueOn,
  leaseEffectOf,
  leaseTermsOf,
  leftOfLease,
} from './lease-effect.ts'
import {
  type AmountChoice,
  dueOn,
  effectOf,
  expectedPosition,
  type LoanEffect,
  termsOf,
} from './loan-effect.ts'

export type PaymentEffect = LoanEffect | LeaseEffect

/** What is due if it is paid on `on`. */
export function dueFor(ledger: AccountLedger, on: CivilDate): AmountDue {
  return ledger.product === 'loan' ? dueOn(ledger, on) : leaseDueOn(ledger, on)
}

/** Null where the account has no such choice. */
export function termsFor(
  ledger: AccountLedger,
  choice: AmountChoice,
  on: CivilDate,
): PaymentTerms | null {
  return ledger.product === 'loan' ? termsOf(ledger, choice, on) : leaseTermsOf(ledger, choice, on)
}

export function effectFor(
  ledger: AccountLedger,
  terms: PaymentTerms,
  on: CivilDate,
): PaymentEffect {
  return ledger.product === 'loan' ? effectOf(ledger, terms, on) : leaseEffectOf(ledger, terms, on)
}

/** More is never taken: what closes a loan, or all that is left to pay of a lease. */
export function mostOwed(ledger: AccountLedger, on: CivilDate): Cents {
  return ledger.product === 'loan' ? quoteOn(ledger, on).total : leftOfLease(ledger, on)
}

/** Null: a lease has none. */
export function payoffFor(ledger: AccountLedger, on: CivilDate): Payoff | null {
  return ledger.product === 'loan' ? quoteOn(ledger, on) : null
}

/** The payment of the contract, a lease's with its taxes. */
export function contractPayment(ledger: AccountLedger): Cents {
  return ledger.product === 'loan' ? ledger.contract.payment : ledger.position.schedule.totalPayment
}

/** The oldest installment that will not be paid on `on` as things stand. */
export function nextUnpaid(ledger: AccountLedger, on: CivilDate): Installment | null {
  return ledger.product === 'loan'
    ? nextInstallment(positionOn(ledger, on), on)
    : nextLeaseInstallment(expectedLeasePosition(ledger, on))
}

/** What a payment will bring toward installments, by the law that will count it. */
export function countedBy(ledger: AccountLedger, terms: PaymentTerms, on: CivilDate): Cents {
  if (ledger.product === 'loan') {
    const before = expectedPosition(ledger, on)
    return cents(applyPayment(before, terms, on).position.counted - before.counted)
  }
  const before = expectedLeasePosition(ledger, on)
  return cents(applyLeasePayment(before, terms, on).position.counted - before.counted)
}

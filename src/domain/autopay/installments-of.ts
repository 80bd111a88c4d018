// What autopay asks of a contract: its due dates and what each installment comes to, a loan's as it
// is extended, a lease's as its schedule has them.
import type { AccountLedger } from '../account/ledger.ts'
import { stepOn } from '../account/ledger.ts'
import { positionOn } from '../account/replay.ts'
import { assert } from '../assert.ts'
import type { CivilDate } from '../calendar.ts'
import type { LeaseSchedule } from '../contract/lease-schedule.ts'
import type { LoanContract } from '../contract/loan.ts'
import { dueDate } from '../contract/schedule.ts'
import type { Cents } from '../money.ts'
import { numberDueOnOrAfter } from '../rules/installments.ts'
import { nextLeaseInstallment } from '../rules/lease-position.ts'
import { isRepaid } from '../rules/position.ts'

export type Installments = LoanContract | LeaseSchedule

export function installmentsOf(ledger: AccountLedger): Installments {
  return ledger.product === 'loan' ? ledger.position.contract : ledger.position.schedule
}

export function isLease(of: Installments): of is LeaseSchedule {
  return 'installments' in of
}

/** Due date of installment `number`, from 1. */
export function dueOf(of: Installments, number: number): CivilDate {
  if (!isLease(of)) return dueDate(of, number)
  const installment = of.installments[number - 1]
  assert(installment, `a lease has a payment ${number}`)
  return installment.due
}

export function countOf(of: Installments): number {
  return isLease(of) ? of.installments.length : of.payments
}

/** The payment of the contract, a lease's with its taxes. */
export function paymentOf(of: Installments): Cents {
  return isLease(of) ? of.totalPayment : of.payment
}

export function startOf(of: Installments): CivilDate {
  return isLease(of) ? of.contract.start : of.start
}

export function isMonthly(of: Installments): boolean {
  return isLease(of) || of.frequency === 'monthly'
}

/** Number of the first installment due on or after `on`; null after the last. */
export function firstFrom(of: Installments, on: CivilDate): number | null {
  if (!isLease(of)) return numberDueOnOrAfter(of, on)
  return of.installments.find(({ due }) => due >= on)?.number ?? null
}

/** Whether no installment is left to pay at the end of `on`. */
export function isAllPaid(ledger: AccountLedger, on: CivilDate): boolean {
  return ledger.product === 'loan'
    ? isRepaid(positionOn(ledger, on), on)
    : nextLeaseInstallment(stepOn(ledger, on).after) === null
}

/** Given up as lost: no installment is due any more. */
export function isChargedOff(ledger: AccountLedger): boolean {
  return ledger.product === 'loan' && ledger.position.chargedOff !== null
}

// Which installments are paid, what is due and how late it is. Money counts toward the oldest
// installment first.
// Example: 512.55 a month, 27 paid, nothing past due on 2026-11-24: next is installment 28, 512.55
// on 2026-12-05.
import { addDays, type CivilDate, daysBetween, partsOf } from '../calendar.ts'
import type { LoanContract } from '../contract/loan.ts'
import { dueDate, periodsPerYear } from '../contract/schedule.ts'
import { type Cents, cents, larger, minus, plus, smaller, sum, ZERO_CENTS } from '../money.ts'
import { interestDue, isRepaid, type LoanPosition } from './position.ts'

export type Installment = {
  readonly number: number
  readonly due: CivilDate
  /** What is still unpaid of it. */
  readonly amount: Cents
}

/** Installments paid in full. The last one is paid when the account owes nothing. */
export function installmentsPaid(position: LoanPosition): number {
  const { contract, counted } = position
  if (contract.payment === 0) return 0
  return Math.min(contract.payments - 1, Math.floor(counted / contract.payment))
}

/** The oldest installment not yet paid in full, or null when the loan is repaid. */
export function nextInstallment(position: LoanPosition, on: CivilDate): Installment | null {
  // Charged off, the whole debt is due and no installment is; once repaid, only charges may be.
  if (position.chargedOff !== null || isRepaid(position, on)) return null
  return installmentAt(position, installmentsPaid(position) + 1)
}

/** Unpaid installments with a due date before `on`, oldest first. */
export function pastDueInstallments(position: LoanPosition, on: CivilDate): Installment[] {
  const first = nextInstallment(position, on)
  const late: Installment[] = []
  if (!first) return late
  for (let number = first.number; number <= position.contract.payments; number += 1) {
    if (dueDate(position.contract, number) >= on) break
    late.push(installmentAt(position, number))
  }
  return late
}

/** Days since the oldest unpaid due date; 0 when none has passed. */
export function daysPastDue(position: LoanPosition, on: CivilDate): number {
  const first = nextInstallment(position, on)
  return first && first.due < on ? daysBetween(first.due, on) : 0
}

/** Due date of the last installment paid in full; null before the first. */
export function paidThrough(position: LoanPosition): CivilDate | null {
  const paid = installmentsPaid(position)
  return paid === 0 ? null : dueDate(position.contract, paid)
}

/** Everything to be paid now: late installments, the one that comes next, late charges and fees. */
export type AmountDue = {
  readonly pastDue: Cents
  readonly current: Installment | null
  readonly lateCharges: Cents
  readonly fees: Cents
  readonly total: Cents
}

/**
 * What is due on `on`, with the first installment due on or after that day if it is still unpaid.
 */
export function amountDue(position: LoanPosition, on: CivilDate): AmountDue {
  const late = pastDueInstallments(position, on)
  const chargedOff = position.chargedOff ?? ZERO_CENTS
  const pastDue = plus(chargedOff, sum(late.map((row) => row.amount)))
  const { lateCharges, fees } = position
  const current = currentInstallment(position, on)
  const charges = plus(lateCharges, fees)
  return {
    pastDue,
    current,
    lateCharges,
    fees,
    total: plus(pastDue, charges, current?.amount ?? ZERO_CENTS),
  }
}

/**
 * Money still missing through the first due date on or after `on`: what a payment must bring before
 * the rest is extra.
 */
export function payableThroughNext(position: LoanPosition, on: CivilDate): Cents {
  const number = numberDueOnOrAfter(position.contract, on)
  if (number === null) return owedInAll(position, on)
  const missing = cents(position.contract.payment * number - position.counted)
  // No less than the principal is owed: interest is worked out only where it decides.
  const payable =
    missing <= position.principal ? missing : smaller(missing, owedInAll(position, on))
  return larger(ZERO_CENTS, payable)
}

/** Number of the first installment due on or after `on`; null after the last. */
export function numberDueOnOrAfter(contract: LoanContract, on: CivilDate): number | null {
  const { payments } = contract
  // Due dates rise: from about there, back to the first that is not before `on`, or on to it.
  let number = Math.max(1, Math.min(aboutDueOn(contract, on), payments))
  while (number > 1 && dueDate(contract, number - 1) >= on) number -= 1
  while (number <= payments && dueDate(contract, number) < on) number += 1
  return number > payments ? null : number
}

/** Nearly always right; what an extension moved, and months that are shorter, it leaves out. */
function aboutDueOn({ firstDue, frequency }: LoanContract, on: CivilDate): number {
  if (frequency === 'monthly') {
    const [first, asked] = [partsOf(firstDue), partsOf(on)]
    const months = (asked.year - first.year) * 12 + asked.month - first.month
    return months + (asked.day > first.day ? 2 : 1)
  }
  return Math.ceil((daysBetween(firstDue, on) * periodsPerYear(frequency)) / 365.25) + 1
}

/** Number of the last installment due on or before `on`; 0 before the first. */
export function lastDueBy(contract: LoanContract, on: CivilDate): number {
  return (numberDueOnOrAfter(contract, addDays(on, 1)) ?? contract.payments + 1) - 1
}

/**
 * An installment of which not all is paid: what is left of it, and the whole of it. Less than the
 * level payment where less closes the account.
 */
export function unpaidInstallment(
  position: LoanPosition,
  number: number,
): { readonly left: Cents; readonly whole: Cents } {
  const { payment } = position.contract
  const left = smaller(payment, installmentAt(position, number).amount)
  const alreadyIn = larger(ZERO_CENTS, cents(position.counted - payment * (number - 1)))
  return { left, whole: smaller(payment, plus(left, alreadyIn)) }
}

function currentInstallment(position: LoanPosition, on: CivilDate): Installment | null {
  const next = nextInstallment(position, on)
  if (!next) return null
  if (next.due >= on) return next
  const number = numberDueOnOrAfter(position.contract, on)
  return number === null ? null : installmentAt(position, number)
}

function installmentAt(position: LoanPosition, number: number): Installment {
  const { contract, counted } = position
  const due = dueDate(contract, number)
  const before = cents(contract.payment * (number - 1))
  const missing = minus(contract.payment, larger(ZERO_CENTS, minus(counted, before)))
  const closing = owedBefore(position, { number, due })
  const amount = number === contract.payments ? closing : smaller(missing, closing)
  return { number, due, amount: larger(ZERO_CENTS, amount) }
}

/**
 * What would close the account on an installment's due date, less the unpaid installments before
 * it.
 */
function owedBefore(position: LoanPosition, at: { number: number; due: CivilDate }): Cents {
  const first = installmentsPaid(position) + 1
  const earlier = cents(position.contract.payment * (at.number - first))
  const partial = minus(position.counted, cents(position.contract.payment * (first - 1)))
  const alreadyIn = at.number === first ? ZERO_CENTS : larger(ZERO_CENTS, partial)
  const toClose = plus(position.principal, interestDue(position, at.due))
  return minus(toClose, larger(ZERO_CENTS, minus(earlier, alreadyIn)))
}

function owedInAll(position: LoanPosition, on: CivilDate): Cents {
  return plus(position.principal, interestDue(position, on))
}

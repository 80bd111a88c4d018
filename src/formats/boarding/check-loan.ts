// Whether the parts of a loan's record agree with each other.
import type { LoanRecord } from '#src/domain/account/boarding.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { BUCKETS, type LoanContract } from '#src/domain/contract/loan.ts'
import { periodsPerYear } from '#src/domain/contract/schedule.ts'
import { cents, toDollars } from '#src/domain/money.ts'
import { expectedLastPayment, expectedPayment } from './expected-payment.ts'
import { type Finding, refuse, warn } from './finding.ts'

/** What cannot be in any contract. */
export function* checkLoanTerms(contract: LoanContract, today: CivilDate): Generator<Finding> {
  const { waterfall, start, firstDue, lateCharge } = contract
  if (waterfall.length !== BUCKETS.length || new Set(waterfall).size !== BUCKETS.length)
    yield refuse('contract.waterfall', `Name each bucket once: ${BUCKETS.join(', ')}.`)
  if (start > today) yield refuse('contract.start', 'The contract starts in the future.')
  if (firstDue <= start)
    yield refuse('contract.firstDue', 'The first due date must be after the start.')
  if (firstDue > addDays(start, LONGEST_FIRST_PERIOD_DAYS))
    yield refuse('contract.firstDue', 'The first due date is more than a year after the start.')
  if (contract.payments / periodsPerYear(contract.frequency) > LONGEST_TERM_YEARS)
    yield refuse('contract.payments', `The contract runs longer than ${LONGEST_TERM_YEARS} years.`)
  if (lateCharge?.maximum != null && lateCharge.maximum < lateCharge.minimum)
    yield refuse('contract.lateCharge.maximum', 'The largest late charge is below the smallest.')
}

/** Whether the installments repay the contract. */
export function* checkPayment(contract: LoanContract): Generator<Finding> {
  const field = 'contract.payment'
  const expected = expectedPayment(contract)
  const last = expectedLastPayment(contract)
  if (last > contract.payment * LARGEST_LAST_PAYMENT) {
    const left = `These installments leave about ${rounded(last)} for the last one.`
    const wanted = `About ${rounded(expected)} was expected; balloons are not supported.`
    yield refuse(field, `${left} ${wanted}`)
  } else if (Math.abs(contract.payment - expected) > Math.max(100, expected * 0.01))
    yield warn(field, `Expected about ${rounded(expected)} from principal, rate and term.`)
}

/** Whether the account can stand where it is said to. */
export function* checkLoanOpening(record: LoanRecord): Generator<Finding> {
  const { contract, opening, openingOn } = record
  if (opening.principal > contract.principal)
    yield refuse('opening.principal', 'More principal than the contract ever had.')
  if (openingOn < contract.start)
    yield refuse('opening.on', 'The opening position is before the start of the contract.')
  if (opening.interestPaidThrough < contract.start)
    yield refuse('opening.interestPaidThrough', 'Interest cannot be paid before the start.')
  if (opening.interestPaidThrough > openingOn)
    yield refuse('opening.interestPaidThrough', 'Interest is paid beyond the opening date.')
  if (opening.installmentsPaid > contract.payments)
    yield refuse('opening.installmentsPaid', 'More installments paid than the contract has.')
  if (opening.paidTowardNext >= contract.payment)
    yield refuse('opening.paidTowardNext', 'A whole installment belongs into installmentsPaid.')
}

const LONGEST_FIRST_PERIOD_DAYS = 366
const LONGEST_TERM_YEARS = 40

/** Times the level installment; a true-up of cents or an odd first period stays far below it. */
const LARGEST_LAST_PAYMENT = 3

function rounded(amount: number): string {
  const whole = Math.round(amount)
  return Number.isSafeInteger(whole) ? toDollars(cents(whole)) : 'more money than there is'
}

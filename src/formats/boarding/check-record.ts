// What a schema cannot see: whether the parts of one record agree with each other.
// Example: a first due date before the start of the contract is refused; an unusual installment is
// a warning.
import type { BoardingRecord } from '#src/domain/account/boarding.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { BUCKETS, type LoanContract } from '#src/domain/contract/loan.ts'
import { periodsPerYear } from '#src/domain/contract/schedule.ts'
import { cents, toDollars } from '#src/domain/money.ts'
import { checkObligors, checkVehicle } from './check-people.ts'
import { expectedLastPayment, expectedPayment } from './expected-payment.ts'
import { type Finding, refuse, warn } from './finding.ts'

/**
 * Findings on one record, as of `today`; empty when all is well. A filing's figures are facts:
 * they only warn.
 */
export function checkRecord(record: BoardingRecord, today: CivilDate): Finding[] {
  const terms = [...checkTerms(record.contract, today)]
  const people = [...checkVehicle(record.vehicle), ...checkObligors(record)]
  // Figures mean nothing on terms that cannot be.
  if (terms.length > 0) return [...terms, ...people]
  const filed = record.source === 'abs-ee'
  const opening = [...checkOpening(record)]
  return [
    ...(filed ? opening.map(asWarning) : [...checkPayment(record.contract), ...opening]),
    ...checkHistory(record, today),
    ...people,
  ]
}

function asWarning(finding: Finding): Finding {
  return { ...finding, weight: 'warn' }
}

function* checkTerms(contract: LoanContract, today: CivilDate): Generator<Finding> {
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

function* checkPayment(contract: LoanContract): Generator<Finding> {
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

function* checkOpening(record: BoardingRecord): Generator<Finding> {
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

function* checkHistory(record: BoardingRecord, today: CivilDate): Generator<Finding> {
  if (record.openingOn > today) yield refuse('opening.on', 'The opening position is in the future.')
  for (const [index, event] of record.history.entries()) {
    const field = `history.${index}.on`
    if (event.effectiveDate < record.openingOn)
      yield refuse(field, 'Before the opening position, which already contains it.')
    if (event.effectiveDate > today) yield refuse(field, 'A past event lies in the future.')
    if (event.kind === 'payment' && (event.extraAmount ?? 0) > event.amount)
      yield refuse(`history.${index}.extraAmount`, 'More extra than was paid.')
    if (event.kind === 'proceeds' && event.expenses > event.amount)
      yield refuse(`history.${index}.expenses`, 'The expenses are more than the proceeds.')
  }
}

const LONGEST_FIRST_PERIOD_DAYS = 366
const LONGEST_TERM_YEARS = 40

/** Times the level installment; a true-up of cents or an odd first period stays far below it. */
const LARGEST_LAST_PAYMENT = 3

function rounded(amount: number): string {
  const whole = Math.round(amount)
  return Number.isSafeInteger(whole) ? toDollars(cents(whole)) : 'more money than there is'
}

// Whether the parts of a lease's record agree with each other. What passes can be scheduled.
import type { LeaseRecord } from '#src/domain/account/boarding.ts'
import { addDays, addMonths, type CivilDate } from '#src/domain/calendar.ts'
import {
  type LeaseContract,
  type LeaseTerms,
  leaseDueDate,
  scheduledEnd,
} from '#src/domain/contract/lease.ts'
import { basePaymentOf, depreciationOf, priceOf } from '#src/domain/contract/lease-payment.ts'
import { solveLeaseRate } from '#src/domain/contract/lease-rate.ts'
import {
  canBeScheduled,
  leaseRows,
  paymentTaxes,
  totalOfBasePayments,
} from '#src/domain/contract/lease-schedule.ts'
import { type Cents, minus, plus, sum, toDollars } from '#src/domain/money.ts'
import { type Finding, refuse, warn } from './finding.ts'

/** What cannot be in any lease, or could not be scheduled to the residual value. */
export function* checkLeaseTerms(contract: LeaseContract, today: CivilDate): Generator<Finding> {
  yield* checkDates(contract, today)
  yield* checkCost(contract)
  const { lateCharge } = contract
  if (lateCharge?.maximum != null && lateCharge.maximum < lateCharge.minimum)
    yield refuse('contract.lateCharge.maximum', 'The largest late charge is below the smallest.')
  if (lateCharge && lateCharge.percentPpb > 1_000_000_000)
    yield refuse('contract.lateCharge.percent', 'It is above 100 %.')
}

function* checkDates(contract: LeaseContract, today: CivilDate): Generator<Finding> {
  const { start, firstDue, secondDue, timing, payments } = contract
  if (start > today) return yield refuse('contract.start', 'The lease starts in the future.')
  if (firstDue < start)
    return yield refuse('contract.firstDue', 'The first due date is before the start.')
  if (firstDue > addDays(start, LONGEST_FIRST_PERIOD_DAYS))
    return yield refuse('contract.firstDue', 'The first due date is more than a year after start.')
  if (secondDue !== null && secondDue <= firstDue)
    return yield refuse('contract.secondDue', 'It must be after the first due date.')
  if (secondDue !== null && secondDue > addDays(firstDue, LONGEST_FIRST_PERIOD_DAYS))
    return yield refuse('contract.secondDue', 'More than a year after the first due date.')
  const [end, last] = [scheduledEnd(contract), leaseDueDate(contract, payments)]
  if (timing === 'in-advance' && end <= last)
    yield refuse('contract.termMonths', 'The term ends before the month of the last payment.')
  if (timing === 'in-arrears' && addMonths(end, 2) < last)
    yield refuse('contract.termMonths', 'The term ends long before the last payment is due.')
}

function* checkCost(contract: LeaseContract): Generator<Finding> {
  const { grossCapitalizedCost, capitalizedCostReduction, adjustedCapitalizedCost } = contract
  const cost = 'contract.adjustedCapitalizedCost'
  if (capitalizedCostReduction >= grossCapitalizedCost)
    yield refuse('contract.capitalizedCostReduction', 'Nothing of the cost is left to be leased.')
  else if (minus(grossCapitalizedCost, capitalizedCostReduction) !== adjustedCapitalizedCost)
    yield refuse(cost, 'It must be the gross capitalized cost less the reduction.')
  else if (contract.residualValue > adjustedCapitalizedCost)
    yield refuse('contract.residualValue', 'More than the adjusted capitalized cost.')
  else yield* checkRent(contract)
}

function* checkRent(contract: LeaseContract): Generator<Finding> {
  const short = minus(depreciationOf(contract), totalOfBasePayments(contract, contract.basePayment))
  // A payment without rent may have been rounded down; a rate cannot be solved from it.
  if (short > 0 && (isSolved(contract) || short >= contract.payments))
    yield refuse(PAYMENT, 'All payments together are less than the depreciation.')
  else if (isSolved(contract)) yield* checkSolvedRate(contract)
  else if (!canBeScheduled(contract, priceOf(contract))) yield refuse('contract.rate', GROWS)
  else yield* checkLastRent(contract)
}

/** Whether the contract prints no rate: the one behind its payments fits them by itself. */
function isSolved({ method }: LeaseContract): boolean {
  return method.kind === 'constant-yield' && method.rate === null
}

function* checkSolvedRate(contract: LeaseContract): Generator<Finding> {
  const rate = solveLeaseRate(contract, contract.basePayment)
  if (!rate) yield refuse(PAYMENT, 'The rate behind it would be 1,000 % or more.')
  else if (!canBeScheduled(contract, { kind: 'constant-yield', rate })) yield refuse(PAYMENT, GROWS)
}

/** The last month takes what the others leave of the rent: cents, where payment and method fit. */
function* checkLastRent(contract: LeaseContract): Generator<Finding> {
  const { basePayment } = contract
  if (contract.payments === 1) return
  const last = leaseRows(contract, { basePayment, price: priceOf(contract) }).at(-1)
  if (!last || (last.rent >= -basePayment && last.rent <= 2 * basePayment)) return
  const left = `These payments leave ${toDollars(last.rent)} of rent for the last month.`
  yield refuse(PAYMENT, `${left} ${expected(contract)}`)
}

/** A printed payment that its own method does not give is a fact, and worth a second look. */
export function* checkBasePayment(contract: LeaseContract): Generator<Finding> {
  if (isSolved(contract)) return
  if (Math.abs(contract.basePayment - expectedOf(contract)) > MOST_CENTS_APART)
    yield warn(PAYMENT, expected(contract))
}

/** Whether the account can stand where it is said to. */
export function* checkLeaseOpening(record: LeaseRecord): Generator<Finding> {
  const { contract, opening, openingOn, history } = record
  const { installmentsPaid, paidTowardNext } = opening
  if (openingOn < contract.start)
    yield refuse('opening.on', 'The opening position is before the start of the lease.')
  if (installmentsPaid > contract.payments)
    yield refuse('opening.installmentsPaid', 'More installments paid than the lease has.')
  if (paidTowardNext >= totalPaymentOf(contract))
    yield refuse('opening.paidTowardNext', 'A whole installment belongs into installmentsPaid.')
  else if (installmentsPaid === contract.payments && paidTowardNext > 0)
    yield refuse('opening.paidTowardNext', 'No installment is left that it could count toward.')
  for (const [index, { kind }] of history.entries())
    if (kind !== 'payment' && kind !== 'fee')
      yield refuse(`history.${index}.kind`, 'A lease has payments and fees.')
}

const PAYMENT = 'contract.basePayment'
const GROWS = 'Rounding would grow a thousandfold over the term.'
const LONGEST_FIRST_PERIOD_DAYS = 366
const MOST_CENTS_APART = 2

function expected(contract: LeaseContract): string {
  return `${toDollars(expectedOf(contract))} was expected from cost, residual and method.`
}

function expectedOf(contract: LeaseContract): Cents {
  return basePaymentOf(contract satisfies LeaseTerms, priceOf(contract))
}

function totalPaymentOf(contract: LeaseContract): Cents {
  return plus(contract.basePayment, sum(paymentTaxes(contract).map(({ amount }) => amount)))
}

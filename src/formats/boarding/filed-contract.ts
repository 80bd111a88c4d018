// The contract behind an asset of a filing. Filings name months, not days: what is inferred here is
// listed in docs/operating/BOARDING.md. Example: 9 days past due on 12-31-2016 means due on the
// 22nd of each month.
import type { OpeningPosition, ReportedMonth } from '#src/domain/account/event.ts'
import {
  addDays,
  addMonths,
  type CivilDate,
  daysInMonth,
  earlier,
  fromParts,
  later,
  partsOf,
} from '#src/domain/calendar.ts'
import { FILED_RULES } from '#src/domain/contract/contract-rules.ts'
import type { DayCount } from '#src/domain/contract/day-count.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { dueDate } from '#src/domain/contract/schedule.ts'
import { type Cents, cents, ZERO_CENTS } from '#src/domain/money.ts'
import { expectedPayment } from './expected-payment.ts'
import { filedPeriodEnd } from './filed-month.ts'
import { FiledValueProblem, type FiledValues, required } from './filed-values.ts'

/** The contract; day count by choice, half-up rounding, interest before principal. */
export function filedContract(values: FiledValues, dayCount: DayCount): LoanContract {
  refuseOtherKinds(values)
  const firstDue = onDay(filed(values, 'originalFirstPaymentDate'), inferredDueDay(values))
  const terms: LoanContract = {
    kind: 'loan',
    principal: filedPrincipal(values),
    rate: required(RATE, values.rate(RATE)),
    start: inferredStart(values, firstDue),
    firstDue,
    payments: inferredPayments(values),
    frequency: 'monthly',
    payment: values.cents('reportingPeriodScheduledPaymentAmount') ?? ZERO_CENTS,
    dayCount,
    yearEnd: 'old',
    rounding: 'half-up',
    dailyRateDecimals: null,
    carryFractions: false,
    waterfall: FILED_RULES.waterfall,
    smallRemainder: FILED_RULES.smallRemainder,
    lateCharge: FILED_RULES.lateCharge,
    ruleVersion: FILED_RULES.name,
  }
  // After a charge-off no payment is scheduled any more; the contract still had one.
  return terms.payment > 0 ? terms : { ...terms, payment: cents(Math.ceil(expectedPayment(terms))) }
}

/**
 * The position at the beginning of the first month that is filed; charges brought forward are not
 * in a filing.
 */
export function filedOpening(contract: LoanContract, month: ReportedMonth): OpeningPosition {
  const openingOn = later(contract.start, month.periodBegin)
  return {
    principal: month.principalBegin,
    interest: ZERO_CENTS,
    lateCharges: ZERO_CENTS,
    fees: ZERO_CENTS,
    suspense: ZERO_CENTS,
    interestPaidThrough: later(contract.start, earlier(openingOn, paidThroughBefore(month))),
    installmentsPaid: installmentsBefore(contract, month),
    paidTowardNext: ZERO_CENTS,
  }
}

const RATE = 'originalInterestRatePercentage'

function refuseOtherKinds(values: FiledValues): void {
  if ((values.text('interestCalculationTypeCode') ?? '1') !== '1')
    throw new FiledValueProblem('interestCalculationTypeCode', 'Only simple interest is serviced.')
  if ((values.text('paymentTypeCode') ?? '2') !== '2')
    throw new FiledValueProblem('paymentTypeCode', 'Only monthly payments are read from filings.')
}

function filed(values: FiledValues, name: string): CivilDate {
  return required(name, values.month(name))
}

function filedPrincipal(values: FiledValues): Cents {
  const amount = required('originalLoanAmount', values.cents('originalLoanAmount'))
  if (amount > 0) return amount
  throw new FiledValueProblem('originalLoanAmount', 'The amount must be more than zero.')
}

/** Day of the oldest unpaid due date, else the day to which interest is paid, else the first. */
function inferredDueDay(values: FiledValues): number {
  const days = values.count('currentDelinquencyStatus') ?? 0
  if (days > 0) return partsOf(addDays(filedPeriodEnd(values), -days)).day
  const paidThrough = values.date('interestPaidThroughDate')
  return paidThrough ? partsOf(paidThrough).day : 1
}

/**
 * One month before the first due date, as far as the month of origination allows; never after
 * interest was paid to.
 */
function inferredStart(values: FiledValues, firstDue: CivilDate): CivilDate {
  const first = filed(values, 'originationDate')
  const wished = earlier(addMonths(firstDue, -1), onDay(first, 31))
  const start = earlier(later(first, wished), addDays(firstDue, -1))
  return earlier(start, values.date('interestPaidThroughDate') ?? start)
}

/**
 * The original term counts from the month of origination; an extension moves the maturity further
 * out.
 */
function inferredPayments(values: FiledValues): number {
  const first = filed(values, 'originalFirstPaymentDate')
  const term = required('originalLoanTerm', values.count('originalLoanTerm'))
  const original = term - monthsBetween(filed(values, 'originationDate'), first)
  const maturity = values.month('loanMaturityDate')
  const payments = Math.max(original, maturity ? monthsBetween(first, maturity) + 1 : 0)
  if (payments < 1 || payments > 600)
    throw new FiledValueProblem('originalLoanTerm', 'The term does not fit its dates.')
  return payments
}

/**
 * Interest collected in the month says how many days before its paid-through date the last payment
 * lay.
 */
function paidThroughBefore(month: ReportedMonth): CivilDate {
  const aDay = (month.principalBegin * (month.rate / 1e9)) / 365
  if (month.toInterest <= 0 || aDay === 0) return month.interestPaidThrough
  const days = Math.min(Math.round(month.toInterest / aDay), 366)
  return addDays(month.interestPaidThrough, -days)
}

function installmentsBefore(contract: LoanContract, month: ReportedMonth): number {
  const oldestUnpaid =
    month.daysPastDue > 0 ? addDays(month.periodEnd, -month.daysPastDue) : month.periodEnd
  const until = earlier(month.periodBegin, oldestUnpaid)
  let paid = 0
  while (paid < contract.payments - 1 && dueDate(contract, paid + 1) < until) paid += 1
  return paid
}

function monthsBetween(from: CivilDate, to: CivilDate): number {
  const a = partsOf(from)
  const b = partsOf(to)
  return (b.year - a.year) * 12 + b.month - a.month
}

function onDay(month: CivilDate, day: number): CivilDate {
  const parts = partsOf(month)
  return fromParts({ ...parts, day: Math.min(day, daysInMonth(parts.year, parts.month)) })
}

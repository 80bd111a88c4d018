// One reporting period of one asset: Schedule AL Item 3(f) of Regulation AB (17 CFR 229.1125).
// Example: 18,120.00 at the beginning, 706.78 principal paid: 17,413.22 at the end.
import type { ReportedMonth } from '#src/domain/account/event.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { type Cents, cents, ZERO_CENTS } from '#src/domain/money.ts'
import { FiledValueProblem, type FiledValues, required } from './filed-values.ts'
import { type Finding, warn } from './finding.ts'

/**
 * The month as filed; a balance below zero is refused. `start` stands for the paid-through date of a loan on which no interest was
 * paid yet.
 */
export function filedMonth(values: FiledValues, start: CivilDate): ReportedMonth {
  const periodEnd = filedPeriodEnd(values)
  const principalBegin = balance(values, 'reportingPeriodBeginningLoanBalanceAmount')
  const principalEnd = balance(values, 'reportingPeriodActualEndBalanceAmount')
  const toInterest = values.cents('actualInterestCollectedAmount') ?? ZERO_CENTS
  const toPrincipal = values.cents('actualPrincipalCollectedAmount') ?? ZERO_CENTS
  const toOther = values.cents('actualOtherCollectedAmount') ?? ZERO_CENTS
  const unpaidSince = principalBegin === 0 || principalEnd === 0 ? periodEnd : start
  return {
    kind: 'reportedMonth',
    periodBegin: required(BEGIN, values.date(BEGIN)),
    periodEnd,
    principalBegin,
    principalEnd,
    paid: values.cents('totalActualAmountPaid') ?? cents(toInterest + toPrincipal + toOther),
    toInterest,
    toPrincipal,
    toOther,
    interestPaidThrough: values.date('interestPaidThroughDate') ?? unpaidSince,
    // Absent after the balance is zero.
    daysPastDue: Math.max(0, values.count('currentDelinquencyStatus') ?? 0),
    rate: values.rate('reportingPeriodInterestRatePercentage') ?? required(RATE, values.rate(RATE)),
  }
}

/** What is odd about the money of the month and taken as filed all the same. */
export function* filedMonthFindings(values: FiledValues): Generator<Finding> {
  for (const name of COLLECTED)
    if ((values.cents(name) ?? 0) < 0)
      yield warn(name, 'Below zero: taken as filed, as money given back or a correction.')
}

export function filedPeriodEnd(values: FiledValues): CivilDate {
  return required(END, values.date(END))
}

/** The ledger can take money back out of a loan, but a loan never owes less than nothing. */
function balance(values: FiledValues, name: string): Cents {
  const amount = required(name, values.cents(name))
  if (amount >= 0) return amount
  throw new FiledValueProblem(name, 'A balance cannot be below zero.')
}

const COLLECTED = [
  'actualInterestCollectedAmount',
  'actualPrincipalCollectedAmount',
  'actualOtherCollectedAmount',
  'totalActualAmountPaid',
]
const BEGIN = 'reportingPeriodBeginningDate'
const END = 'reportingPeriodEndingDate'
const RATE = 'originalInterestRatePercentage'

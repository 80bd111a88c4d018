// One loan in one reporting period as a servicer filed it, every figure that is checked: Schedule
// AL Item 3 of Regulation AB (17 CFR 229.1125). Amounts are cents unless they are filed finer.
// Example: 18,120.00 at the beginning, 831.07 paid, 124.29 of it interest: 17,413.22 at the end.
import { type CivilDate, date, daysBetween } from '#src/domain/calendar.ts'
import { add, type Fraction } from '#src/domain/fraction.ts'
import { type Cents, type RatePpb, ZERO_CENTS } from '#src/domain/money.ts'
import { FiledValueProblem, type FiledValues, required } from '../boarding/filed-values.ts'

export type LoanMonth = {
  readonly trust: string
  readonly asset: string
  readonly periodBegin: CivilDate
  readonly periodEnd: CivilDate
  /** Principal at the beginning and at the end of the period. */
  readonly begin: Cents
  readonly end: Cents
  /** Added in this period: it has no beginning balance, and `begin` is the end's. */
  readonly isAdded: boolean
  readonly paid: Cents
  readonly interest: Cents
  readonly principal: Cents
  readonly other: Cents
  /** Lowers principal beside what was paid; negative raises it. */
  readonly adjustment: Cents
  readonly chargedOff: Cents
  readonly recovered: Cents
  /** Of the vehicle, net of expenses: negative where only expenses came. */
  readonly proceeds: Cents
  readonly rate: RatePpb | null
  readonly interestPaidThrough: CivilDate | null
  /** Absent after the balance is zero. */
  readonly daysPastDue: number | null
  readonly scheduledPayment: Cents | null
  readonly scheduledInterest: Cents | null
  /** Dollars, exactly as filed; null unless both parts are filed. */
  readonly scheduledParts: Fraction | null
  readonly remainingTerm: number | null
  readonly extendedMonths: number
  readonly isModified: boolean
}

/** Throws FiledValueProblem where a figure that every record has is missing or wrong. */
export function loanMonth(values: FiledValues, trust: string): LoanMonth {
  const period = reportingPeriod(values)
  const amount = (name: string) => values.cents(name) ?? ZERO_CENTS
  const end = required(END, values.cents(END))
  const begin = values.cents(BEGIN)
  return {
    trust,
    asset: required('assetNumber', values.text('assetNumber')),
    ...period,
    begin: begin ?? end,
    isAdded: begin === null,
    end,
    paid: amount('totalActualAmountPaid'),
    interest: amount('actualInterestCollectedAmount'),
    principal: amount('actualPrincipalCollectedAmount'),
    other: amount('actualOtherCollectedAmount'),
    adjustment: amount('otherPrincipalAdjustmentAmount'),
    chargedOff: amount('chargedoffPrincipalAmount'),
    recovered: amount('recoveredAmount'),
    proceeds: amount('repossessedProceedsAmount'),
    rate: values.rate('reportingPeriodInterestRatePercentage'),
    interestPaidThrough: paidThrough(values, period.periodEnd),
    daysPastDue: values.count('currentDelinquencyStatus'),
    scheduledPayment: values.cents('reportingPeriodScheduledPaymentAmount'),
    scheduledInterest: values.cents('scheduledInterestAmount'),
    scheduledParts: scheduledParts(values),
    remainingTerm: values.count('remainingTermToMaturityNumber'),
    extendedMonths: extendedMonths(values),
    isModified: values.text('reportingPeriodModificationIndicator') === 'true',
  }
}

const BEGIN = 'reportingPeriodBeginningLoanBalanceAmount'
const END = 'reportingPeriodActualEndBalanceAmount'

function reportingPeriod(values: FiledValues): { periodBegin: CivilDate; periodEnd: CivilDate } {
  const periodBegin = required(FIRST_DAY, values.date(FIRST_DAY))
  const periodEnd = required(LAST_DAY, values.date(LAST_DAY))
  const days = daysBetween(periodBegin, periodEnd)
  const isOfOurTime = FIRST_DAY_OF_ALL <= periodBegin && periodEnd <= LAST_DAY_OF_ALL
  if (isOfOurTime && days >= 0 && days < LONGEST_PERIOD_DAYS) return { periodBegin, periodEnd }
  throw new FiledValueProblem(LAST_DAY, 'The dates are not those of a reporting period.')
}

const FIRST_DAY = 'reportingPeriodBeginningDate'
const LAST_DAY = 'reportingPeriodEndingDate'
/** The first period of a trust may be several months. */
const LONGEST_PERIOD_DAYS = 366
/** What is computed from a filing stays within the years that dates have. */
const FIRST_DAY_OF_ALL = date('1950-01-01')
const LAST_DAY_OF_ALL = date('2149-12-31')

function paidThrough(values: FiledValues, periodEnd: CivilDate): CivilDate | null {
  const name = 'interestPaidThroughDate'
  const day = values.date(name)
  if (day === null || Math.abs(daysBetween(day, periodEnd)) <= FARTHEST_DAYS) return day
  throw new FiledValueProblem(name, 'This is years away from the reporting period.')
}

const FARTHEST_DAYS = 3_660

/** Below zero where an extension was taken back. */
function extendedMonths(values: FiledValues): number {
  const months = values.count('paymentExtendedNumber') ?? 0
  if (Math.abs(months) <= MOST_EXTENDED) return months
  throw new FiledValueProblem('paymentExtendedNumber', 'No loan is extended that far.')
}

const MOST_EXTENDED = 60

function scheduledParts(values: FiledValues): Fraction | null {
  const interest = values.dollars('scheduledInterestAmount')
  const principal = values.dollars('scheduledPrincipalAmount')
  return interest && principal && add(interest, principal)
}

export const LOAN_COLUMNS = [FIRST_DAY, LAST_DAY, BEGIN, END, 'assetNumber']

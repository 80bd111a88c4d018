// One lease in one reporting period: Schedule AL Item 4 of Regulation AB (17 CFR 229.1125). Its
// value is that of the securitization, which has a discount rate and a residual of its own.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents, RatePpb } from '#src/domain/money.ts'
import { FiledValueProblem, type FiledValues, required } from '../boarding/filed-values.ts'

export type LeaseMonth = {
  readonly trust: string
  readonly asset: string
  readonly periodEnd: CivilDate
  readonly valueBegin: Cents
  readonly valueEnd: Cents
  readonly discountRate: RatePpb
  readonly baseResidual: Cents
  readonly payment: Cents
  readonly paid: Cents
  readonly nextDue: Cents
  /** Payments still to come at the beginning of the period. */
  readonly remainingTerm: number
  readonly state: string | null
}

export const LEASE_COLUMNS = ['securitizationDiscountRate', 'baseResidualValue', 'assetNumber']

/** Throws FiledValueProblem where a figure is missing or wrong. */
export function leaseMonth(values: FiledValues, trust: string): LeaseMonth {
  const amount = (name: string) => required(name, values.cents(name))
  return {
    trust,
    asset: required('assetNumber', values.text('assetNumber')),
    periodEnd: required('reportingPeriodEndDate', values.date('reportingPeriodEndDate')),
    valueBegin: amount('reportingPeriodSecuritizationValueAmount'),
    valueEnd: amount('reportingPeriodEndActualSecuritizationAmount'),
    discountRate: required(RATE, values.rate(RATE)),
    baseResidual: amount('baseResidualValue'),
    payment: amount('reportingPeriodScheduledPaymentAmount'),
    paid: amount('totalActualAmountPaid'),
    nextDue: amount('nextReportingPeriodPaymentAmountDue'),
    remainingTerm: remainingTerm(values),
    state: values.text('lesseeGeographicLocation'),
  }
}

function remainingTerm(values: FiledValues): number {
  const term = required(TERM, values.count(TERM))
  if (term < 0 || term > 600) throw new FiledValueProblem(TERM, 'This is not a number of months.')
  return term
}

const RATE = 'securitizationDiscountRate'
const TERM = 'remainingTermNumber'

// Rows of tables that hold interest as reported with the days it was charged for, drawn from
// consecutive filings. Two forms: a chain, whose `rule` names the arithmetic that its servicer is
// shown to use; and samples, of which each row says how its interest was counted.
// Example: 11,291.44 at 2.74 % from 2017-05-08 to 2017-06-10, R1: 27.96.
import { type CivilDate, daysBetween, parseDate, partsOf } from '#src/domain/calendar.ts'
import type { DayCount } from '#src/domain/contract/day-count.ts'
import type { InterestSpan } from '#src/domain/contract/interest.ts'
import type { InterestConvention } from '#src/domain/contract/loan.ts'
import type { Cents, RatePpb } from '#src/domain/money.ts'
import { FiledValueProblem, type FiledValues, required } from '../boarding/filed-values.ts'

type Named = { readonly trust: string; readonly asset: string; readonly month: string }

export type ChainRow = Named & {
  readonly convention: InterestConvention
  readonly span: InterestSpan
  readonly interest: Cents
  readonly paid: Cents
  readonly principal: Cents
  readonly end: Cents
}

export type SampleRow = Named &
  (
    | {
        readonly kind: 'actual'
        /** Whether the payment of the month was its one installment, to the cent. */
        readonly isSingle: boolean
        readonly dayCount: DayCount | null
        readonly span: InterestSpan
        readonly interest: Cents
      }
    | {
        readonly kind: 'scheduled'
        readonly payment: Cents
        readonly rate: RatePpb
        readonly remainingTerm: number
        readonly interest: Cents
      }
  )

export const CHAIN_COLUMNS = ['interestFromDate_inferred', 'interestToDate_inferred', 'rule']
export const SAMPLE_COLUMNS = ['kind', 'fromDate', 'toDate', 'balanceOrPayment', 'reported']

/** Throws FiledValueProblem where a value is missing or wrong. */
export function chainRow(values: FiledValues): ChainRow {
  const rule = CHAIN_RULES[values.text('rule') ?? '']
  if (!rule) throw new FiledValueProblem('rule', 'This rule is not known; R1 and R2 are.')
  return {
    ...named(values),
    convention: rule,
    span: span(values, {
      principal: 'beginningBalance',
      from: 'interestFromDate_inferred',
      to: 'interestToDate_inferred',
    }),
    interest: amount(values, 'interestReported'),
    paid: amount(values, 'totalPaid'),
    principal: amount(values, 'principalReported'),
    end: amount(values, 'endingBalance'),
  }
}

/** Throws FiledValueProblem where a value is missing or wrong. */
export function sampleRow(values: FiledValues): SampleRow {
  const interest = amount(values, 'reported')
  const kind = values.text('kind')
  if (kind === 'actual')
    return {
      ...named(values),
      kind,
      isSingle: values.text('payment') === 'single',
      dayCount: dayCountOf(values.text('rule')),
      span: span(values, { principal: 'balanceOrPayment', from: 'fromDate', to: 'toDate' }),
      interest,
    }
  if (kind !== 'scheduled') throw new FiledValueProblem('kind', 'Neither actual nor scheduled.')
  const remainingTerm = required('remainingTerm', values.count('remainingTerm'))
  if (remainingTerm < 0 || remainingTerm > 600)
    throw new FiledValueProblem('remainingTerm', 'This is not a number of months.')
  return {
    ...named(values),
    kind,
    payment: amount(values, 'balanceOrPayment'),
    rate: required('annualRate', values.rate('annualRate')),
    remainingTerm,
    interest,
  }
}

const TO_THE_CENT = { yearEnd: 'old', dailyRateDecimals: null, carryFractions: false } as const

/** What the letters of the chain stand for. */
const CHAIN_RULES: Readonly<Record<string, InterestConvention>> = {
  R1: { ...TO_THE_CENT, dayCount: 'actual/365', rounding: 'cut', dailyRateDecimals: 8 },
  R2: { ...TO_THE_CENT, dayCount: 'actual/actual', rounding: 'half-up' },
}

function dayCountOf(rule: string | null): DayCount | null {
  return rule === 'actual/365' || rule === 'actual/actual' ? rule : null
}

function named(values: FiledValues): Named {
  const text = (name: string) => required(name, values.text(name))
  return { trust: text('trust'), asset: text('assetNumber'), month: text('reportingMonth') }
}

function amount(values: FiledValues, name: string): Cents {
  return required(name, values.cents(name))
}

function span(
  values: FiledValues,
  names: { principal: string; from: string; to: string },
): InterestSpan {
  const [from, to] = [isoDate(values, names.from), isoDate(values, names.to)]
  const days = daysBetween(from, to)
  if (days < 0) throw new FiledValueProblem(names.to, 'The days end before they begin.')
  if (days > MOST_DAYS || partsOf(to).year > LAST_YEAR)
    throw new FiledValueProblem(names.to, 'Nobody pays interest for days so far away.')
  const rate = required('annualRate', values.rate('annualRate'))
  return { principal: amount(values, names.principal), rate, from, to }
}

const MOST_DAYS = 3_660
const LAST_YEAR = 2149

function isoDate(values: FiledValues, name: string): CivilDate {
  const day = parseDate(required(name, values.text(name)))
  if (!day) throw new FiledValueProblem(name, 'This is not a date as YYYY-MM-DD.')
  return day
}

// `keyturn calc days`: how many days and which part of a year lie between two dates.
// Example: 2026-01-15 to 2026-02-15 under 30/360 is 30 days, 0.0833333333 of a year.
import type * as z from 'zod'
import { daysBetween } from '#src/domain/calendar.ts'
import {
  DAY_COUNTS,
  days30360,
  days30360European,
  days30360Isda,
  yearFraction,
} from '#src/domain/contract/day-count.ts'
import { type Fraction, fraction, toDecimal } from '#src/domain/fraction.ts'
import { type Computed, calculation, refuse } from './calculation.ts'
import { choice, day, fieldsOf } from './fields.ts'

const form = fieldsOf({
  from: day(),
  to: day(),
  dayCount: choice([...DAY_COUNTS, '30/360-european', '30/360-isda', 'actual/actual-isda']),
  yearEnd: choice(['old', 'new']).default('old'),
  termination: day().nullable().default(null),
})

type Span = z.infer<typeof form>

export const days = calculation(form, (span): Computed => {
  if (span.to < span.from) {
    return refuse({ field: 'to', message: 'Give a date that is not before "from".' })
  }
  if (span.termination !== null && span.dayCount !== '30/360-isda') {
    const message = 'Only "30/360-isda" knows a termination date; leave it out.'
    return refuse({ field: 'termination', message })
  }
  const counted = count(span)
  return {
    ok: true,
    result: { days: counted.days, yearFraction: toDecimal(counted.years, 10) },
    explain: () => ({
      label: 'yearFraction',
      inputs: { ...inputsOf(span), exact: `${counted.years.n}/${counted.years.d}` },
      rule: 'dayCountConvention',
    }),
  }
})

function inputsOf({ from, to, dayCount, yearEnd, termination }: Span): Record<string, string> {
  return {
    from,
    to,
    dayCount,
    ...(dayCount === 'actual/actual' && { yearEnd }),
    ...(termination !== null && { termination }),
  }
}

function count(span: Span): { days: number; years: Fraction } {
  const { dayCount } = span
  switch (dayCount) {
    case '30/360':
      return of360(days30360(span))
    case '30/360-european':
      return of360(days30360European(span))
    case '30/360-isda':
      return of360(days30360Isda(span))
    case 'actual/actual-isda':
      return actual(span, { dayCount: 'actual/actual', yearEnd: 'old' })
    default:
      return actual(span, { dayCount, yearEnd: span.yearEnd })
  }
}

function of360(counted: number): { days: number; years: Fraction } {
  return { days: counted, years: fraction(BigInt(counted), 360n) }
}

function actual(span: Span, convention: Parameters<typeof yearFraction>[0]) {
  return { days: daysBetween(span.from, span.to), years: yearFraction(convention, span) }
}

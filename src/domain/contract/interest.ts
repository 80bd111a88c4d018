// Daily simple interest under the United States Rule: principal x rate x days / days in the year,
// first day in, last day out.
// Example: 14,415.38 at 5.49 % from 2026-11-20 to 2026-12-04 (14 days, /365) = 30.3552... and posts
// as 30.36.
import type { CivilDate } from '../calendar.ts'
import { addDays } from '../calendar.ts'
import { type Explanation, type ExplanationInput, exactDollars } from '../explanation.ts'
import { add, type Fraction, floor, fraction, toDecimal, ZERO } from '../fraction.ts'
import type { Cents, RatePpb } from '../money.ts'
import { type YearPart, yearParts } from './day-count.ts'
import type { InterestConvention } from './loan.ts'

/** A stretch of days with one principal and one rate. */
export type InterestSpan = {
  readonly principal: Cents
  readonly rate: RatePpb
  readonly from: CivilDate
  readonly to: CivilDate
}

/**
 * Exact interest in cents for a span; nothing is rounded except a daily rate that the contract
 * cuts.
 */
export function interestFor(convention: InterestConvention, span: InterestSpan): Fraction {
  const { n, d } = unreducedInterestFor(convention, span)
  return fraction(n, d)
}

/** The same for who only rounds it, where a common divisor changes nothing. */
export function unreducedInterestFor(convention: InterestConvention, span: InterestSpan): Fraction {
  let exact = ZERO
  for (const part of yearParts(convention, span))
    exact = add(exact, interestOfPart(convention, span, part))
  return exact
}

/** Exact interest in cents of the one day that begins on `on`. */
export function perDiem(
  convention: InterestConvention,
  at: { principal: Cents; rate: RatePpb; on: CivilDate },
): Fraction {
  return interestFor(convention, { ...at, from: at.on, to: addDays(at.on, 1) })
}

/**
 * The working of one span: days x principal x rate / days in the year, one part for each year it
 * touches.
 */
export function explainInterest(convention: InterestConvention, span: InterestSpan): Explanation {
  const parts = yearParts(convention, span)
  let from = span.from
  const explained = parts.map((part) => {
    const to = part === parts.at(-1) ? span.to : addDays(from, part.days)
    const exact = interestOfPart(convention, span, part)
    const explanation = segment({ ...span, from, to }, part, exact)
    from = to
    return explanation
  })
  const only = explained.length === 1 ? explained[0] : undefined
  if (only) return only
  return {
    label: 'interestSegment',
    inputs: [{ name: 'exact', dollars: exactDollars(interestFor(convention, span)) }],
    rule: 'sumOfParts',
    parts: explained,
  }
}

function segment(span: InterestSpan, part: YearPart, exact: Fraction): Explanation {
  const inputs: ExplanationInput[] = [
    { name: 'days', days: part.days, from: span.from, to: span.to },
    { name: 'principal', cents: span.principal },
    { name: 'rate', ratePpb: span.rate },
    { name: 'daysInYear', count: daysInYearText(part.daysInYear) },
    { name: 'exact', dollars: exactDollars(exact) },
  ]
  return {
    label: 'interestSegment',
    inputs,
    rule: 'simpleDailyInterest',
    citation: '12 CFR 1026 App. J (a)(3)',
  }
}

function interestOfPart(
  convention: InterestConvention,
  span: InterestSpan,
  part: YearPart,
): Fraction {
  const daily = dailyRate(convention.dailyRateDecimals, {
    rate: span.rate,
    daysInYear: part.daysInYear,
  })
  const n = daily.n * BigInt(span.principal) * BigInt(part.days)
  return n === 0n ? ZERO : { n, d: daily.d }
}

type DailyRate = { readonly rate: RatePpb; readonly daysInYear: Fraction }

/**
 * Rate of one day, cut to the contract's decimals if it names any. The last one is kept: an account
 * has the same for years.
 */
function dailyRate(decimals: number | null, { rate, daysInYear }: DailyRate): Fraction {
  if (kept?.rate === rate && kept.daysInYear === daysInYear && kept.decimals === decimals)
    return kept.daily
  const daily = workedOut(decimals, { rate, daysInYear })
  kept = { rate, daysInYear, decimals, daily }
  return daily
}

let kept: (DailyRate & { readonly decimals: number | null; readonly daily: Fraction }) | undefined

function workedOut(decimals: number | null, { rate, daysInYear }: DailyRate): Fraction {
  const exact = fraction(BigInt(rate) * daysInYear.d, 1_000_000_000n * daysInYear.n)
  if (decimals === null) return exact
  const scale = 10n ** BigInt(decimals)
  return fraction(floor({ n: exact.n * scale, d: exact.d }), scale)
}

function daysInYearText(daysInYear: Fraction): string {
  return daysInYear.d === 1n ? daysInYear.n.toString() : toDecimal(daysInYear, 2)
}

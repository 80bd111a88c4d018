// Which part of a year passes between two dates: the divisor is a contract field, never inferred
// (DOMAIN.md 2.A, 2.B).
// Example: 2026-01-15 to 2026-02-15 is 31/365 under actual/365 and 30/360 under 30/360.
import { unreachable } from '../assert.ts'
import {
  addDays,
  type CivilDate,
  date,
  daysBetween,
  daysInMonth,
  earlier,
  isLeapYear,
  partsOf,
} from '../calendar.ts'
import { add, type Fraction, fraction, ZERO } from '../fraction.ts'

export type DayCount =
  | 'actual/365'
  | 'actual/actual'
  | 'actual/360'
  | '30/360'
  | 'actual/366-leap'
  | 'actual/366-feb29'
  | 'actual/365.25'

/** Which year owns the night of 31 December to 1 January: it costs a cent now and then. */
export type YearEnd = 'old' | 'new'

export const DAY_COUNTS: readonly DayCount[] = [
  'actual/365',
  'actual/actual',
  'actual/360',
  '30/360',
  'actual/366-leap',
  'actual/366-feb29',
  'actual/365.25',
]

/** Some nights of one period that share a divisor: 14 days of a 365-day year. */
export type YearPart = { readonly days: number; readonly daysInYear: Fraction }

const DAYS_360 = fraction(360n)
const DAYS_365 = fraction(365n)
const DAYS_365_25 = fraction(1461n, 4n)
const DAYS_366 = fraction(366n)

/**
 * The parts of a year from `from` (counted) to `to` (not counted); empty when no day passes.
 * Refuses `to` before `from`.
 */
export function yearParts(
  convention: { dayCount: DayCount; yearEnd: YearEnd },
  span: { from: CivilDate; to: CivilDate },
): YearPart[] {
  const days = daysBetween(span.from, span.to)
  if (days < 0) throw new RangeError(`period ends before it begins: ${span.from} to ${span.to}`)
  if (days === 0) return []
  switch (convention.dayCount) {
    case 'actual/365':
      return [{ days, daysInYear: DAYS_365 }]
    case 'actual/360':
      return [{ days, daysInYear: DAYS_360 }]
    case 'actual/365.25':
      return [{ days, daysInYear: DAYS_365_25 }]
    case '30/360':
      return [{ days: days30360(span), daysInYear: DAYS_360 }]
    case 'actual/366-feb29':
      return [{ days, daysInYear: holdsLeapDay(span) ? DAYS_366 : DAYS_365 }]
    case 'actual/actual':
    case 'actual/366-leap':
      return byCalendarYear(span, convention.yearEnd)
    default:
      return unreachable(convention.dayCount)
  }
}

/** The same as one exact fraction of a year. */
export function yearFraction(
  convention: { dayCount: DayCount; yearEnd: YearEnd },
  span: { from: CivilDate; to: CivilDate },
): Fraction {
  return yearParts(convention, span)
    .map((part) => fraction(BigInt(part.days) * part.daysInYear.d, part.daysInYear.n))
    .reduce(add, ZERO)
}

/**
 * Days of the plain US loan rule 30/360: a 31st becomes the 30th, at the end only after a 30th at
 * the start; February is not adjusted.
 */
export function days30360(span: { from: CivilDate; to: CivilDate }): number {
  const a = partsOf(span.from)
  const b = partsOf(span.to)
  const d1 = Math.min(a.day, 30)
  const d2 = b.day === 31 && d1 === 30 ? 30 : b.day
  return 360 * (b.year - a.year) + 30 * (b.month - a.month) + (d2 - d1)
}

/** European 30/360: every 31st becomes the 30th. */
export function days30360European(span: { from: CivilDate; to: CivilDate }): number {
  const a = partsOf(span.from)
  const b = partsOf(span.to)
  return (
    360 * (b.year - a.year) + 30 * (b.month - a.month) + Math.min(b.day, 30) - Math.min(a.day, 30)
  )
}

/**
 * ISDA 30/360 (30E/360 ISDA): the last day of February counts as the 30th too, except at the end
 * when it is the termination date.
 */
export function days30360Isda(span: {
  from: CivilDate
  to: CivilDate
  termination: CivilDate | null
}): number {
  const a = partsOf(span.from)
  const b = partsOf(span.to)
  const d1 = isMonthEnd(span.from) ? 30 : a.day
  const d2 = isMonthEnd(span.to) && !(b.month === 2 && span.to === span.termination) ? 30 : b.day
  return 360 * (b.year - a.year) + 30 * (b.month - a.month) + (d2 - d1)
}

function isMonthEnd(day: CivilDate): boolean {
  const { year, month, day: dom } = partsOf(day)
  return dom === daysInMonth(year, month)
}

/** Each night goes to the year in which it starts ("old") or ends ("new"). */
function byCalendarYear(span: { from: CivilDate; to: CivilDate }, yearEnd: YearEnd): YearPart[] {
  const shift = yearEnd === 'new' ? 1 : 0
  const parts: YearPart[] = []
  let from = addDays(span.from, shift)
  const end = addDays(span.to, shift)
  while (from < end) {
    const { year } = partsOf(from)
    // Counted on from its last day: the year after the last one of our calendar has no dates.
    const next = addDays(date(`${year}-12-31`), 1)
    const to = earlier(next, end)
    parts.push({
      days: daysBetween(from, to),
      daysInYear: isLeapYear(year) ? DAYS_366 : DAYS_365,
    })
    from = to
  }
  return parts
}

/**
 * Whether 29 February lies after the first day and not after the last one: the night that leads
 * into it is in the period.
 */
function holdsLeapDay(span: { from: CivilDate; to: CivilDate }): boolean {
  for (let year = partsOf(span.from).year; year <= partsOf(span.to).year; year += 1) {
    if (!isLeapYear(year)) continue
    const leapDay = date(`${year}-02-29`)
    if (span.from < leapDay && leapDay <= span.to) return true
  }
  return false
}

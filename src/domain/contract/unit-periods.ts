// How many unit-periods lie between two dates: all months are equal and are counted back from the
// later date, what is left over is odd days (12 CFR 1026 App. J (b)(3), (b)(5)).
// Example: 1978-02-23 to 1978-03-01 is 6/15 of a semimonth; 1978-03-20 to 1978-04-21 is 4 weeks and
// 4/7.
import { type CivilDate, daysBetween, daysInMonth, fromParts, partsOf } from '../calendar.ts'
import { type Fraction, fraction } from '../fraction.ts'

/** A year is 12 months. Days other than one are no standard interval, but may be common. */
export type UnitPeriod =
  | { readonly kind: 'semimonth' }
  | { readonly kind: 'days' | 'weeks' | 'months'; readonly count: number }

export type UnitPeriods = { readonly periods: number; readonly fraction: Fraction }

/** App. J (b)(5)(ii) to (v): 365 days, 52 weeks, 24 semimonths, 12 months. */
export function unitPeriodsPerYear(unit: UnitPeriod): Fraction {
  switch (unit.kind) {
    case 'semimonth':
      return fraction(24n)
    case 'days':
      return fraction(365n, BigInt(unit.count))
    case 'weeks':
      return fraction(52n, BigInt(unit.count))
    case 'months':
      return fraction(12n, BigInt(unit.count))
  }
}

/** `monthDay` is the day of the month that the later date stands for: see `meantDay`. */
export function unitPeriodsBetween(
  unit: UnitPeriod,
  span: { from: CivilDate; to: CivilDate; monthDay: number },
): UnitPeriods {
  switch (unit.kind) {
    case 'days':
      return divided(daysBetween(span.from, span.to), unit.count)
    case 'weeks':
      return divided(daysBetween(span.from, span.to), unit.count * 7)
    case 'semimonth':
      return divided(daysOfEqualMonths(span), 15)
    case 'months':
      return unit.count === 12 ? years(span) : divided(daysOfEqualMonths(span), unit.count * 30)
  }
}

/** Whole months counted back from the later date, and the days before them. */
export function monthsAndDays(span: { from: CivilDate; to: CivilDate; monthDay: number }): {
  months: number
  days: number
} {
  const [a, b] = [partsOf(span.from), partsOf(span.to)]
  const most = (b.year - a.year) * 12 + b.month - a.month
  const months = most > 0 && monthsBefore(span, most) < span.from ? most - 1 : most
  return { months, days: daysBetween(span.from, monthsBefore(span, months)) }
}

/**
 * The day of the month for which a date stands among its like: the last day of a shorter month
 * stands for the 29th, 30th or 31st when another of them falls on it (App. J (b)(3)(iv)).
 */
export function meantDay(date: CivilDate, like: readonly CivilDate[]): number {
  const { year, month, day } = partsOf(date)
  if (day < daysInMonth(year, month)) return day
  return like.reduce((most, other) => Math.max(most, partsOf(other).day), day)
}

function monthsBefore({ to, monthDay }: { to: CivilDate; monthDay: number }, months: number) {
  if (months === 0) return to
  const parts = partsOf(to)
  const index = parts.year * 12 + parts.month - 1 - months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  return fromParts({ year, month, day: Math.min(monthDay, daysInMonth(year, month)) })
}

function daysOfEqualMonths(span: { from: CivilDate; to: CivilDate; monthDay: number }): number {
  const { months, days } = monthsAndDays(span)
  return months * 30 + days
}

/** App. J (b)(5)(v): a rest of whole months is twelfths, any other is days of 365. */
function years(span: { from: CivilDate; to: CivilDate; monthDay: number }): UnitPeriods {
  const { months, days } = monthsAndDays(span)
  const periods = Math.floor(months / 12)
  if (days === 0) return { periods, fraction: fraction(BigInt(months % 12), 12n) }
  const rest = daysBetween(span.from, monthsBefore(span, periods * 12))
  return { periods, fraction: fraction(BigInt(rest), 365n) }
}

/** 30 odd days are 30/30 of a month and are worth what a whole one is: they count as one. */
function divided(days: number, unit: number): UnitPeriods {
  const periods = Math.floor(days / unit)
  return { periods, fraction: fraction(BigInt(days - periods * unit), BigInt(unit)) }
}

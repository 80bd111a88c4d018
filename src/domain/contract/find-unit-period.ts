// Which unit-period a transaction has: its most frequent common period, or the average where no
// period comes twice (12 CFR 1026 App. J (b)(3), (b)(4)).
// Example: advanced 2026-01-10, paid 2026-03-01, 04-01 and 05-01: a month, which comes twice.
import { unreachable } from '../assert.ts'
import { addDays, addMonths, type CivilDate, daysBetween } from '../calendar.ts'
import { meantDay, monthsAndDays, type UnitPeriod } from './unit-periods.ts'

export type CreditDates = {
  /** When the finance charge begins to be earned: the first advance. */
  readonly start: CivilDate
  readonly advances: readonly CivilDate[]
  readonly payments: readonly CivilDate[]
}

/** Two equally frequent periods: the shorter one. Needs one period at least. */
export function findUnitPeriod({ start, advances, payments }: CreditDates): UnitPeriod {
  const rows = [[...advances].sort(), [start, ...[...payments].sort()]]
  const common = mostFrequent(rows.flatMap(periodNames))
  return common ?? averagePeriod(rows.flatMap(lengths))
}

/** Days that a unit-period has for comparing: months of 30, the year of 365. */
function lengthOf(unit: UnitPeriod): number {
  switch (unit.kind) {
    case 'semimonth':
      return 15
    case 'days':
      return unit.count
    case 'weeks':
      return unit.count * 7
    case 'months':
      return unit.count === 12 ? 365 : unit.count * 30
    default:
      return unreachable(unit)
  }
}

function lengths(dates: readonly CivilDate[]): number[] {
  return dates
    .slice(1)
    .map((to, index) => daysBetween(dates[index] ?? to, to))
    .filter((days) => days > 0)
}

/**
 * Each period under every name that fits: 28 days are four weeks, and a month from 1 February. The
 * name that the others share wins.
 */
function periodNames(dates: readonly CivilDate[]): UnitPeriod[] {
  return dates.slice(1).flatMap((to, index) => {
    const from = dates[index] ?? to
    if (from === to) return []
    const before = dates[index - 1]
    const after = dates[index + 2]
    const isHalf = isMonthApart(from, after, dates) || isMonthApart(before, to, dates)
    return namesOf({ from, to, monthDay: meantDay(to, dates) }, isHalf ? [SEMIMONTH] : [])
  })
}

const SEMIMONTH: UnitPeriod = { kind: 'semimonth' }

function namesOf(
  span: { from: CivilDate; to: CivilDate; monthDay: number },
  halves: readonly UnitPeriod[],
): UnitPeriod[] {
  const days = daysBetween(span.from, span.to)
  const whole = monthsAndDays(span)
  const names: UnitPeriod[] = days >= 13 && days <= 18 ? [...halves] : []
  if (whole.days === 0 && whole.months >= 1 && whole.months <= 12) {
    names.push({ kind: 'months', count: whole.months })
  }
  if (days % 7 === 0 && days <= 364) names.push({ kind: 'weeks', count: days / 7 })
  return names.length > 0 || days > 365 ? names : [{ kind: 'days', count: days }]
}

function isMonthApart(
  from: CivilDate | undefined,
  to: CivilDate | undefined,
  like: readonly CivilDate[],
): boolean {
  if (from === undefined || to === undefined) return false
  const { months, days } = monthsAndDays({ from, to, monthDay: meantDay(to, like) })
  return months === 1 && days === 0 && addMonths(from, 2) > to && addDays(from, 26) < to
}

function mostFrequent(periods: readonly UnitPeriod[]): UnitPeriod | null {
  const groups = [...Map.groupBy(periods, (unit) => JSON.stringify(unit)).values()]
  const [best] = groups
    .filter((group) => group.length > 1)
    .sort((a, b) => b.length - a.length || lengthOfFirst(a) - lengthOfFirst(b))
  return best?.[0] ?? null
}

function lengthOfFirst([unit]: readonly UnitPeriod[]): number {
  return unit === undefined ? 0 : lengthOf(unit)
}

/** App. J (b)(3)(iii): a day, weeks, a semimonth, months, up to a year. */
const STANDARD: readonly UnitPeriod[] = [
  { kind: 'days', count: 1 },
  ...Array.from({ length: 52 }, (_, index) => ({ kind: 'weeks' as const, count: index + 1 })),
  SEMIMONTH,
  ...Array.from({ length: 12 }, (_, index) => ({ kind: 'months' as const, count: index + 1 })),
]

/** App. J (b)(4)(i)(B): the standard interval nearest to the average, the lower of two. */
function averagePeriod(days: readonly number[]): UnitPeriod {
  const average = days.reduce((sum, length) => sum + length, 0) / days.length
  const distance = (unit: UnitPeriod) => Math.abs(lengthOf(unit) - average)
  return STANDARD.reduce((best, unit) => {
    const nearer = distance(unit) - distance(best)
    return nearer < 0 || (nearer === 0 && lengthOf(unit) < lengthOf(best)) ? unit : best
  })
}

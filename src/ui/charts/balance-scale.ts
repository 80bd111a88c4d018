import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { type CivilDate, dayNumber, fromParts, partsOf } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'

export type BalancePoint = { date: CivilDate; cents: Cents }

/** `shortLabel` stands on phones, where there is less room on the line. */
export type BalanceLine = { points: readonly BalancePoint[]; label: string; shortLabel?: string }

export type BalanceChartProps = {
  /** A sentence with the same figures; the table is one link away. */
  name: string
  from: CivilDate
  to: CivilDate
  today: { date: CivilDate; words: string; detail: string }
  scheduled: BalanceLine
  yours: BalanceLine
  whatIf?: BalanceLine
  /** One tick for each payment of the contract. */
  paymentDates: readonly CivilDate[]
}

/** Plot height above the axis, in px; widths are shares of whatever room there is. */
export const PLOT_TOP = 16
export const PLOT_BOTTOM = 244

export type BalanceScale = {
  /** Share of the plot's width, 0 to 100. */
  x: (day: CivilDate) => number
  y: (amount: number) => number
  /** Round amounts for the lines across, in cents, without the top. */
  levels: number[]
  years: { label: string; day: CivilDate }[]
}

/** Days across, cents up, from zero to a little above the highest balance. */
export function balanceScale(span: {
  from: CivilDate
  to: CivilDate
  highest: number
}): BalanceScale {
  const days = scaleLinear([dayNumber(span.from), dayNumber(span.to)], [0, 100])
  const amounts = scaleLinear([0, Math.max(span.highest, 1)], [PLOT_BOTTOM, PLOT_TOP + 12])
  const levels = amounts.ticks(3).filter((level) => amounts(level) > PLOT_TOP + 20)
  return {
    x: (day) => days(dayNumber(day)),
    y: (amount) => amounts(amount),
    levels,
    years: yearsOf(span.from, span.to),
  }
}

export function linePath(points: readonly BalancePoint[], scale: BalanceScale): string {
  const draw = line<BalancePoint>(
    (p) => scale.x(p.date),
    (p) => scale.y(p.cents),
  ).digits(2)
  return draw([...points]) ?? ''
}

export function areaPath(points: readonly BalancePoint[], scale: BalanceScale): string {
  const draw = area<BalancePoint>(
    (p) => scale.x(p.date),
    PLOT_BOTTOM,
    (p) => scale.y(p.cents),
  )
  return draw.digits(2)([...points]) ?? ''
}

/** The balance of a line on a day, straight between its points; its end outside of them. */
export function levelOn(points: readonly BalancePoint[], day: CivilDate): number {
  const after = points.findIndex((point) => point.date >= day)
  const right = points[after]
  const left = points[after - 1]
  if (!right) return points.at(-1)?.cents ?? 0
  if (!left) return right.cents
  const share =
    (dayNumber(day) - dayNumber(left.date)) / (dayNumber(right.date) - dayNumber(left.date))
  return left.cents + (right.cents - left.cents) * share
}

function yearsOf(from: CivilDate, to: CivilDate): BalanceScale['years'] {
  const first = partsOf(from).year + 1
  const count = Math.max(partsOf(to).year - first + 1, 0)
  const every = Math.ceil(count / 6)
  return Array.from({ length: count }, (_, index) => first + index)
    .filter((_, index) => index % Math.max(every, 1) === 0)
    .map((year) => ({ label: String(year), day: fromParts({ year, month: 1, day: 1 }) }))
}

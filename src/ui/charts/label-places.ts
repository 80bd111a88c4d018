// Where the labels of the balance chart stand: each takes the first place of its own list that
// touches no line and no other label. Tried at the narrowest the chart is shown in: with more room
// a label takes a smaller share of it, so that what is free stays free.
import { addDays, type CivilDate, dayNumber } from '#src/domain/calendar.ts'
import {
  type BalanceChartProps,
  type BalanceLine,
  type BalanceScale,
  levelOn,
  PLOT_BOTTOM,
  PLOT_TOP,
} from './balance-scale.ts'
import { type DrawnLine, type LabelPlace, LabelRoom, LINE_HEIGHT } from './label-room.ts'

export type ChartLook = 'phone' | 'wide'

/** With the amount under the word, or the word alone. */
export type TodayPlace = LabelPlace & { readonly lines: 1 | 2 }

/** Null where there is no room: that label is left off, the table has its figures. */
export type LabelPlaces = Readonly<Record<'yours' | 'whatIf' | 'scheduled', LabelPlace | null>> & {
  readonly today: TodayPlace | null
}

/**
 * Widths of the plot, least and most: on phones of 320 and 368 px, screens of 639 and 640, and the
 * widest page.
 */
const WIDTHS = { phone: [206, 254, 525], wide: [505, 615] } as const
/** Where the plot has less than this, the amount of today is left off by the style sheet. */
const DETAIL_FROM = 254
/** About the width of a letter, px. */
const LETTER = 6.7
const BOLD = 7.2
/** The last baseline above the axis. */
const LOWEST = PLOT_BOTTOM - 16

export function labelPlaces(
  chart: BalanceChartProps,
  scale: BalanceScale,
  look: ChartLook,
): LabelPlaces {
  const balances = balanceLines(chart, scale)
  const room = new LabelRoom({
    widths: WIDTHS[look],
    bottom: PLOT_BOTTOM,
    lines: (width) => [...balances, ...todayLines(chart, scale, width)],
    crossed: scale.levels.map((level) => [0, 100].map((x) => ({ x, y: scale.y(level) }))),
  })
  const size = (line: BalanceLine, letter: number) => {
    const width = labelOf(line, look).length * letter
    return { width: () => width, lines: 1 }
  }
  const { yours, whatIf, scheduled } = chart
  return {
    today: todayPlace(room, chart, scale),
    yours: room.take(yoursPlaces(chart, scale, look), size(yours, BOLD)),
    whatIf: whatIf ? room.take(whatIfPlaces(chart, whatIf, scale), size(whatIf, BOLD)) : null,
    scheduled: room.take(scheduledPlaces(chart, scale), size(scheduled, LETTER)),
  }
}

/** A shorter one on phones. */
export function labelOf(line: BalanceLine, look: ChartLook): string {
  return look === 'phone' ? (line.shortLabel ?? line.label) : line.label
}

function balanceLines(chart: BalanceChartProps, scale: BalanceScale): DrawnLine[] {
  const balances = [chart.scheduled, chart.yours, ...(chart.whatIf ? [chart.whatIf] : [])]
  return balances.map(({ points }) =>
    points.map((point) => ({ x: scale.x(point.date), y: scale.y(point.cents) })),
  )
}

/** The line of today and the dot on it. */
function todayLines(chart: BalanceChartProps, scale: BalanceScale, width: number): DrawnLine[] {
  const at = scale.x(chart.today.date)
  const now = scale.y(chart.yours.points.at(-1)?.cents ?? 0)
  const dot = (6 / width) * 100
  return [
    [PLOT_TOP, PLOT_BOTTOM].map((y) => ({ x: at, y })),
    [-6, 0, 6].map((y) => ({ x: at + dot, y: now + y })),
    [-6, 0, 6].map((y) => ({ x: at - dot, y: now + y })),
  ]
}

/** Where lines leave no room for its amount, today is named alone. */
function todayPlace(
  room: LabelRoom,
  chart: BalanceChartProps,
  scale: BalanceScale,
): TodayPlace | null {
  const { today } = chart
  const words = today.words.length * BOLD
  const both = Math.max(words, today.detail.length * LETTER)
  const places = todayPlaces(chart, scale)
  const whole = room.take(places, {
    width: (plot) => (plot < DETAIL_FROM ? words : both),
    lines: 2,
  })
  if (whole) return { ...whole, lines: 2 }
  const alone = room.take(places, { width: () => words, lines: 1 })
  return alone && { ...alone, lines: 1 }
}

/** Beside its line on the side with more room, as high as it can. */
function todayPlaces(chart: BalanceChartProps, scale: BalanceScale): LabelPlace[] {
  const x = scale.x(chart.today.date)
  const right = { x, dx: 8, anchor: 'start' as const }
  const left = { x, dx: -8, anchor: 'end' as const }
  const sides = x > 62 ? [left, right] : [right, left]
  const first = PLOT_TOP + 10 + LINE_HEIGHT
  const heights = Array.from({ length: 1 + (LOWEST - first) / 6 }, (_, step) => first + step * 6)
  const [top = first, ...lower] = heights
  return [
    ...sides.map((side) => ({ ...side, y: top })),
    ...sides.flatMap((side) => lower.map((y) => ({ ...side, y }))),
  ]
}

/** In the area under its line; nowhere while that is narrower than its words. */
function yoursPlaces(chart: BalanceChartProps, scale: BalanceScale, look: ChartLook): LabelPlace[] {
  const x = scale.x(chart.yours.points[0]?.date ?? chart.today.date)
  const room = ((scale.x(chart.today.date) - x) / 100) * WIDTHS[look][0]
  const words = labelOf(chart.yours, look).length * BOLD
  return room < words + 16 ? [] : [{ x, dx: 10, y: LOWEST, anchor: 'start' }]
}

/** Under the dotted line: above the axis, or close to it where that is taken. */
function whatIfPlaces(
  chart: BalanceChartProps,
  line: BalanceLine,
  scale: BalanceScale,
): LabelPlace[] {
  const end = line.points.at(-1)?.date ?? chart.to
  const days = (shares: number[]) => shares.map((share) => between(chart.today.date, end, share))
  return [
    ...days([0.38, 0.3, 0.46, 0.24, 0.54]).map((day) => ({
      x: scale.x(day),
      dx: 0,
      y: LOWEST,
      anchor: 'middle' as const,
    })),
    ...days([0.5, 0.6, 0.4, 0.7]).map((day) => ({
      x: scale.x(day),
      dx: -12,
      y: scale.y(levelOn(line.points, day)) + 14,
      anchor: 'end' as const,
    })),
  ]
}

/** Above its line or, where another runs there, below it; first in the years to come. */
function scheduledPlaces(chart: BalanceChartProps, scale: BalanceScale): LabelPlace[] {
  const shares = [0.4, 0.46, 0.34, 0.52, 0.28, 0.6, 0.2, 0.7, 0.12, 0.8]
  const days = [chart.today.date, chart.from].flatMap((from) =>
    shares.map((share) => between(from, chart.to, share)),
  )
  const places = days.map((day) => ({
    x: scale.x(day),
    y: scale.y(levelOn(chart.scheduled.points, day)),
  }))
  return [
    ...places.map(({ x, y }) => ({ x, dx: 14, y: y - 3, anchor: 'start' as const })),
    ...places.map(({ x, y }) => ({ x, dx: -10, y: y + 14, anchor: 'end' as const })),
    ...places.map(({ x, y }) => ({ x, dx: 24, y: y - 12, anchor: 'start' as const })),
    ...places.map(({ x, y }) => ({ x, dx: -24, y: y + 26, anchor: 'end' as const })),
  ]
}

function between(from: CivilDate, to: CivilDate, share: number): CivilDate {
  return addDays(from, Math.round((dayNumber(to) - dayNumber(from)) * share))
}

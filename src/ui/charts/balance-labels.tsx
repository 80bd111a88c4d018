import { addDays, type CivilDate, dayNumber } from '#src/domain/calendar.ts'
import {
  type BalanceChartProps,
  type BalanceLine,
  type BalanceScale,
  levelOn,
  PLOT_BOTTOM,
  PLOT_TOP,
} from './balance-scale.ts'

/** Labels stand on or beside the lines they name; there is no legend box. */
export function LineLabels(props: { chart: BalanceChartProps; scale: BalanceScale }) {
  const { chart, scale } = props
  const onScheduled = between(chart.today.date, chart.to, 0.4)
  const scheduledY = scale.y(levelOn(chart.scheduled.points, onScheduled))
  return (
    <>
      <TodayLabel {...props} />
      <LineLabel
        line={chart.scheduled}
        look="k-chart-text k-chart-halo"
        x={scale.x(onScheduled) + 2.5}
        y={scheduledY - 3}
        anchor="start"
      />
      <LineLabel
        line={chart.yours}
        look="k-chart-text k-chart-yours"
        x={2}
        y={PLOT_BOTTOM - 16}
        anchor="start"
      />
      {chart.whatIf && (
        <LineLabel
          line={chart.whatIf}
          look="k-chart-text k-chart-yours k-chart-halo"
          x={scale.x(whatIfDay(chart))}
          y={PLOT_BOTTOM - 16}
          anchor="middle"
        />
      )}
    </>
  )
}

/** Leans to the side with more room. */
function TodayLabel({ chart, scale }: { chart: BalanceChartProps; scale: BalanceScale }) {
  const x = scale.x(chart.today.date)
  const side = x > 62 ? { anchor: 'end' as const, dx: -8 } : { anchor: 'start' as const, dx: 8 }
  const at = `${x.toFixed(2)}%`
  return (
    <g text-anchor={side.anchor}>
      <text class="k-chart-text k-chart-strong" x={at} dx={side.dx} y={PLOT_TOP + 10}>
        {chart.today.words}
      </text>
      <text class="k-chart-text k-today-detail" x={at} dx={side.dx} y={PLOT_TOP + 28}>
        {chart.today.detail}
      </text>
    </g>
  )
}

function LineLabel(props: {
  line: BalanceLine
  look: string
  x: number
  y: number
  anchor: 'start' | 'middle'
}) {
  const place = { x: `${props.x.toFixed(2)}%`, y: props.y, 'text-anchor': props.anchor }
  const { label, shortLabel } = props.line
  if (!shortLabel) {
    return (
      <text class={props.look} {...place}>
        {label}
      </text>
    )
  }
  return (
    <>
      <text class={`${props.look} k-wide-only`} {...place}>
        {label}
      </text>
      <text class={`${props.look} k-phone-only`} {...place}>
        {shortLabel}
      </text>
    </>
  )
}

/** Under the dotted line, where it leaves room before the axis. */
function whatIfDay(chart: BalanceChartProps): CivilDate {
  const end = chart.whatIf?.points.at(-1)?.date ?? chart.to
  return between(chart.today.date, end, 0.38)
}

function between(from: CivilDate, to: CivilDate, share: number): CivilDate {
  return addDays(from, Math.round((dayNumber(to) - dayNumber(from)) * share))
}

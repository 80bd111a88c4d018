import type { ComponentChildren } from 'preact'
import type { CivilDate } from '#src/domain/calendar.ts'
import { larger, ZERO_CENTS } from '#src/domain/money.ts'
import { LineLabels } from './balance-labels.tsx'
import {
  areaPath,
  type BalanceChartProps,
  type BalanceScale,
  balanceScale,
  linePath,
  PLOT_BOTTOM,
  PLOT_TOP,
} from './balance-scale.ts'

/** Balance over time: as scheduled, as it is, and as it would be. Heights are px, widths shares. */
export function BalanceChart(props: BalanceChartProps) {
  const lines = [props.scheduled, props.yours, ...(props.whatIf ? [props.whatIf] : [])]
  const highest = lines
    .flatMap((one) => one.points)
    .reduce((top, point) => larger(top, point.cents), ZERO_CENTS)
  const scale = balanceScale({ from: props.from, to: props.to, highest })
  return (
    <div class="k-chart" role="img" aria-label={props.name}>
      <svg class="k-chart-scale" width="42" height="272" aria-hidden="true">
        {[0, ...scale.levels.filter((level) => level > 0)].map((level) => (
          <text class="k-chart-text k-chart-small" x="34" y={scale.y(level) + 4} text-anchor="end">
            {axisAmount(level)}
          </text>
        ))}
      </svg>
      <svg class="k-chart-plot" width="100%" height="272" aria-hidden="true">
        <Axis chart={props} scale={scale} />
        <Lines chart={props} scale={scale} />
        <Today chart={props} scale={scale} />
        <LineLabels chart={props} scale={scale} />
      </svg>
    </div>
  )
}

type Parts = { chart: BalanceChartProps; scale: BalanceScale }

function Axis({ chart, scale }: Parts) {
  const { levels, years } = scale
  const paid = chart.paymentDates.filter((day) => day <= chart.today.date)
  const ahead = chart.paymentDates.filter((day) => day > chart.today.date)
  return (
    <g>
      <Stretched>
        <path class="k-stroke-line" d={across(levels.map(scale.y))} {...EVEN_STROKE} />
        <path class="k-stroke-control" d={across([PLOT_BOTTOM])} {...EVEN_STROKE} />
        <path class="k-stroke-control" d={ticksAt(ahead, { scale, length: 5 })} {...EVEN_STROKE} />
        <path class="k-stroke-ink2" d={ticksAt(paid, { scale, length: 5 })} {...EVEN_STROKE} />
        <path
          class="k-stroke-ink2"
          d={ticksAt(
            years.map((year) => year.day),
            { scale, length: 8 },
          )}
          {...EVEN_STROKE}
        />
      </Stretched>
      <g text-anchor="middle">
        {years.map((year) => (
          <text
            class="k-chart-text k-chart-small"
            x={percent(scale.x(year.day))}
            y={PLOT_BOTTOM + 23}
          >
            {year.label}
          </text>
        ))}
      </g>
    </g>
  )
}

const EVEN_STROKE = { 'vector-effect': 'non-scaling-stroke' } as const

/** Many lines of one look are one path: an element each is what a page spends its time on. */
function across(heights: readonly number[]): string {
  return heights.map((y) => `M0 ${y}H100`).join('')
}

function ticksAt(
  days: readonly CivilDate[],
  { scale, length }: { scale: BalanceScale; length: number },
): string {
  return days.map((day) => `M${scale.x(day).toFixed(2)} ${PLOT_BOTTOM}v${length}`).join('')
}

function Lines({ chart, scale }: Parts) {
  return (
    <Stretched>
      <path class="k-fill-soft" d={areaPath(chart.yours.points, scale)} />
      <path
        class="k-stroke-ink3 k-line-scheduled"
        d={linePath(chart.scheduled.points, scale)}
        {...EVEN_STROKE}
      />
      <path
        class="k-stroke-accent k-line-yours"
        d={linePath(chart.yours.points, scale)}
        {...EVEN_STROKE}
      />
      {chart.whatIf && (
        <path
          class="k-stroke-accent k-line-what-if"
          d={linePath(chart.whatIf.points, scale)}
          {...EVEN_STROKE}
        />
      )}
    </Stretched>
  )
}

/** As wide as there is room; strokes keep their own width where they say so. */
function Stretched(props: { children: ComponentChildren }) {
  return (
    <svg
      width="100%"
      height={PLOT_BOTTOM}
      viewBox={`0 0 100 ${PLOT_BOTTOM}`}
      preserveAspectRatio="none"
      overflow="visible"
      fill="none"
      aria-hidden="true"
    >
      {props.children}
    </svg>
  )
}

function Today({ chart, scale }: Parts) {
  const at = percent(scale.x(chart.today.date))
  const now = chart.yours.points.at(-1)
  const end = chart.whatIf?.points.at(-1)
  return (
    <g>
      <line class="k-stroke-ink" x1={at} x2={at} y1={PLOT_TOP} y2={PLOT_BOTTOM} />
      {now && (
        <circle
          class="k-fill-accent k-stroke-surface"
          cx={percent(scale.x(now.date))}
          cy={scale.y(now.cents)}
          r="6"
          stroke-width="2"
        />
      )}
      {end && (
        <circle
          class="k-fill-surface k-stroke-accent"
          cx={percent(scale.x(end.date))}
          cy={scale.y(end.cents)}
          r="4.5"
          stroke-width="2.25"
        />
      )}
    </g>
  )
}

function axisAmount(level: number): string {
  const dollars = level / 100
  return dollars >= 1000 ? `$${dollars / 1000}k` : `$${dollars}`
}

function percent(share: number): string {
  return `${share.toFixed(2)}%`
}

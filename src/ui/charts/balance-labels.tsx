import type { BalanceChartProps, BalanceLine, BalanceScale } from './balance-scale.ts'
import { type ChartLook, labelOf, labelPlaces, type TodayPlace } from './label-places.ts'
import { type LabelPlace, LINE_HEIGHT } from './label-room.ts'

/** Labels stand on or beside the lines they name; there is no legend box. */
export function LineLabels(props: { chart: BalanceChartProps; scale: BalanceScale }) {
  return (
    <>
      <g class="k-wide-only">
        <Labels {...props} look="wide" />
      </g>
      <g class="k-phone-only">
        <Labels {...props} look="phone" />
      </g>
    </>
  )
}

function Labels(props: { chart: BalanceChartProps; scale: BalanceScale; look: ChartLook }) {
  const { chart, scale, look } = props
  const places = labelPlaces(chart, scale, look)
  const named = (line: BalanceLine, at: LabelPlace, classes: string) => (
    <text class={classes} {...anchored(at)} y={at.y}>
      {labelOf(line, look)}
    </text>
  )
  return (
    <>
      {places.today && <TodayLabel today={chart.today} at={places.today} />}
      {places.scheduled && named(chart.scheduled, places.scheduled, 'k-chart-text k-chart-halo')}
      {places.yours && named(chart.yours, places.yours, 'k-chart-text k-chart-yours')}
      {chart.whatIf &&
        places.whatIf &&
        named(chart.whatIf, places.whatIf, 'k-chart-text k-chart-yours k-chart-halo')}
    </>
  )
}

function TodayLabel({ today, at }: { today: BalanceChartProps['today']; at: TodayPlace }) {
  const isWhole = at.lines === 2
  return (
    <>
      <text
        class="k-chart-text k-chart-strong"
        {...anchored(at)}
        y={isWhole ? at.y - LINE_HEIGHT : at.y}
      >
        {today.words}
      </text>
      {isWhole && (
        <text class="k-chart-text k-today-detail" {...anchored(at)} y={at.y}>
          {today.detail}
        </text>
      )}
    </>
  )
}

function anchored(at: LabelPlace) {
  return { x: `${at.x.toFixed(2)}%`, dx: at.dx, 'text-anchor': at.anchor }
}

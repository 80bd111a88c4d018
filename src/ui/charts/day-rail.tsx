import type { ComponentChildren } from 'preact'

export type RailDay = {
  number: string
  /** "Tue", or "Holiday". */
  weekday: string
  bank: 'open' | 'closed'
  pin?: { words: string; tone: 'plain' | 'accent' }
}

/** One tick a day from today on; pins on the days that matter. On phones `list` replaces it. */
export function DayRail(props: {
  name: string
  days: readonly RailDay[]
  list: ComponentChildren
}) {
  const last = Math.max(props.days.length - 1, 1)
  return (
    <>
      <svg class="k-rail" height="102" role="img" aria-label={props.name}>
        <line class="k-stroke-control" x1={x(0, last)} x2={x(last, last)} y1="60" y2="60" />
        <Ticks days={props.days} last={last} />
        {props.days.map(
          ({ pin }, index) =>
            pin && <Pin {...pin} at={x(index, last)} lean={leanOf(props.days, index)} />,
        )}
        <g text-anchor="middle">
          {props.days.map((day, index) => (
            <DayWords day={day} at={x(index, last)} />
          ))}
        </g>
      </svg>
      <div class="k-rail-list">{props.list}</div>
    </>
  )
}

/** Days stand between 1.3 % and 97 % of the width, so that their words stay inside. */
function x(index: number, last: number): string {
  return `${share(index, last)}%`
}

function share(index: number, last: number): string {
  return (1.3 + (index / last) * 95.7).toFixed(2)
}

/** Which way the words of a pin lean, so that they stay inside and off the next pin's words. */
type Lean = 'start' | 'middle' | 'end'

function leanOf(days: readonly RailDay[], index: number): Lean {
  if (index === 0) return 'start'
  if (index === days.length - 1) return 'end'
  const next = days.findIndex((day, at) => at > index && day.pin)
  const letters = (at: number) => days[at]?.pin?.words.length ?? 0
  const isFirst = days.findIndex((day, at) => at > 0 && day.pin) === index
  const besideToday = (letters(0) + letters(index) / 2 + 1) * LETTER
  if (isFirst && besideToday > (index / days.length) * WIDTH) return 'start'
  const needed = ((letters(index) + letters(next)) / 2) * LETTER + 4 * LETTER
  return next > 0 && needed > ((next - index) / days.length) * WIDTH ? 'end' : 'middle'
}

/** About one letter and the usual width of a rail, px. */
const LETTER = 7
const WIDTH = 640

/** The days without a pin, all in one path that is stretched to the room there is. */
function Ticks(props: { days: readonly RailDay[]; last: number }) {
  const path = props.days.map((day, index) =>
    day.pin ? '' : `M${share(index, props.last)} ${day.bank === 'open' ? 52 : 56}V60`,
  )
  return (
    <svg
      width="100%"
      height="102"
      viewBox="0 0 100 102"
      preserveAspectRatio="none"
      overflow="visible"
      aria-hidden="true"
    >
      <path class="k-stroke-control" d={path.join('')} vector-effect="non-scaling-stroke" />
    </svg>
  )
}

function DayWords({ day, at }: { day: RailDay; at: string }) {
  return (
    <>
      {day.number && (
        <text class={day.pin ? 'k-chart-text k-chart-strong' : 'k-chart-text'} x={at} y="79">
          {day.number}
        </text>
      )}
      {day.weekday && (
        <text class={day.bank === 'open' ? DAY_OPEN : DAY_CLOSED} x={at} y="97">
          {day.weekday}
        </text>
      )}
    </>
  )
}

const DAY_OPEN = 'k-chart-text k-rail-weekday'
const DAY_CLOSED = 'k-chart-text k-rail-weekday k-chart-quiet'

function Pin(props: { words: string; tone: 'plain' | 'accent'; at: string; lean: Lean }) {
  const accent = props.tone === 'accent'
  const shift = { start: -6, middle: 0, end: 6 }[props.lean]
  return (
    <>
      <text
        class={accent ? 'k-chart-text k-chart-yours' : 'k-chart-text k-chart-strong'}
        x={props.at}
        dx={shift}
        y="13"
        text-anchor={props.lean}
      >
        {props.words}
      </text>
      <line
        class={accent ? 'k-stroke-accent' : 'k-stroke-ink'}
        stroke-width={accent ? 2.5 : 1.5}
        x1={props.at}
        x2={props.at}
        y1="24"
        y2="60"
      />
      <circle
        class={accent ? 'k-fill-accent' : 'k-fill-surface k-stroke-ink'}
        stroke-width={accent ? 0 : 2}
        cx={props.at}
        cy="60"
        r={accent ? 5 : 4}
      />
    </>
  )
}

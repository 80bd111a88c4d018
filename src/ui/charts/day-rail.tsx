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
        {props.days.map((day, index) => (
          <Day day={day} at={x(index, last)} edge={edgeOf(index, last)} />
        ))}
      </svg>
      <div class="k-rail-list">{props.list}</div>
    </>
  )
}

/** Days stand between 1.3 % and 97 % of the width, so that their words stay inside. */
function x(index: number, last: number): string {
  return `${(1.3 + (index / last) * 95.7).toFixed(2)}%`
}

type Edge = 'first' | 'last' | 'middle'

function edgeOf(index: number, last: number): Edge {
  return index === 0 ? 'first' : index === last ? 'last' : 'middle'
}

function Day(props: { day: RailDay; at: string; edge: Edge }) {
  const { day, at } = props
  return (
    <g>
      {day.pin ? (
        <Pin words={day.pin.words} tone={day.pin.tone} at={at} edge={props.edge} />
      ) : (
        <line class="k-stroke-control" x1={at} x2={at} y1={day.bank === 'open' ? 52 : 56} y2="60" />
      )}
      <g text-anchor="middle">
        <text class={day.pin ? 'k-chart-text k-chart-strong' : 'k-chart-text'} x={at} y="79">
          {day.number}
        </text>
        <text class={day.bank === 'open' ? DAY_OPEN : DAY_CLOSED} x={at} y="97">
          {day.weekday}
        </text>
      </g>
    </g>
  )
}

const DAY_OPEN = 'k-chart-text k-rail-weekday'
const DAY_CLOSED = 'k-chart-text k-rail-weekday k-chart-quiet'

/** The words of the first and last pin lean inwards; the others stand over their day. */
function Pin(props: { words: string; tone: 'plain' | 'accent'; at: string; edge: Edge }) {
  const accent = props.tone === 'accent'
  const anchor = { first: 'start', middle: 'middle', last: 'end' }[props.edge]
  const lean = { first: -6, middle: 0, last: 6 }[props.edge]
  return (
    <>
      <text
        class={accent ? 'k-chart-text k-chart-yours' : 'k-chart-text k-chart-strong'}
        x={props.at}
        dx={lean}
        y="13"
        text-anchor={anchor}
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

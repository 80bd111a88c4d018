import type { ComponentChildren } from 'preact'

export type TimelineEntry = {
  state: 'done' | 'current' | 'ahead'
  /** The state in words, for those who do not see the mark. */
  stateWords: string
  title: ComponentChildren
  when: ComponentChildren
  detail?: ComponentChildren
}

/** What happened, when, why. `across` lays the entries side by side from 640 px on. */
export function Timeline(props: {
  label: string
  direction?: 'down' | 'across'
  entries: readonly TimelineEntry[]
}) {
  return (
    <ol
      class={props.direction === 'across' ? 'k-timeline k-timeline-across' : 'k-timeline'}
      aria-label={props.label}
    >
      {props.entries.map((entry) => (
        <li class={entry.state === 'ahead' ? 'k-timeline-ahead' : undefined}>
          <Mark state={entry.state} />
          <span class="k-name">
            {entry.title}
            <span class="k-visually-hidden"> {entry.stateWords}</span>
          </span>
          <span class="k-timeline-when">{entry.when}</span>
          {entry.detail && <span class="k-timeline-detail">{entry.detail}</span>}
        </li>
      ))}
    </ol>
  )
}

function Mark(props: { state: TimelineEntry['state'] }) {
  return (
    <svg class="k-timeline-mark" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      {SHAPES[props.state]()}
    </svg>
  )
}

const SHAPES: Record<TimelineEntry['state'], () => ComponentChildren> = {
  done: () => (
    <>
      <circle cx="9" cy="9" r="8" fill="currentColor" />
      <path
        class="k-stroke-surface"
        d="M5.6 9.2 8 11.6 12.5 6.8"
        fill="none"
        stroke-width="2"
        stroke-linecap="round"
      />
    </>
  ),
  current: () => (
    <>
      <circle cx="9" cy="9" r="7.5" fill="none" stroke="currentColor" stroke-width="1.5" />
      <circle cx="9" cy="9" r="5" fill="currentColor" />
    </>
  ),
  ahead: () => <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" stroke-width="2" />,
}

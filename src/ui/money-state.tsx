import type { ComponentChildren } from 'preact'

/** Where money is: the words "cleared" and not "final", for a bank may return it later still. */
export type MoneyStateName = 'scheduled' | 'onItsWay' | 'returnable' | 'cleared' | 'returned'

/** Shape first, colour second, words always. Used for money and for nothing else. */
export function MoneyState(props: { state: MoneyStateName; children: ComponentChildren }) {
  return (
    <span class={`k-state k-state-${props.state}`}>
      <MoneyMark state={props.state} />
      <span>{props.children}</span>
    </span>
  )
}

/** The mark alone, for lists whose words stand beside it. */
export function MoneyMark(props: { state: MoneyStateName }) {
  return (
    <svg
      class="k-state-mark"
      width="14"
      height="14"
      viewBox="0 0 14 14"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      aria-hidden="true"
    >
      {SHAPES[props.state]()}
    </svg>
  )
}

const ring = () => <circle cx="7" cy="7" r="5.6" />

const SHAPES: Record<MoneyStateName, () => ComponentChildren> = {
  scheduled: () => <circle cx="7" cy="7" r="5.6" stroke-dasharray="2.2 2.2" />,
  onItsWay: ring,
  returnable: () => (
    <>
      {ring()}
      <path d="M7 1.4A5.6 5.6 0 0 0 7 12.6Z" fill="currentColor" stroke="none" />
    </>
  ),
  cleared: () => (
    <>
      <circle cx="7" cy="7" r="6.5" fill="currentColor" stroke="none" />
      <path class="k-stroke-surface" d="M4.2 7.2 6.2 9.2 9.9 5.2" stroke-linecap="round" />
    </>
  ),
  returned: () => (
    <>
      {ring()}
      <path d="M4.2 9.8 9.8 4.2" />
    </>
  ),
}

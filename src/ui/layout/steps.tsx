import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'

/** 1 Amount, 2 Review, 3 Done. `current` counts from 1; `doneWords` says the tick aloud. */
export function Steps(props: {
  label: string
  steps: readonly ComponentChildren[]
  current: number
  doneWords: string
}) {
  return (
    <ol class="k-steps" aria-label={props.label}>
      {props.steps.map((step, index) => (
        <Step number={index + 1} current={props.current} doneWords={props.doneWords}>
          {step}
        </Step>
      ))}
    </ol>
  )
}

function Step(props: {
  number: number
  current: number
  doneWords: string
  children: ComponentChildren
}) {
  const { number, current } = props
  if (number < current) {
    return (
      <li class="k-step-done">
        <span class="k-step-mark">
          <Icon name="check" size={16} />
          <span class="k-visually-hidden">{props.doneWords}</span>
        </span>
        <span>{props.children}</span>
      </li>
    )
  }
  const here = number === current
  return (
    <li class={here ? 'k-step-current' : undefined} aria-current={here ? 'step' : undefined}>
      <span class="k-step-mark">{number}</span>
      <span>{props.children}</span>
    </li>
  )
}

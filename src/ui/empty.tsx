import type { ComponentChildren } from 'preact'
import { Dial } from './brand-mark.tsx'

/** What will come here and when, with one action. The only drawing whose ticks count nothing. */
export function Empty(props: {
  title: ComponentChildren
  children: ComponentChildren
  action?: ComponentChildren
}) {
  return (
    <div class="k-empty">
      <Dial />
      <h2>{props.title}</h2>
      <p>{props.children}</p>
      {props.action && <div class="k-buttons">{props.action}</div>}
    </div>
  )
}

import type { ComponentChildren } from 'preact'

/** "Show the working" / "Hide the working": a `details` whose words change with its state. */
export function Disclosure(props: {
  show: ComponentChildren
  hide: ComponentChildren
  state?: 'open' | 'closed'
  children: ComponentChildren
}) {
  return (
    <details class="k-disclosure" open={props.state === 'open'}>
      <summary>
        <span class="k-when-closed">{props.show}</span>
        <span class="k-when-open">{props.hide}</span>
      </summary>
      <div class="k-disclosure-body">{props.children}</div>
    </details>
  )
}

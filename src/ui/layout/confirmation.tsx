import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'

/** What has just been done, as the page's h1, with its number beside it. */
export function Confirmation(props: {
  state: ComponentChildren
  title: ComponentChildren
  detail: ComponentChildren
  aside: ComponentChildren
}) {
  return (
    <div class="k-confirm">
      <div>
        <p class="k-done">
          <Icon name="circle-check" size={22} />
          {props.state}
        </p>
        <h1 class="k-confirmation">{props.title}</h1>
        <p class="k-ink2">{props.detail}</p>
      </div>
      {props.aside}
    </div>
  )
}

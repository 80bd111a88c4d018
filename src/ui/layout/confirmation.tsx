import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon.tsx'

/** How it went: done, done and still to be watched, gone wrong, or over without any harm. */
export type ConfirmationLook = 'done' | 'warn' | 'bad' | 'over'

/** What has been done, or became of it, as the page's h1, with its number beside it. */
export function Confirmation(props: {
  look?: ConfirmationLook
  state: ComponentChildren
  title: ComponentChildren
  detail: ComponentChildren
  aside: ComponentChildren
}) {
  const look = props.look ?? 'done'
  return (
    <div class="k-confirm">
      <div>
        <p class={CLASSES[look]}>
          <Icon name={ICONS[look]} size={22} />
          {props.state}
        </p>
        <h1 class="k-confirmation">{props.title}</h1>
        <p class="k-ink2">{props.detail}</p>
      </div>
      {props.aside}
    </div>
  )
}

const CLASSES: Record<ConfirmationLook, string> = {
  done: 'k-done',
  warn: 'k-done k-done-warn',
  bad: 'k-done k-done-bad',
  over: 'k-done k-done-over',
}

const ICONS: Record<ConfirmationLook, IconName> = {
  done: 'circle-check',
  warn: 'triangle-alert',
  bad: 'circle-x',
  over: 'info',
}

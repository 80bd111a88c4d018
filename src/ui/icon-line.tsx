import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'

/** One line of words after an icon: small and quiet, or the heading of a part of a panel. */
export function IconLine(props: {
  icon: IconName
  look?: 'small' | 'heading'
  children: ComponentChildren
}) {
  if (props.look === 'heading') {
    return (
      <h3 class="k-icon-line k-icon-line-heading">
        <Icon name={props.icon} size={18} />
        <span>{props.children}</span>
      </h3>
    )
  }
  return (
    <p class="k-icon-line k-small">
      <Icon name={props.icon} size={18} />
      <span>{props.children}</span>
    </p>
  )
}

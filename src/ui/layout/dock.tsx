import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon.tsx'
import { Unread } from './portal-header.tsx'

export type DockPlace = {
  key: string
  label: ComponentChildren
  href: string
  icon: IconName
  unread?: { count: number; words: string }
}

/** The five places under the thumb below 1024 px; words are always shown. */
export function Dock(props: { label: string; places: readonly DockPlace[]; current?: string }) {
  return (
    <nav class="k-dock" aria-label={props.label}>
      {props.places.map((place) => (
        <a
          class="k-dock-place"
          href={place.href}
          aria-current={place.key === props.current ? 'page' : undefined}
        >
          <Icon name={place.icon} size={22} />
          <span>{place.label}</span>
          {place.unread && <Unread {...place.unread} />}
        </a>
      ))}
    </nav>
  )
}

import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'
import type { FooterLink } from './footer.tsx'

export type Brand = { name: string; href: string; logo?: ComponentChildren }

/** `unread` is shown as a number beside the word; `unreadWords` says it to a screen reader. */
export type Place = {
  key: string
  label: ComponentChildren
  href: string
  unread?: { count: number; words: string }
}

export type Profile = {
  initials: string
  /** Names the menu to a screen reader. */
  label: string
  name?: ComponentChildren
  links: readonly FooterLink[]
  /** A form with one button, e.g. <form method="post" action="/sign-out">…</form>. */
  signOut: ComponentChildren
}

export type PortalHeaderProps = {
  brand: Brand
  navigationLabel: string
  places: readonly Place[]
  current?: string
  profile?: Profile
}

export function PortalHeader(props: PortalHeaderProps) {
  return (
    <header class="k-header">
      <div class="k-width k-header-line">
        <BrandLink {...props.brand} />
        {props.places.length > 0 && <Places {...props} />}
        {props.profile && <ProfileMenu {...props.profile} />}
      </div>
    </header>
  )
}

export function BrandLink(props: Brand) {
  return (
    <a class="k-brand" href={props.href}>
      {props.logo}
      <span>{props.name}</span>
    </a>
  )
}

function Places(props: PortalHeaderProps) {
  return (
    <nav class="k-places" aria-label={props.navigationLabel}>
      {props.places.map((place) => (
        <a
          class="k-place"
          href={place.href}
          aria-current={place.key === props.current ? 'page' : undefined}
        >
          {place.label}
          <Unread {...(place.unread ?? { count: 0, words: '' })} />
        </a>
      ))}
    </nav>
  )
}

export function Unread(props: { count: number; words: string }) {
  if (props.count === 0) return null
  return (
    <span class="k-count">
      <span aria-hidden="true">{props.count}</span>
      <span class="k-visually-hidden">{props.words}</span>
    </span>
  )
}

function ProfileMenu(props: Profile) {
  return (
    <details class="k-profile">
      <summary>
        <span class="k-visually-hidden">{props.label}</span>
        <span class="k-initials" aria-hidden="true">
          {props.initials}
        </span>
        <Icon name="chevron-down" size={18} />
      </summary>
      <div class="k-profile-menu">
        {props.name && <div class="k-profile-name">{props.name}</div>}
        {props.links.map((link) => (
          <a href={link.href}>{link.label}</a>
        ))}
        {props.signOut}
      </div>
    </details>
  )
}

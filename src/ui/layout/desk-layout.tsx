import type { ComponentChildren } from 'preact'
import { BrandMark } from '../brand-mark.tsx'
import { Dock, type DockPlace } from './dock.tsx'
import { PortalHeader, type Profile } from './portal-header.tsx'

/** Every page of the staff desk: header, main, and where narrow its places under the thumb. */
export function DeskLayout(props: {
  name: string
  navigationLabel: string
  /** None before sign-in. */
  places: readonly DockPlace[]
  current?: string
  profile?: Profile
  /** When the session ends; nothing before sign-in. */
  until?: string
  children: ComponentChildren
}) {
  const { name, navigationLabel, places, current, profile, until } = props
  const where = { places, ...(current !== undefined && { current }) }
  const brand = { name, href: '/', logo: <BrandMark /> }
  return (
    <div class="k-page">
      <PortalHeader
        brand={brand}
        navigationLabel={navigationLabel}
        {...where}
        {...(profile && { profile })}
      />
      <main class="k-main" id="main" tabIndex={-1}>
        <div class="k-main-body k-width">
          {props.children}
          {until !== undefined && <p class="k-until k-small k-ink3">{until}</p>}
        </div>
      </main>
      {places.length > 0 && <Dock label={navigationLabel} {...where} />}
    </div>
  )
}

import type { ComponentChildren } from 'preact'
import { BrandMark } from '../brand-mark.tsx'
import { PageHeading } from './page-heading.tsx'
import { PortalHeader } from './portal-header.tsx'

/** A page that leads nowhere and asks nobody who they are: a name on top, a heading, panels. */
export function PlainPage(props: {
  name: string
  href: string
  title: ComponentChildren
  lead?: ComponentChildren
  children: ComponentChildren
}) {
  const brand = { name: props.name, href: props.href, logo: <BrandMark /> }
  return (
    <div class="k-page">
      <PortalHeader brand={brand} navigationLabel={props.name} places={[]} />
      <main class="k-main" id="main" tabIndex={-1}>
        <div class="k-main-body k-width">
          <PageHeading title={props.title} lead={props.lead} />
          {props.children}
        </div>
      </main>
    </div>
  )
}

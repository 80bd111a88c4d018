import type { ComponentChildren } from 'preact'
import { Dock, type DockPlace } from './dock.tsx'
import { Footer, type FooterProps } from './footer.tsx'
import { PortalHeader, type PortalHeaderProps } from './portal-header.tsx'

export type PortalLayoutProps = PortalHeaderProps & {
  dock?: { label: string; places: readonly DockPlace[]; current?: string }
  /** An <IdentityBand> above the content (overview); other pages put a <PageHeading> in it. */
  band?: ComponentChildren
  footer: FooterProps
  children: ComponentChildren
}

/** Every customer page behind sign-in: header, main with its band, footer, dock where narrow. */
export function PortalLayout(props: PortalLayoutProps) {
  return (
    <div class="k-page">
      <PortalHeader {...props} />
      <main class="k-main" id="main" tabIndex={-1}>
        {props.band}
        <div class="k-main-body k-width">{props.children}</div>
      </main>
      <Footer {...props.footer} />
      {props.dock && <Dock {...props.dock} />}
    </div>
  )
}

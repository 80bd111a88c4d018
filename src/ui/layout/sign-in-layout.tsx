import type { ComponentChildren } from 'preact'
import type { FooterLink } from './footer.tsx'
import { type Brand, BrandLink } from './portal-header.tsx'
import { SignInDial } from './sign-in-dial.tsx'

export type SignInLayoutProps = {
  brand: Brand
  title: ComponentChildren
  /** The form that signs out, for who is on the way in or further. */
  leave?: ComponentChildren
  /** The right half: <TrustPanel>, then help and status in <SignInHelp>. */
  trust: ComponentChildren
  footer: {
    label: string
    /** When who is signed in is signed out. */
    until?: ComponentChildren
    links: readonly FooterLink[]
    poweredBy?: ComponentChildren
  }
  children: ComponentChildren
}

/** The front door: the form on the left, how to know that it is really us on the right. */
export function SignInLayout(props: SignInLayoutProps) {
  return (
    <div class="k-split">
      <div class="k-split-form">
        <header class="k-split-header">
          <BrandLink {...props.brand} />
          {props.leave}
        </header>
        <main class="k-split-main" id="main" tabIndex={-1}>
          <h1 class="k-split-title">{props.title}</h1>
          {props.children}
        </main>
      </div>
      <aside class="k-split-trust">
        <SignInDial />
        <div class="k-split-trust-body">{props.trust}</div>
      </aside>
      <SplitFooter {...props.footer} />
    </div>
  )
}

function SplitFooter(props: SignInLayoutProps['footer']) {
  return (
    <footer class="k-split-footer">
      {props.until}
      <nav aria-label={props.label}>
        <ul>
          {props.links.map((link) => (
            <li>
              <a class="k-quiet-link" href={link.href}>
                {link.label}
              </a>
            </li>
          ))}
          {props.poweredBy && <li class="k-ink3">{props.poweredBy}</li>}
        </ul>
      </nav>
    </footer>
  )
}

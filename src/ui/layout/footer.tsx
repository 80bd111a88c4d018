import type { ComponentChildren } from 'preact'

export type FooterLink = { label: ComponentChildren; href: string }

export type FooterProps = {
  /** Bold first line: who to call. */
  helpTitle: ComponentChildren
  help: ComponentChildren
  label: string
  links: readonly FooterLink[]
  poweredBy?: ComponentChildren
}

/** Help and the phone number in the same place on every page. */
export function Footer(props: FooterProps) {
  return (
    <footer class="k-footer">
      <div class="k-width k-footer-line">
        <div class="k-footer-help">
          <strong>{props.helpTitle}</strong>
          <div>{props.help}</div>
        </div>
        <FooterLinks {...props} />
      </div>
    </footer>
  )
}

function FooterLinks(props: FooterProps) {
  return (
    <nav aria-label={props.label}>
      <ul class="k-footer-links">
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
  )
}

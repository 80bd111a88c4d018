// The two halves of sign-in: the form, and how to know that it is really us.
import type { ComponentChildren } from 'preact'
import { Button } from '#src/ui/button.tsx'
import type { IslandName } from '#src/ui/document.tsx'
import { SignInLayout } from '#src/ui/layout/sign-in-layout.tsx'
import { SignInHelp, TrustPanel } from '#src/ui/layout/trust-panel.tsx'
import { FormFields } from '../form-session.tsx'
import { brandOf, documentPage, footerLinks, type PageStatus } from '../page.tsx'
import type { WebContext } from '../request-context.ts'
import { SessionUntil } from '../session-end.tsx'

/** A page at the door, for who is not signed in, or proves something. `error` puts "Error:" before the title. */
export function frontDoorPage(
  c: WebContext,
  props: {
    readonly title: string
    readonly state?: 'error'
    readonly status?: PageStatus
    readonly islands?: readonly IslandName[]
    readonly children: ComponentChildren
  },
): Response {
  const w = c.get('words').shell
  const { title, state, status, islands } = props
  return documentPage(c, {
    title: state === 'error' ? `${w.errorPrefix} ${title}` : title,
    ...(status === undefined ? {} : { status }),
    islands: islands ?? [],
    stylesheets: ['theme.css'],
    children: (
      <SignInLayout
        brand={brandOf(c)}
        title={title}
        leave={<Leave c={c} />}
        trust={<Trust c={c} />}
        footer={{
          label: w.footer.label,
          until: <SessionUntil c={c} />,
          links: footerLinks(c),
          poweredBy: w.poweredBy,
        }}
      >
        {props.children}
      </SignInLayout>
    ),
  })
}

/** Whoever has shown at least a password can take that back on every page (ASVS 5.0 V7.4.4). */
function Leave({ c }: { c: WebContext }) {
  const lookup = c.get('lookup')
  if (lookup.state !== 'open' || lookup.session.kind === 'visitor') return null
  return (
    <form method="post" action="/sign-out">
      <FormFields c={c} session={lookup.session} />
      <Button look="quiet" size="dense">
        {c.get('words').shell.signOut}
      </Button>
    </form>
  )
}

function Trust(props: { c: WebContext }) {
  const { config } = props.c.get('web')
  const { genuine, contact } = props.c.get('words').identity
  const { lender } = config
  return (
    <>
      <TrustPanel
        title={genuine.heading}
        lead={genuine.address}
        address={addressParts(new URL(config.portalOrigin).host)}
        promises={[
          { icon: 'mail', text: genuine.noLinks },
          { icon: 'message-square-lock', text: genuine.neverAsk },
        ]}
      />
      <SignInHelp>
        <p>
          <strong>{contact.heading}</strong>
        </p>
        <p>
          {contact.call} <strong>{lender.phone}</strong>
        </p>
        <p>{lender.hours[props.c.get('locale')]}.</p>
        <p>
          {contact.fraud} <strong>{lender.fraudPhone}</strong>
        </p>
      </SignInHelp>
    </>
  )
}

/** The part that nobody else can have is the end: "my." and "examplemotor.example". */
function addressParts(host: string): readonly [string, string] {
  const at = host.split('.').length > 2 ? host.indexOf('.') + 1 : 0
  return [host.slice(0, at), host.slice(at)]
}

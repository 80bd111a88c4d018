// One way to make a page: the document, the shell around it, and the headers that go with it.
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ComponentChildren, VNode } from 'preact'
import { answerPage } from '#src/http/page-text.ts'
import { backTo } from '#src/http/safe-path.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { BrandMark } from '#src/ui/brand-mark.tsx'
import { type IslandName, renderDocument, type Stylesheet } from '#src/ui/document.tsx'
import type { FooterProps } from '#src/ui/layout/footer.tsx'
import type { Brand } from '#src/ui/layout/portal-header.tsx'
import { PortalLayout, type PortalLayoutProps } from '#src/ui/layout/portal-layout.tsx'
import { FormFields } from './form-session.tsx'
import type { WebContext } from './request-context.ts'
import { SessionUntil, SessionWarning, signedInOf } from './session-end.tsx'

export type PageStatus = ContentfulStatusCode

export type PageProps = {
  readonly title: string
  readonly status?: PageStatus
  readonly islands?: readonly IslandName[]
  readonly stylesheets?: readonly Stylesheet[]
  readonly children: ComponentChildren
}

/** What a page behind sign-in adds to the shell: navigation, dock, band and the profile menu. */
export type PortalProps = Pick<
  PortalLayoutProps,
  'places' | 'current' | 'dock' | 'band' | 'profile'
>

/**
 * A page in the portal's layout. Without `portal` it is one of no account: header, text, footer, and
 * for who is signed in the menu to leave.
 */
export function page(c: WebContext, props: PageProps & { portal?: PortalProps }): Response {
  const w = c.get('words').shell
  const portal = props.portal ?? { places: [], ...ownProfile(c) }
  const body = (
    <PortalLayout
      {...portal}
      brand={brandOf(c)}
      navigationLabel={w.navigation}
      footer={footerOf(c)}
    >
      {props.children}
    </PortalLayout>
  )
  return documentPage(c, { ...props, children: body })
}

function ownProfile(c: WebContext): Pick<PortalProps, 'profile'> {
  const session = signedInOf(c)
  if (!session) return {}
  const { username } = session
  const [one = '', two = ''] = username.split(/[^\p{L}\p{N}]+/u)
  const initials = `${one.slice(0, 1)}${two.slice(0, 1)}`.toUpperCase()
  return { profile: profileOf(c, session, { initials, name: username }) }
}

/** The menu of who is signed in: what is theirs alone, and signing out. */
export function profileOf(
  c: WebContext,
  session: SignedInSession,
  who: { readonly initials: string; readonly name: string },
): NonNullable<PortalProps['profile']> {
  const w = c.get('words')
  return {
    initials: who.initials,
    label: who.name,
    name: who.name,
    links: [
      { label: w.account.choice.title, href: '/accounts' },
      { label: w.provenChanges.newAccount.link, href: '/add-account' },
      { label: w.profile.title, href: '/profile' },
      { label: w.security.title, href: '/security' },
      { label: w.shell.preferences.title, href: '/preferences' },
    ],
    signOut: (
      <form method="post" action="/sign-out">
        <FormFields c={c} session={session} />
        <button type="submit">{w.shell.signOut}</button>
      </form>
    ),
  }
}

/** For layouts of their own, such as sign-in. */
export function documentPage(c: WebContext, props: PageProps & { children: VNode }): Response {
  const { config, assets } = c.get('web')
  const theme = c.get('theme')
  const session = signedInOf(c)
  const html = renderDocument({
    lang: c.get('locale'),
    title: `${props.title} · ${config.lender.name}`,
    ...(theme === 'system' ? {} : { theme }),
    assets: assets.url,
    islands: [...(props.islands ?? []), ...(session ? (['idle.js'] as const) : [])],
    ...(props.stylesheets && !session && { stylesheets: props.stylesheets }),
    nonce: c.get('nonce'),
    skipLabel: c.get('words').shell.skip,
    children: session ? (
      <>
        {props.children}
        <SessionWarning c={c} session={session} />
      </>
    ) : (
      props.children
    ),
  }) as string
  return answerPage(c, html, props.status ?? 200)
}

export function brandOf(c: WebContext): Brand {
  const href = signedInOf(c) ? '/accounts' : '/sign-in'
  return { name: c.get('web').config.lender.name, href, logo: <BrandMark /> }
}

export function footerOf(c: WebContext): FooterProps {
  const { lender } = c.get('web').config
  const w = c.get('words').shell
  return {
    helpTitle: w.footer.question,
    help: (
      <>
        {w.callUs({ ...lender, hours: lender.hours[c.get('locale')] })}
        <SessionUntil c={c} />
      </>
    ),
    label: w.footer.label,
    links: footerLinks(c),
    poweredBy: w.poweredBy,
  }
}

export function footerLinks(c: WebContext): FooterProps['links'] {
  const w = c.get('words').shell
  return [
    { label: w.footer.help, href: '/help' },
    { label: w.footer.accessibility, href: '/accessibility' },
    { label: w.footer.privacy, href: '/privacy' },
    { label: w.footer.complaints, href: '/complaints' },
    { label: w.footer.preferences, href: '/preferences' },
    otherLanguage(c),
  ]
}

/**
 * Goes straight to this page in the other language; only a page that can be opened by its address
 * comes back.
 */
function otherLanguage(c: WebContext): FooterProps['links'][number] {
  const other = c.get('locale') === 'en' ? 'es' : 'en'
  const back = c.req.method === 'GET' ? backTo(c.req.url) : '/'
  const query = new URLSearchParams({ to: other, back })
  const label = <span lang={other}>{c.get('words').shell.languages[other]}</span>
  return { label, href: `/language?${query}` }
}

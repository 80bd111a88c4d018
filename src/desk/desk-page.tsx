// One way to make a page of the desk: the document, its shell, and the headers that go with it.
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ComponentChildren } from 'preact'
import { answerPage } from '#src/http/page-text.ts'
import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { type IslandName, renderDocument } from '#src/ui/document.tsx'
import { DeskLayout } from '#src/ui/layout/desk-layout.tsx'
import type { DockPlace } from '#src/ui/layout/dock.tsx'
import type { DeskContext } from './desk-context.ts'
import { DeskFields } from './desk-forms.tsx'
import { DeskSessionWarning, deskSessionEnd, staffOf } from './session-end.tsx'

export type DeskPage = {
  readonly title: string
  readonly status?: ContentfulStatusCode
  readonly islands?: readonly IslandName[]
  /** The place of the navigation that it belongs to. */
  readonly current?: string
  readonly children: ComponentChildren
}

/** With navigation and the menu to leave for who is signed in. */
export function deskPage(c: DeskContext, page: DeskPage): Response {
  const { config, assets } = c.get('desk')
  const w = c.get('words').desk
  const session = staffOf(c)
  const shell = session ? shellOf(c, session) : { places: [] }
  const html = renderDocument({
    lang: c.get('locale'),
    title: `${page.title} · ${w.title}`,
    assets: assets.url,
    islands: [...(page.islands ?? []), ...(session ? (['idle.js'] as const) : [])],
    nonce: c.get('nonce'),
    skipLabel: w.skip,
    children: (
      <>
        <DeskLayout
          name={w.name(config.lender.name)}
          navigationLabel={w.navigation}
          {...shell}
          {...(page.current !== undefined && { current: page.current })}
        >
          {page.children}
        </DeskLayout>
        {session && <DeskSessionWarning c={c} session={session} />}
      </>
    ),
  })
  return answerPage(c, html, page.status ?? 200)
}

function shellOf(c: DeskContext, session: StaffSession) {
  const w = c.get('words').desk
  const places: readonly DockPlace[] = [
    { key: 'customers', label: w.customers.place, href: '/customers', icon: 'search' },
    ...(mayEver(session.role, 'seeMoney')
      ? [{ key: 'money', label: w.money.place, href: '/money', icon: 'landmark' } as const]
      : []),
    ...(mayEver(session.role, 'seeStaff')
      ? [{ key: 'staff', label: w.people.place, href: '/staff', icon: 'badge-check' } as const]
      : []),
    { key: 'you', label: w.own.place, href: '/you', icon: 'shield-check' },
  ]
  const [one = '', two = ''] = session.name.split(/\s+/)
  return {
    places,
    until: deskSessionEnd(c, session).line,
    profile: {
      initials: `${one.slice(0, 1)}${two.slice(0, 1)}`.toUpperCase(),
      label: w.own.menu(session.name),
      name: `${session.name} · ${w.roles[session.role]}`,
      links: [{ label: w.own.title, href: '/you' }],
      signOut: (
        <form method="post" action="/sign-out">
          <DeskFields c={c} session={session} />
          <button type="submit">{w.own.signOut}</button>
        </form>
      ),
    },
  }
}

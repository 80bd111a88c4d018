// When a session of the desk ends: said on every page, warned of before, and the page left empty
// after, as in the portal (WCAG 2.2.1, ASVS 5.0 V14.3.1).
import { backTo, safePath } from '#src/http/safe-path.ts'
import { type SessionEnd, sessionEnd } from '#src/http/session-end.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { SessionWarning } from '#src/ui/layout/session-warning.tsx'
import { DESK_SESSION_PATH, type DeskContext, momentsFor } from './desk-context.ts'
import { DeskFields } from './desk-forms.tsx'

export function staffOf(c: DeskContext): StaffSession | null {
  const lookup = c.get('lookup')
  return lookup.state === 'open' && lookup.session.kind === 'signedIn' ? lookup.session : null
}

export function deskSessionEnd(c: DeskContext, session: StaffSession): SessionEnd {
  const { clock, config } = c.get('desk')
  const { staffId: who, idleEndsAt, endsAt } = session
  const reader = { now: clock.now(), words: c.get('words'), time: momentsFor(c).time }
  return sessionEnd({ who, idleEndsAt, endsAt }, config.deskSession, reader)
}

export function DeskSessionWarning({ c, session }: { c: DeskContext; session: StaffSession }) {
  const { desk, security } = c.get('words')
  const { soon, over } = security.sessions
  const page = deskPageToReturnTo(c)
  return (
    <SessionWarning
      end={deskSessionEnd(c, session)}
      words={soon}
      stayAt={`${DESK_SESSION_PATH}?${new URLSearchParams({ back: page })}`}
      fields={() => <DeskFields c={c} session={session} />}
      over={{
        ...over,
        text: desk.own.over,
        documentTitle: `${over.title} · ${desk.title}`,
        href: deskSignInPath(page),
      }}
    />
  )
}

/** After a session that is over: to sign-in, and from there back. */
export function deskSignInPath(next: string): string {
  return `/sign-in?${new URLSearchParams({ notice: 'ended', next })}`
}

/** The page asked for, or the one of ours that the form stood on. */
export function deskPageToReturnTo(c: DeskContext): string {
  if (c.req.method === 'GET') return safePath(backTo(c.req.url)) ?? '/'
  const page = c.req.header('referer') ?? ''
  const isOwn = URL.parse(page)?.origin === c.get('desk').config.deskOrigin
  return (isOwn && safePath(backTo(page))) || '/'
}

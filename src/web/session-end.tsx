// When a session ends: said on every page of who is signed in, so that it is known without a
// script; warned of before, and the page left empty after (WCAG 2.2.1, ASVS 5.0 V14.3.1).
import { type SessionEnd, sessionEnd } from '#src/http/session-end.ts'
import { idleOf } from '#src/identity/session-row.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { SessionWarning as Warning } from '#src/ui/layout/session-warning.tsx'
import { FormFields } from './form-session.tsx'
import { readerOf } from './reader.ts'
import { SESSION_PATH, type WebContext } from './request-context.ts'
import { pageToReturnTo, signInPath } from './sign-in-again.ts'

export function signedInOf(c: WebContext): SignedInSession | null {
  const lookup = c.get('lookup')
  return lookup.state === 'open' && lookup.session.kind === 'signedIn' ? lookup.session : null
}

export function sessionEndOf(c: WebContext, session: SignedInSession): SessionEnd {
  const { clock, config } = c.get('web')
  const { loginId: who, idleEndsAt, endsAt } = session
  const { absoluteHours } = config.session
  const idleMinutes = idleOf(config.session, session).minutes
  const { words, time } = readerOf(c)
  const reader = { now: clock.now(), words, time }
  return sessionEnd({ who, idleEndsAt, endsAt }, { idleMinutes, absoluteHours }, reader)
}

/** At the foot of the page; nothing for who is not signed in. */
export function SessionUntil({ c }: { c: WebContext }) {
  const session = signedInOf(c)
  return session && <div class="k-until">{sessionEndOf(c, session).line}</div>
}

export function SessionWarning(props: { c: WebContext; session: SignedInSession }) {
  const { c, session } = props
  const { soon, over } = c.get('words').security.sessions
  const page = pageToReturnTo(c)
  return (
    <Warning
      end={sessionEndOf(c, session)}
      words={soon}
      stayAt={`${SESSION_PATH}?${new URLSearchParams({ back: page })}`}
      fields={() => <FormFields c={c} session={session} />}
      over={{
        ...over,
        documentTitle: `${over.title} · ${c.get('web').config.lender.name}`,
        href: signInPath('ended', page),
      }}
    />
  )
}

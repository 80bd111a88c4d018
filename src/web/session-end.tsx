// When a session ends: said on every page of who is signed in, so that it is known without a
// script; warned of before, and the page left empty after (WCAG 2.2.1, ASVS 5.0 V14.3.1).
import { idleOf } from '#src/identity/session-row.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button, ButtonLink } from '#src/ui/button.tsx'
import { FormFields } from './form-session.tsx'
import { readerOf } from './reader.ts'
import { SESSION_PATH, type WebContext } from './request-context.ts'
import { pageToReturnTo, signInPath } from './sign-in-again.ts'

/** What a page has to know of the end; the island `idle` is told it whenever it asks. */
export type SessionEnd = {
  /** Of which sign-in: a page of another one shows nothing any longer. */
  readonly who: string
  /** Seconds, whatever the clock of the device says. */
  readonly left: number
  /** Nothing makes it last longer. */
  readonly latest: boolean
  readonly line: string
  readonly title: string
  readonly warning: string
}

/** In which a person reads the warning and answers, in seconds; WCAG 2.2.1 asks for 20. */
const mostWarning = 120

export function signedInOf(c: WebContext): SignedInSession | null {
  const lookup = c.get('lookup')
  return lookup.state === 'open' && lookup.session.kind === 'signedIn' ? lookup.session : null
}

export function sessionEndOf(c: WebContext, session: SignedInSession): SessionEnd {
  const { clock, config } = c.get('web')
  const { idleEndsAt, endsAt } = session
  const latest = endsAt <= idleEndsAt
  const at = latest ? endsAt : idleEndsAt
  const reader = readerOf(c)
  const { soon } = reader.words.security.sessions
  const time = reader.time(at)
  return {
    who: session.loginId,
    left: Math.floor((Date.parse(at) - Date.parse(clock.now())) / 1000),
    latest,
    line: lineOf(c, session),
    title: latest ? soon.latestTitle : soon.idleTitle,
    warning: latest ? soon.latest(time, config.session.absoluteHours) : soon.idle(time),
  }
}

function lineOf(c: WebContext, { idleEndsAt, endsAt }: SignedInSession): string {
  const reader = readerOf(c)
  const idle = idleEndsAt < endsAt ? idleEndsAt : endsAt
  return reader.words.security.sessions.ends(reader.time(idle), reader.time(endsAt))
}

/** At the foot of the page; nothing for who is not signed in. */
export function SessionUntil({ c }: { c: WebContext }) {
  const session = signedInOf(c)
  return session && <div class="k-until">{lineOf(c, session)}</div>
}

/** Hidden until the island opens it; without a script the line at the foot says the same. */
export function SessionWarning(props: { c: WebContext; session: SignedInSession }) {
  const { c, session } = props
  const { soon } = c.get('words').security.sessions
  const { who, left, latest, title, warning } = sessionEndOf(c, session)
  const { minutes } = idleOf(c.get('web').config.session, session)
  const back = new URLSearchParams({ back: pageToReturnTo(c) })
  const warn = Math.min(mostWarning, minutes * 30)
  return (
    <>
      <dialog
        class="k-session-end"
        role="alertdialog"
        aria-labelledby="session-end-title"
        aria-describedby="session-end-words"
        data-who={who}
        data-left={left}
        data-warn={warn}
      >
        <h2 class="k-section" id="session-end-title">
          {title}
        </h2>
        <p id="session-end-words">{warning}</p>
        <div class="k-buttons k-buttons-stacked">
          <form method="post" action={`${SESSION_PATH}?${back}`} hidden={latest}>
            <FormFields c={c} session={session} />
            <Button look="primary">{soon.stay}</Button>
          </form>
          <form method="dialog" hidden={!latest}>
            <Button look="primary">{soon.close}</Button>
          </form>
          <form method="post" action="/sign-out">
            <FormFields c={c} session={session} />
            <Button>{soon.signOut}</Button>
          </form>
        </div>
      </dialog>
      <SignedOut c={c} />
    </>
  )
}

/** What takes the place of everything in and around the main part. */
function SignedOut({ c }: { c: WebContext }) {
  const { over } = c.get('words').security.sessions
  return (
    <template data-title={`${over.title} · ${c.get('web').config.lender.name}`}>
      <div class="k-signed-out k-panel">
        <h1 class="k-title">{over.title}</h1>
        <p>{over.text}</p>
        <ButtonLink look="primary" href={signInPath('ended', pageToReturnTo(c))}>
          {over.again}
        </ButtonLink>
      </div>
    </template>
  )
}

import type { SignedInSession } from '#src/identity/sessions.ts'
import type { SessionSummary } from '#src/store/logins/sessions.ts'
import { Button } from '#src/ui/button.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { deviceName } from '#src/words/device-name.ts'
import { FormFields } from '../form-session.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'

/** Where this login is signed in, this browser first, each with the button that ends it. */
export function SessionsPanel(props: {
  c: WebContext
  session: SignedInSession
  sessions: readonly SessionSummary[]
}) {
  const { c, session, sessions } = props
  const reader = readerOf(c)
  const w = reader.words.security.sessions
  const others = sessions.filter(({ id }) => id !== session.id)
  const here = sessions.find(({ id }) => id === session.id)
  const ends = w.ends(reader.time(session.idleEndsAt), reader.time(session.endsAt))
  const facts: Fact[] = [
    {
      mark: { icon: 'circle-check' },
      title: w.here,
      detail: (
        <>
          {here && `${w.since(reader.moment(here.createdAt))}. `}
          {ends}
        </>
      ),
    },
    ...others.map((other): Fact => sessionFact(c, session, other)),
  ]
  return (
    <Panel title={w.heading}>
      <FactList look="ruled" facts={facts} />
      {others.length === 0 ? (
        <p class="k-small k-ink2">{w.only}</p>
      ) : (
        <EndForm c={c} session={session} which="others" label={w.endOthers} />
      )}
    </Panel>
  )
}

function sessionFact(c: WebContext, session: SignedInSession, other: SessionSummary): Fact {
  const reader = readerOf(c)
  const { sessions: w } = reader.words.security
  return {
    mark: { icon: 'monitor-smartphone' },
    title: deviceName(other.device, reader.words.security),
    detail: w.seen(reader.moment(other.lastSeenAt), other.address),
    action: <EndForm c={c} session={session} which={other.id} label={w.end} />,
  }
}

function EndForm(props: { c: WebContext; session: SignedInSession; which: string; label: string }) {
  return (
    <form method="post" action="/security/sessions">
      <FormFields c={props.c} session={props.session} />
      <input type="hidden" name="which" value={props.which} />
      <Button size="dense">{props.label}</Button>
    </form>
  )
}

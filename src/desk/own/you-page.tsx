import type { StaffRefusal } from '#src/identity/staff/staff-refusal.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { StaffPasskey } from '#src/store/staff/staff-passkeys.ts'
import type { StaffSessionSummary } from '#src/store/staff/staff-sessions.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PasskeyForm, PasskeyIdle } from '#src/ui/forms/passkey-form.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { deskPage } from '../desk-page.tsx'
import { EntryProblem } from '../entry/entry-problem.tsx'

export type Wrong = { readonly refusal?: StaffRefusal; readonly problem?: string }

type Parts = Wrong & {
  readonly passkeys: readonly StaffPasskey[]
  readonly sessions: readonly StaffSessionSummary[]
}

type Of = Parts & { readonly c: DeskContext; readonly session: StaffSession }

export function youPage(c: DeskContext, session: StaffSession, parts: Parts): Response {
  const { desk, shell } = c.get('words')
  const { own: w, roles } = desk
  const { refusal, problem } = parts
  const isRefused = refusal !== undefined || problem !== undefined
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${w.title}` : w.title,
    ...(isRefused && { status: 422 as const }),
    current: 'you',
    islands: ['passkey.js'],
    children: (
      <>
        <PageHeading identity={roles[session.role]} title={w.title} lead={w.lead} />
        <div class="k-flow">
          <Done c={c} />
          {refusal && <EntryProblem c={c} refusal={refusal} />}
          {problem && (
            <ErrorSummary
              title={shell.errorSummary(1)}
              problems={[{ fieldId: 'name', words: problem }]}
            />
          )}
          <Panel title={w.passkeys}>
            <Passkeys c={c} session={session} {...parts} />
          </Panel>
          <Panel title={w.add}>
            <AddForm c={c} session={session} {...parts} />
            <p data-without-passkeys>{desk.entry.needsScript}</p>
          </Panel>
          <Panel title={w.sessions}>
            <Sessions c={c} session={session} {...parts} />
          </Panel>
        </div>
      </>
    ),
  })
}

function Done({ c }: { c: DeskContext }) {
  const w = c.get('words').desk.own.done
  const done = (['added', 'removed', 'ended'] as const).find((at) => c.req.query('done') === at)
  return done ? (
    <Note tone="ok" role="status">
      {w[done]}
    </Note>
  ) : null
}

function Passkeys({ c, session, passkeys }: Of) {
  const { passkeys: named, desk } = c.get('words')
  const at = momentsFor(c)
  if (passkeys.length === 0) return <Empty title={named.none}>{desk.own.onlySso}</Empty>
  const facts = passkeys.map((passkey): Fact => {
    const { name, createdAt, lastUsedAt } = passkey
    const used = lastUsedAt === null ? named.unused : named.used(at.moment(lastUsedAt))
    return {
      mark: { icon: 'fingerprint-pattern' },
      title: name,
      detail: `${named.since(at.day(createdAt))}. ${used}`,
      action: (
        <form method="post" action="/you/passkeys/removal">
          <DeskFields c={c} session={session} />
          <input type="hidden" name="passkey" value={passkey.id} />
          <Button size="dense" label={named.removeNamed(name)}>
            {named.remove}
          </Button>
        </form>
      ),
    }
  })
  return <FactList look="ruled" facts={facts} />
}

function AddForm({ c, session, problem }: Of) {
  const w = c.get('words').desk.own
  return (
    <PasskeyForm
      ceremony="create"
      action="/you/passkeys"
      challenge="/you/passkeys/challenge"
      fields={<DeskFields c={c} session={session} />}
    >
      <TextField
        id="name"
        name="name"
        label={w.passkeyName}
        hint={w.passkeyNameHint}
        value={c.get('form')?.typed.name ?? ''}
        autocomplete="off"
        maxlength={60}
        width="medium"
        error={problem}
      />
      <Buttons>
        <Button icon="fingerprint-pattern">{w.add}</Button>
      </Buttons>
      <PasskeyIdle when="idle">{w.notMade}</PasskeyIdle>
      <PasskeyIdle when="known">{w.knownHere}</PasskeyIdle>
    </PasskeyForm>
  )
}

function Sessions({ c, session, sessions }: Of) {
  const w = c.get('words').security.sessions
  const at = momentsFor(c)
  const facts = sessions.map(({ id, address, lastSeenAt, createdAt }): Fact => {
    const isHere = id === session.id
    return {
      mark: { icon: 'monitor-smartphone' },
      title: isHere ? w.here : w.since(at.moment(createdAt)),
      detail: w.seen(at.moment(lastSeenAt), address),
      ...(!isHere && {
        action: (
          <form method="post" action="/you/sessions">
            <DeskFields c={c} session={session} />
            <input type="hidden" name="session" value={id} />
            <Button size="dense">{w.end}</Button>
          </form>
        ),
      }),
    }
  })
  return (
    <div class="k-flow">
      <FactList look="ruled" facts={facts} />
      {sessions.length > 1 && (
        <form method="post" action="/you/sessions">
          <DeskFields c={c} session={session} />
          <input type="hidden" name="which" value="others" />
          <Button>{w.endOthers}</Button>
        </form>
      )}
    </div>
  )
}

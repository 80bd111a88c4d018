// How staff show who they are, at sign-in and again before something that matters: a passkey, or
// the lender's own provider.
import type { StaffRefusal } from '#src/identity/staff/staff-refusal.ts'
import type { DeskSession } from '#src/identity/staff/staff-sessions.ts'
import { Button, ButtonLink } from '#src/ui/button.tsx'
import { PasskeyForm, PasskeyIdle } from '#src/ui/forms/passkey-form.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { deskPage } from '../desk-page.tsx'
import { EntryProblem } from './entry-problem.tsx'

export type Entry = {
  /** Where to go on, a path of ours. */
  readonly next: string
  readonly refusal?: StaffRefusal
  /** The form was of a session that is over. */
  readonly isStale?: boolean
}

export function entryPage(c: DeskContext, session: DeskSession, entry: Entry): Response {
  const { desk: w, shell } = c.get('words')
  const kind = session.kind === 'visitor' ? 'signIn' : 'confirm'
  const { title, lead } = w.entry[kind]
  const isRefused = entry.refusal !== undefined || entry.isStale === true
  const status = entry.refusal?.code === 'waitBeforeTrying' ? 429 : 422
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${title}` : title,
    ...(isRefused && { status }),
    islands: ['passkey.js'],
    children: (
      <div class="k-desk-entry">
        <PageHeading title={title} lead={lead} />
        <div class="k-flow">
          {entry.refusal && <EntryProblem c={c} refusal={entry.refusal} />}
          {entry.isStale && <Note tone="warn">{w.entry.stale}</Note>}
          {c.req.query('notice') === 'ended' && <Note tone="info">{w.entry.ended}</Note>}
          <Panel>
            <Ways c={c} session={session} next={entry.next} />
          </Panel>
        </div>
      </div>
    ),
  })
}

function Ways({ c, session, next }: { c: DeskContext; session: DeskSession; next: string }) {
  const w = c.get('words').desk.entry
  const fields = (
    <>
      <DeskFields c={c} session={session} />
      <input type="hidden" name="next" value={next} />
    </>
  )
  const action = session.kind === 'visitor' ? '/sign-in/passkey' : '/confirm/passkey'
  return (
    <>
      <PasskeyForm ceremony="get" action={action} challenge="/passkey-challenge" fields={fields}>
        <Button look="primary" icon="fingerprint-pattern" width="full">
          {w.passkey}
        </Button>
        <PasskeyIdle when="idle">{w.idle}</PasskeyIdle>
      </PasskeyForm>
      <p data-without-passkeys>{w.needsScript}</p>
      {c.get('desk').singleSignOn && (
        <>
          <p class="k-or">{w.or}</p>
          <ButtonLink href={`/sign-in/sso?${new URLSearchParams({ next })}`} width="full">
            {w.sso}
          </ButtonLink>
        </>
      )}
    </>
  )
}

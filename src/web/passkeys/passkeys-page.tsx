import type { Refusal } from '#src/domain/refusal.ts'
import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import { mostPasskeys } from '#src/identity/entry/change-passkeys.ts'
import type { FreshSession } from '#src/identity/entry/fresh-session.ts'
import type { Passkey } from '#src/store/logins/passkeys.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PasskeyIdle } from '#src/ui/forms/passkey-form.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import { page } from '../page.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'
import { passkeyFact } from './passkey-fact.tsx'
import { PasskeyForm } from './passkey-form.tsx'
import { PasskeyProblem } from './passkey-problem.tsx'

type Parts = {
  readonly session: FreshSession
  readonly passkeys: readonly Passkey[]
  readonly problems: readonly FieldProblem[]
  readonly refusal: Refusal | null
}

export function passkeysPage(c: WebContext, parts: Parts): Response {
  const { passkeys: w, shell, security } = c.get('words')
  const { problems, refusal } = parts
  const isRefused = problems.length > 0 || refusal !== null
  return page(c, {
    title: isRefused ? `${shell.errorPrefix} ${w.title}` : w.title,
    ...(isRefused && { status: 422 as const }),
    islands: ['passkey.js'],
    children: (
      <>
        <PageHeading
          identity={<a href="/security">{security.title}</a>}
          title={w.title}
          lead={w.lead}
        />
        <div class="k-flow">
          <Done c={c} />
          {problems.length > 0 && (
            <ErrorSummary
              title={shell.errorSummary(problems.length)}
              problems={summaryOf(problems)}
            />
          )}
          {refusal && <PasskeyProblem c={c} refusal={refusal} />}
          <Panel title={w.yours}>
            <Yours c={c} {...parts} />
          </Panel>
          <Panel title={w.add}>
            {parts.passkeys.length < mostPasskeys ? (
              <>
                <AddForm c={c} {...parts} />
                <p data-without-passkeys>{w.needsScript}</p>
              </>
            ) : (
              <p>{w.full(mostPasskeys)}</p>
            )}
          </Panel>
        </div>
      </>
    ),
  })
}

function Done({ c }: { c: WebContext }) {
  const w = c.get('words').passkeys
  const done = (['added', 'removed'] as const).find((name) => c.req.query('done') === name)
  if (!done) return null
  return (
    <Note tone="ok" role="status">
      {w[done]} {w.elsewhere} <a href="/security">{w.elsewhereLink}</a>.
    </Note>
  )
}

function Yours({ c, session, passkeys }: Parts & { c: WebContext }) {
  const w = c.get('words').passkeys
  if (passkeys.length === 0) return <Empty title={w.none}>{w.noneText}</Empty>
  const facts = passkeys.map(
    (passkey): Fact => ({
      ...passkeyFact(passkey, readerOf(c)),
      action: (
        <form method="post" action="/security/passkeys/removal">
          <FormFields c={c} session={session} />
          <input type="hidden" name="passkey" value={passkey.id} />
          <Button size="dense" label={w.removeNamed(passkey.name)}>
            {w.remove}
          </Button>
        </form>
      ),
    }),
  )
  return <FactList look="ruled" facts={facts} />
}

function AddForm({ c, session, problems }: Parts & { c: WebContext }) {
  const w = c.get('words').passkeys
  return (
    <PasskeyForm
      c={c}
      session={session}
      ceremony="create"
      action="/security/passkeys"
      challenge="/security/passkeys/challenge"
    >
      <TextField
        id="name"
        name="name"
        label={w.name}
        hint={w.nameHint}
        value={c.get('form')?.typed.name ?? ''}
        autocomplete="off"
        maxlength={60}
        width="medium"
        error={problems.find(({ field }) => field === 'name')?.message}
      />
      <Buttons>
        <Button look="primary" icon="fingerprint-pattern">
          {w.add}
        </Button>
      </Buttons>
      <PasskeyIdle when="idle">{w.notMade}</PasskeyIdle>
      <PasskeyIdle when="known">{w.knownHere}</PasskeyIdle>
    </PasskeyForm>
  )
}

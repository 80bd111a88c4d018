import type { StaffRefusal } from '#src/identity/staff/staff-refusal.ts'
import type { DeskSession } from '#src/identity/staff/staff-sessions.ts'
import type { Staff } from '#src/store/staff/staff.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PasskeyForm, PasskeyIdle } from '#src/ui/forms/passkey-form.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { DeskFields } from '../desk-forms.tsx'
import { deskPage } from '../desk-page.tsx'
import { EntryProblem } from './entry-problem.tsx'

type Enroll = {
  readonly staff: Staff
  readonly token: string
  readonly refusal?: StaffRefusal
  /** Of the name. */
  readonly problem?: string
}

export function enrollPage(c: DeskContext, session: DeskSession, enroll: Enroll): Response {
  const { desk, shell } = c.get('words')
  const { entry: w, roles } = desk
  const { staff, refusal, problem } = enroll
  const isRefused = refusal !== undefined || problem !== undefined
  const title = w.enroll.title(staff.name)
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${title}` : title,
    ...(isRefused && { status: 422 as const }),
    islands: ['passkey.js'],
    children: (
      <div class="k-desk-entry">
        <PageHeading title={title} lead={w.enroll.lead(roles[staff.role])} />
        <div class="k-flow">
          {refusal && <EntryProblem c={c} refusal={refusal} />}
          {problem && (
            <ErrorSummary
              title={shell.errorSummary(1)}
              problems={[{ fieldId: 'name', words: problem }]}
            />
          )}
          <Panel>
            <EnrollForm c={c} session={session} {...enroll} />
            <p data-without-passkeys>{w.needsScript}</p>
          </Panel>
        </div>
      </div>
    ),
  })
}

function EnrollForm(props: Enroll & { c: DeskContext; session: DeskSession }) {
  const { c, session, token, problem } = props
  const { entry: w, own } = c.get('words').desk
  const fields = (
    <>
      <DeskFields c={c} session={session} />
      <input type="hidden" name="link" value={token} />
    </>
  )
  return (
    <PasskeyForm ceremony="create" action="/enroll" challenge="/enroll/challenge" fields={fields}>
      <TextField
        id="name"
        name="name"
        label={own.passkeyName}
        hint={own.passkeyNameHint}
        value={c.get('form')?.typed.name ?? ''}
        autocomplete="off"
        maxlength={60}
        error={problem}
      />
      <Button look="primary" icon="fingerprint-pattern" width="full">
        {w.enroll.make}
      </Button>
      <PasskeyIdle when="idle">{own.notMade}</PasskeyIdle>
      <PasskeyIdle when="known">{own.knownHere}</PasskeyIdle>
    </PasskeyForm>
  )
}

/** Used, too old, withdrawn, or never was: all told alike. */
export function spentLinkPage(c: DeskContext): Response {
  const { desk, shell } = c.get('words')
  const w = desk.entry.enroll
  return deskPage(c, {
    title: `${shell.errorPrefix} ${w.spentTitle}`,
    status: 410,
    children: (
      <div class="k-desk-entry">
        <PageHeading title={w.spentTitle} />
        <Panel>
          <p>{desk.refusals.linkSpent}</p>
          <Buttons>
            <ButtonLink look="primary" href="/sign-in">
              {w.toSignIn}
            </ButtonLink>
          </Buttons>
        </Panel>
      </div>
    ),
  })
}

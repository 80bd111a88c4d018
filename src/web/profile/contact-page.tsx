import type { ContactMethod } from '#src/domain/account/person-contacts.ts'
import type { Refusal } from '#src/domain/refusal.ts'
import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import type { Contact } from '#src/identity/factors/contacts.ts'
import { secondsUntil } from '#src/identity/moments.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import { statusOfCode } from '../front/code-step.tsx'
import { spoken } from '../masked.tsx'
import { page } from '../page.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'

/** `before`: the one that is to be changed; null for one more. */
export type AskedContact = { readonly method: ContactMethod; readonly before: Contact | null }

export type ContactProblem =
  | { readonly kind: 'fields'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

type Shown = { readonly what: AskedContact; readonly problem: ContactProblem | null }

export function contactPage(c: WebContext, session: SignedInSession, shown: Shown): Response {
  const { profile, shell } = c.get('words')
  const { problem } = shown
  const title = titleOf(c, shown.what)
  return page(c, {
    title: problem ? `${shell.errorPrefix} ${title}` : title,
    ...(problem && { status: statusOfCode(c, problem) }),
    children: (
      <>
        <PageHeading
          identity={<a href="/profile">{profile.title}</a>}
          title={spoken(title, readerOf(c))}
          lead={profile.form.lead}
        />
        {problem && <ContactProblems c={c} problem={problem} fieldId="to" />}
        <Panel>
          <ContactForm c={c} session={session} shown={shown} />
        </Panel>
      </>
    ),
  })
}

function titleOf(c: WebContext, { method, before }: AskedContact): string {
  const { form: w } = c.get('words').profile
  if (before) return method === 'sms' ? w.changePhone(before.masked) : w.changeEmail(before.masked)
  return method === 'sms' ? w.addPhone : w.addEmail
}

/** Above the form: what to fix, or how long to wait. */
export function ContactProblems(props: {
  c: WebContext
  problem: ContactProblem
  fieldId: string
}) {
  const { c, problem, fieldId } = props
  const { identity, shell } = c.get('words')
  if (problem.kind === 'refused' && problem.refusal.code === 'waitBeforeTrying') {
    const { pausedHeading, paused } = identity.confirm
    const wait = identity.duration(secondsUntil(problem.refusal.until, c.get('web').clock.now()))
    return <ErrorSummary title={pausedHeading}>{paused(wait)}</ErrorSummary>
  }
  const links =
    problem.kind === 'fields'
      ? summaryOf(problem.problems)
      : [{ fieldId, words: sentenceOf(c, problem.refusal) }]
  return <ErrorSummary title={shell.errorSummary(links.length)} problems={links} />
}

/** Beside the field; a pause is no fault of what was typed. */
export function fieldError(
  c: WebContext,
  problem: ContactProblem | null,
  field: string,
): { readonly error?: string } {
  if (problem?.kind === 'fields') {
    const found = problem.problems.find((known) => known.field === field)
    return found ? { error: found.message } : {}
  }
  if (!problem || problem.refusal.code === 'waitBeforeTrying') return {}
  return { error: sentenceOf(c, problem.refusal) }
}

function sentenceOf(c: WebContext, refusal: Refusal): string {
  return c.get('words').refusals.sentence(refusal, c.get('locale'))
}

function ContactForm(props: { c: WebContext; session: SignedInSession; shown: Shown }) {
  const { c, shown } = props
  const { method, before } = shown.what
  const w = c.get('words').profile.form
  const isPhone = method === 'sms'
  const typed = c.req.method === 'POST' ? (c.get('form').typed.to ?? '') : ''
  return (
    <form class="k-fields" method="post" action="/profile/contact">
      <FormFields c={c} session={props.session} />
      <input type="hidden" name="kind" value={method} />
      {before && <input type="hidden" name="change" value={before.key} />}
      <TextField
        id="to"
        name="to"
        label={isPhone ? w.phone : w.email}
        hint={isPhone ? w.phoneHint : w.emailHint}
        inputmode={isPhone ? 'tel' : 'email'}
        autocomplete={isPhone ? 'tel' : 'email'}
        maxlength={isPhone ? 40 : 254}
        width="medium"
        spelling="off"
        value={typed}
        {...fieldError(c, shown.problem, 'to')}
      />
      <p class="k-small k-ink2">{w.told}</p>
      <Buttons>
        <Button look="primary">{w.send}</Button>
        <ButtonLink href="/profile">{w.back}</ButtonLink>
      </Buttons>
    </form>
  )
}

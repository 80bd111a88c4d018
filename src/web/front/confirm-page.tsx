// The second half of signing in: where a code goes, and the code.
import type { Refusal } from '#src/domain/refusal.ts'
import { waysToConfirm } from '#src/identity/factors/confirm.ts'
import type { Contact } from '#src/identity/factors/contacts.ts'
import type { WaitingCode } from '#src/identity/factors/sent-code.ts'
import { secondsUntil } from '#src/identity/moments.ts'
import type { HalfSession } from '#src/identity/sessions.ts'
import { Button } from '#src/ui/button.tsx'
import { ChoiceList } from '#src/ui/forms/choice-list.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { type FieldProblem, summaryOf } from '../form.ts'
import { FormFields } from '../form-session.tsx'
import { spoken } from '../masked.tsx'
import { readerOf } from '../reader.ts'
import { identityDeps, type WebContext } from '../request-context.ts'
import { frontDoorPage } from './front-door.tsx'

export type ConfirmProblem =
  | { readonly kind: 'fields'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

type Shown = {
  readonly waiting: WaitingCode | null
  readonly problem: ConfirmProblem | null
  readonly next: string
}

export async function confirmPage(
  c: WebContext,
  session: HalfSession,
  shown: Shown,
): Promise<Response> {
  const w = c.get('words').identity.confirm
  const contacts = await waysToConfirm(identityDeps(c), session)
  const { problem } = shown
  return frontDoorPage(c, {
    title: w.title,
    ...(problem && { state: 'error' as const, status: statusOf(c, problem) }),
    children: (
      <>
        {problem && <Problem c={c} problem={problem} />}
        {!shown.waiting && <p class="k-row">{w.lead}</p>}
        {shown.waiting && (
          <CodeForm c={c} session={session} shown={shown} waiting={shown.waiting} />
        )}
        {shown.waiting && <hr class="k-rule" />}
        <SendForm c={c} session={session} shown={shown} contacts={contacts} />
      </>
    ),
  })
}

function CodeForm(props: {
  c: WebContext
  session: HalfSession
  shown: Shown
  waiting: WaitingCode
}) {
  const { c, shown, waiting } = props
  const w = c.get('words').identity.confirm
  const reader = readerOf(c)
  const { problem } = shown
  const typedWrong = problem?.kind === 'fields' ? problem.problems[0]?.message : undefined
  const isWrong = problem?.kind === 'refused' && problem.refusal.code === 'codeWrong'
  const wrong = isWrong
    ? c.get('words').refusals.sentence(problem.refusal, reader.locale)
    : undefined
  return (
    <form class="k-fields" method="post" action="/confirm">
      <FormFields c={c} session={props.session} />
      <input type="hidden" name="next" value={shown.next} />
      <p class="k-row">{spoken(w.sent(waiting.masked, reader.time(waiting.expiresAt)), reader)}</p>
      <TextField
        id="code"
        name="code"
        label={w.code}
        hint={w.codeHint}
        inputmode="numeric"
        autocomplete="one-time-code"
        width="short"
        spelling="off"
        error={typedWrong ?? wrong}
      />
      <Button look="primary" width="full">
        {w.submit}
      </Button>
    </form>
  )
}

function SendForm(props: {
  c: WebContext
  session: HalfSession
  shown: Shown
  contacts: readonly Contact[]
}) {
  const { c, shown, contacts } = props
  const w = c.get('words').identity.confirm
  const { lender } = c.get('web').config
  const reader = readerOf(c)
  if (contacts.length === 0) {
    const contact = { phone: lender.phone, hours: lender.hours[reader.locale] }
    return <ErrorSummary title={w.noneHeading}>{w.none(contact)}</ErrorSummary>
  }
  return (
    <form class="k-fields" method="post" action="/confirm/code">
      <FormFields c={c} session={props.session} />
      <input type="hidden" name="next" value={shown.next} />
      {shown.waiting && (
        <p class="k-row">
          <strong>{w.again}</strong> {w.againText}
        </p>
      )}
      <ChoiceList
        id="contact"
        name="contact"
        legend={w.where}
        legendLook="field"
        value={contacts[0]?.id ?? ''}
        choices={contacts.map(({ id, method, masked }) => ({
          value: id,
          name: spoken(method === 'sms' ? w.byText(masked) : w.byMail(masked), reader),
        }))}
      />
      <Button {...(shown.waiting ? {} : { look: 'primary' as const })} width="full">
        {w.send}
      </Button>
    </form>
  )
}

function Problem(props: { c: WebContext; problem: ConfirmProblem }) {
  const { c, problem } = props
  const { identity, shell, refusals } = c.get('words')
  const w = identity.confirm
  if (problem.kind === 'fields') {
    const links = summaryOf(problem.problems)
    return <ErrorSummary title={shell.errorSummary(links.length)} problems={links} />
  }
  const { refusal } = problem
  switch (refusal.code) {
    case 'waitBeforeTrying': {
      const wait = identity.duration(secondsUntil(refusal.until, c.get('web').clock.now()))
      return <ErrorSummary title={w.pausedHeading}>{w.paused(wait)}</ErrorSummary>
    }
    case 'codeSpent':
      return <ErrorSummary title={w.spentHeading}>{w.spent}</ErrorSummary>
    case 'codeWrong': {
      const words = refusals.sentence(refusal, c.get('locale'))
      return <ErrorSummary title={w.wrongHeading} problems={[{ fieldId: 'code', words }]} />
    }
    default: {
      const words = refusals.sentence(refusal, c.get('locale'))
      return (
        <ErrorSummary title={shell.errorSummary(1)} problems={[{ fieldId: 'contact', words }]} />
      )
    }
  }
}

function statusOf(c: WebContext, problem: ConfirmProblem): 422 | 429 {
  if (problem.kind === 'fields' || problem.refusal.code !== 'waitBeforeTrying') return 422
  const { until } = problem.refusal
  c.header('Retry-After', String(secondsUntil(until, c.get('web').clock.now())))
  return 429
}

// The two forms of every step that takes a code: where it goes, and what it is.
import type { Refusal } from '#src/domain/refusal.ts'
import { type FieldProblem, summaryOf } from '#src/http/form.ts'
import type { Contact } from '#src/identity/factors/contacts.ts'
import type { WaitingCode } from '#src/identity/factors/sent-code.ts'
import { secondsUntil } from '#src/identity/moments.ts'
import type { Session } from '#src/identity/sessions.ts'
import { Button } from '#src/ui/button.tsx'
import { ChoiceList } from '#src/ui/forms/choice-list.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { TrustField } from '../confirm/trust.tsx'
import { FormFields } from '../form-session.tsx'
import { HelpLink } from '../help/help-link.tsx'
import { spoken } from '../masked.tsx'
import { readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'
import { DemoMailbox } from './demo-mailbox.tsx'

export type CodeProblem =
  | { readonly kind: 'fields'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export type CodeStepProps = {
  readonly c: WebContext
  readonly session: Session
  /** Takes the code; with "/code" behind it, sends one. */
  readonly action: string
  readonly next: string | null
  /** An authenticator that cannot be what confirms. */
  readonly except?: string | undefined
  readonly contacts: readonly Contact[]
  readonly waiting: WaitingCode | null
  readonly problem: CodeProblem | null
  /** Says why a code is asked for. */
  readonly lead: string
  /** What to do where there is no contact. */
  readonly none: string
}

export function CodeStep(props: CodeStepProps) {
  const { c, waiting, problem, contacts } = props
  const w = c.get('words').identity.confirm
  return (
    <>
      {problem && <Problem c={c} problem={problem} />}
      {!waiting && <p class="k-row">{props.lead}</p>}
      {waiting && <CodeForm {...props} waiting={waiting} />}
      {waiting && <hr class="k-rule" />}
      {contacts.length > 0 ? (
        <SendForm {...props} />
      ) : (
        <ErrorSummary title={w.noneHeading}>{props.none}</ErrorSummary>
      )}
      <HelpLink c={c} topic={waiting ? 'code-does-not-arrive' : 'new-number'} />
    </>
  )
}

function CodeForm(props: CodeStepProps & { waiting: WaitingCode }) {
  const { c, waiting } = props
  const w = c.get('words').identity.confirm
  const reader = readerOf(c)
  return (
    <form class="k-fields" method="post" action={props.action}>
      <Hidden {...props} />
      <p class="k-row">{spoken(w.sent(waiting.masked, reader.time(waiting.expiresAt)), reader)}</p>
      <DemoMailbox c={c} />
      <TextField
        id="code"
        name="code"
        label={w.code}
        hint={w.codeHint}
        inputmode="numeric"
        autocomplete="one-time-code"
        width="short"
        spelling="off"
        error={codeError(props)}
      />
      <TrustField c={c} session={props.session} />
      <Button look="primary" width="full">
        {w.submit}
      </Button>
    </form>
  )
}

function codeError({ c, problem }: CodeStepProps): string | undefined {
  if (problem?.kind === 'fields') return problem.problems[0]?.message
  if (problem?.refusal.code !== 'codeWrong') return undefined
  return c.get('words').refusals.sentence(problem.refusal, c.get('locale'))
}

function SendForm(props: CodeStepProps) {
  const { c, contacts, waiting } = props
  const w = c.get('words').identity.confirm
  const reader = readerOf(c)
  return (
    <form class="k-fields" method="post" action={`${props.action}/code`}>
      <Hidden {...props} />
      {waiting && (
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
      <Button {...(waiting ? {} : { look: 'primary' as const })} width="full">
        {w.send}
      </Button>
    </form>
  )
}

function Hidden({ c, session, next, except }: CodeStepProps) {
  return (
    <>
      <FormFields c={c} session={session} />
      {next !== null && <input type="hidden" name="next" value={next} />}
      {except && <input type="hidden" name="except" value={except} />}
    </>
  )
}

function Problem(props: { c: WebContext; problem: CodeProblem }) {
  const { c, problem } = props
  const { identity, shell, refusals } = c.get('words')
  const w = identity.confirm
  if (problem.kind === 'fields') {
    const links = summaryOf(problem.problems)
    return <ErrorSummary title={shell.errorSummary(links.length)} problems={links} />
  }
  const { refusal } = problem
  const words = refusals.sentence(refusal, c.get('locale'))
  switch (refusal.code) {
    case 'waitBeforeTrying': {
      const wait = identity.duration(secondsUntil(refusal.until, c.get('web').clock.now()))
      return <ErrorSummary title={w.pausedHeading}>{w.paused(wait)}</ErrorSummary>
    }
    case 'codeSpent':
      return <ErrorSummary title={w.spentHeading}>{w.spent}</ErrorSummary>
    case 'codeWrong':
      return <ErrorSummary title={w.wrongHeading} problems={[{ fieldId: 'code', words }]} />
    default:
      return (
        <ErrorSummary title={shell.errorSummary(1)} problems={[{ fieldId: 'contact', words }]} />
      )
  }
}

/** Of the page that shows the problem; a pause says for how long. */
export function statusOfCode(
  c: WebContext,
  problem: CodeProblem | { readonly kind: 'passkey'; readonly refusal: Refusal },
): 422 | 429 {
  if (problem.kind === 'fields' || problem.refusal.code !== 'waitBeforeTrying') return 422
  const { until } = problem.refusal
  c.header('Retry-After', String(secondsUntil(until, c.get('web').clock.now())))
  return 429
}

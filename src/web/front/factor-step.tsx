// The form of a factor that the person has at hand: one field.

import { summaryOf } from '#src/http/form.ts'
import type { ConfirmingSession } from '#src/identity/entry/confirm.ts'
import { secondsUntil } from '#src/identity/moments.ts'
import { Button } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { TrustField } from '../confirm/trust.tsx'
import { FormFields } from '../form-session.tsx'
import type { WebContext } from '../request-context.ts'
import { exceptOf, nextOf } from './as-confirming.ts'
import type { CodeProblem } from './code-step.tsx'

export function FactorStep(props: {
  c: WebContext
  session: ConfirmingSession
  action: string
  problem: CodeProblem | null
  lead: string
  field: { id: string; label: string; hint: string; inputmode: 'numeric' | 'text' }
}) {
  const { c, problem, field } = props
  const except = exceptOf(c)
  return (
    <>
      {problem && <FactorProblem c={c} problem={problem} fieldId={field.id} />}
      <form class="k-fields" method="post" action={props.action}>
        <FormFields c={c} session={props.session} />
        <input type="hidden" name="next" value={nextOf(c)} />
        {except && <input type="hidden" name="except" value={except} />}
        <p class="k-row">{props.lead}</p>
        <TextField
          {...field}
          name={field.id}
          autocomplete={field.inputmode === 'numeric' ? 'one-time-code' : 'off'}
          {...(field.inputmode === 'numeric' && { width: 'short' as const })}
          spelling="off"
          error={errorOf(c, problem)}
        />
        {field.inputmode === 'numeric' && <TrustField c={c} session={props.session} />}
        <Button look="primary" width="full">
          {c.get('words').identity.confirm.submit}
        </Button>
      </form>
    </>
  )
}

/** What stands beside the field; a pause is no fault of what was typed. */
function errorOf(c: WebContext, problem: CodeProblem | null): string | undefined {
  if (problem?.kind === 'fields') return problem.problems[0]?.message
  if (!problem || problem.refusal.code === 'waitBeforeTrying') return undefined
  return c.get('words').refusals.sentence(problem.refusal, c.get('locale'))
}

/** Above the form, here and where a factor is added. */
export function FactorProblem(props: { c: WebContext; problem: CodeProblem; fieldId: string }) {
  const { c, problem, fieldId } = props
  const { identity, shell, refusals } = c.get('words')
  const w = identity.confirm
  if (problem.kind === 'fields') {
    const links = summaryOf(problem.problems)
    return <ErrorSummary title={shell.errorSummary(links.length)} problems={links} />
  }
  const { refusal } = problem
  if (refusal.code === 'waitBeforeTrying') {
    const wait = identity.duration(secondsUntil(refusal.until, c.get('web').clock.now()))
    return <ErrorSummary title={w.pausedHeading}>{w.paused(wait)}</ErrorSummary>
  }
  const words = refusals.sentence(refusal, c.get('locale'))
  return <ErrorSummary title={w.wrongHeading} problems={[{ fieldId, words }]} />
}

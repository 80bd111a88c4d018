import { summaryOf } from '#src/http/form.ts'
import { secondsUntil } from '#src/identity/moments.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PasswordField } from '#src/ui/forms/password-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import { type CodeProblem, statusOfCode } from '../front/code-step.tsx'
import { atItsField } from '../front/credentials-page.tsx'
import { page } from '../page.tsx'
import type { WebContext } from '../request-context.ts'

/** What is wrong stands at its field; a pause stands on top. */
export function passwordPage(
  c: WebContext,
  session: SignedInSession,
  problem: CodeProblem | null,
): Response {
  const { shell, protection } = c.get('words')
  const w = protection.password
  return page(c, {
    title: problem ? `${shell.errorPrefix} ${w.title}` : w.title,
    ...(problem && { status: statusOfCode(c, problem) }),
    islands: ['password.js'],
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        {problem && <Problem c={c} problem={placed(c, problem)} />}
        <Panel>
          <PasswordForm c={c} session={session} problem={problem && placed(c, problem)} />
        </Panel>
      </>
    ),
  })
}

function PasswordForm(props: {
  c: WebContext
  session: SignedInSession
  problem: CodeProblem | null
}) {
  const { c, session, problem } = props
  const { identity, protection } = c.get('words')
  const w = protection.password
  return (
    <form class="k-fields" method="post" action="/security/password">
      <FormFields c={c} session={session} />
      <input hidden type="text" autocomplete="username" value={session.username} readOnly />
      <PasswordField
        id="current"
        name="current"
        label={w.current}
        autocomplete="current-password"
        {...identity.password}
        error={errorOf(problem, 'current')}
      />
      <PasswordField
        id="password"
        name="password"
        label={w.next}
        hint={identity.register.passwordHint}
        autocomplete="new-password"
        {...identity.password}
        error={errorOf(problem, 'password')}
      />
      <p class="k-small k-ink2">{w.effects}</p>
      <Buttons>
        <Button look="primary">{w.submit}</Button>
        <ButtonLink href="/security">{w.back}</ButtonLink>
      </Buttons>
    </form>
  )
}

function Problem(props: { c: WebContext; problem: CodeProblem }) {
  const { c, problem } = props
  const { identity, protection, shell, refusals } = c.get('words')
  const w = protection.password
  if (problem.kind === 'fields') {
    const links = summaryOf(problem.problems)
    return <ErrorSummary title={shell.errorSummary(links.length)} problems={links} />
  }
  const { refusal } = problem
  if (refusal.code !== 'waitBeforeTrying')
    return (
      <ErrorSummary title={shell.errorSummary(1)}>
        {refusals.sentence(refusal, c.get('locale'))}
      </ErrorSummary>
    )
  const wait = identity.duration(secondsUntil(refusal.until, c.get('web').clock.now()))
  const say = refusal.counted === 'network' ? w.pausedNetwork : w.paused
  return <ErrorSummary title={w.pausedHeading}>{say(wait)}</ErrorSummary>
}

function placed(c: WebContext, problem: CodeProblem): CodeProblem {
  if (problem.kind === 'fields') return problem
  const { protection } = c.get('words')
  switch (problem.refusal.code) {
    case 'currentPasswordWrong':
      return atField('current', protection.password.currentWrong)
    case 'passwordUnchanged':
      return atField('password', protection.password.unchanged)
    default: {
      const found = atItsField(c.get('words'), problem)
      return found?.kind === 'fields' ? found : problem
    }
  }
}

function atField(field: string, message: string): CodeProblem {
  return { kind: 'fields', problems: [{ field, message }] }
}

function errorOf(problem: CodeProblem | null, field: string): string | undefined {
  if (problem?.kind !== 'fields') return undefined
  return problem.problems.find((found) => found.field === field)?.message
}

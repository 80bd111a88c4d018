// The second form of registering: a username and a password. The password is never put back on the
// page.

import type { Refusal } from '#src/domain/refusal.ts'
import type { FieldProblem, Typed } from '#src/http/form.ts'
import type { VisitorSession } from '#src/identity/sessions.ts'
import { Button } from '#src/ui/button.tsx'
import { PasswordField } from '#src/ui/forms/password-field.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { formatTime } from '#src/words/format.ts'
import type { Words } from '#src/words/words.ts'
import { FormFields } from '../form-session.tsx'
import { REGISTERING } from '../proofs/account-flow.ts'
import { errorOf, type RegisterProblem, registerStepPage } from '../proofs/register-step.tsx'
import type { WebContext } from '../request-context.ts'

export function credentialsPage(
  c: WebContext,
  session: VisitorSession,
  shown: {
    readonly typed: Typed
    /** When what was proved stops counting. */
    readonly until: string
    readonly problem: RegisterProblem | null
  },
): Response {
  const { register: w, password } = c.get('words').identity
  const problem = atItsField(c.get('words'), shown.problem)
  const at = { zone: c.get('web').config.lender.timeZone, locale: c.get('locale') }
  return registerStepPage(c, {
    flow: REGISTERING,
    step: 3,
    title: w.chooseTitle,
    problem,
    children: (
      <form class="k-fields" method="post" action="/register/sign-in">
        <FormFields c={c} session={session} />
        <p class="k-row">{w.chooseLead(formatTime(shown.until, at))}</p>
        <TextField
          id="username"
          name="username"
          label={w.username}
          hint={w.usernameHint}
          value={shown.typed.username ?? ''}
          autocomplete="username"
          spelling="off"
          error={errorOf(problem, 'username')}
        />
        <PasswordField
          id="password"
          name="password"
          label={w.password}
          hint={w.passwordHint}
          autocomplete="new-password"
          {...password}
          error={errorOf(problem, 'password')}
        />
        <Button look="primary" width="full">
          {w.submit}
        </Button>
      </form>
    ),
  })
}

/** A refusal of the name or the password stands at its field; any other stays on top. */
export function atItsField(words: Words, problem: RegisterProblem | null): RegisterProblem | null {
  if (problem?.kind !== 'refused') return problem
  const found = fieldOf(words.identity.register, problem.refusal)
  return found ? { kind: 'fields', problems: [found] } : problem
}

function fieldOf(w: Words['identity']['register'], refusal: Refusal): FieldProblem | null {
  switch (refusal.code) {
    case 'usernameTaken':
    case 'usernameUnusable':
      return { field: 'username', message: w[refusal.code] }
    case 'passwordTooShort':
      return { field: 'password', message: w.passwordTooShort(refusal.minimum) }
    case 'passwordTooLong':
      return { field: 'password', message: w.passwordTooLong(refusal.maximum) }
    case 'passwordKnown':
    case 'passwordHoldsContext':
      return { field: 'password', message: w[refusal.code] }
    default:
      return null
  }
}

// GET and POST /recover/password: the username, and a new password, for who has shown an account
// and a contact of it.
import type { Hono } from 'hono'
import * as z from 'zod'
import { readForm } from '#src/http/form.ts'
import { loginToRecover, resetPassword } from '#src/identity/recovery/reset-password.ts'
import type { VisitorSession } from '#src/identity/sessions.ts'
import { Button } from '#src/ui/button.tsx'
import { PasswordField } from '#src/ui/forms/password-field.tsx'
import type { Words } from '#src/words/words.ts'
import { FormFields } from '../form-session.tsx'
import { RECOVERING } from '../proofs/account-flow.ts'
import { asVisitor } from '../proofs/as-asker.ts'
import { errorOf, type RegisterProblem, registerStepPage } from '../proofs/register-step.tsx'
import { identityDeps, visitToKnow, type WebContext, type WebEnv } from '../request-context.ts'
import { atItsField } from './credentials-page.tsx'

export function registerRecover(app: Hono<WebEnv>): void {
  app.get('/recover/password', (c) => asVisitor(c, RECOVERING, (session) => show(c, session, null)))
  app.post('/recover/password', (c) =>
    asVisitor(c, RECOVERING, (session) => postPassword(c, session)),
  )
}

async function postPassword(c: WebContext, session: VisitorSession): Promise<Response> {
  const form = readForm(passwordForm(c.get('words')), c.get('form').typed, c.get('words'))
  if (!form.ok) return show(c, session, { kind: 'fields', problems: form.problems })
  const { password, key: formKey } = form.value
  const given = { password, formKey, session, visit: visitToKnow(c) }
  const answer = await resetPassword(identityDeps(c), given)
  if (answer.ok) return c.redirect('/sign-in?notice=recovered', 303)
  // Sent twice: the first one did it, and its session is over.
  if (answer.refusal.code === 'registrationNotMatched')
    return c.redirect('/sign-in?notice=recovered', 303)
  return show(c, session, { kind: 'refused', refusal: answer.refusal })
}

async function show(
  c: WebContext,
  session: VisitorSession,
  problem: RegisterProblem | null,
): Promise<Response> {
  const found = await loginToRecover(identityDeps(c), session)
  if (!found) return c.redirect('/recover?notice=expired', 303)
  // With this page, so that a form sent twice comes from one browser.
  visitToKnow(c)
  const { recover: w, register, password } = c.get('words').identity
  const placed = atItsField(c.get('words'), problem)
  return registerStepPage(c, {
    flow: RECOVERING,
    step: 3,
    title: w.chooseTitle,
    problem: placed,
    children: (
      <form class="k-fields" method="post" action="/recover/password">
        <FormFields c={c} session={session} />
        <p class="k-row">
          {w.username} <strong>{found.login.username}</strong>
        </p>
        <p class="k-row">{w.chooseLead}</p>
        <PasswordField
          id="password"
          name="password"
          label={w.password}
          hint={register.passwordHint}
          autocomplete="new-password"
          {...password}
          error={errorOf(placed, 'password')}
        />
        <Button look="primary" width="full">
          {w.submit}
        </Button>
        <p class="k-row k-small k-ink2">{w.hold}</p>
      </form>
    ),
  })
}

function passwordForm(words: Words) {
  return z.object({
    password: z.string().min(1, words.identity.signIn.passwordMissing),
    key: z.uuid(),
  })
}

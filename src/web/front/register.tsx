// GET and POST /register/sign-in: a username and a password, for who has shown an account and a
// contact of it.
import type { Hono } from 'hono'
import * as z from 'zod'
import { readForm } from '#src/http/form.ts'
import { readProof } from '#src/identity/proof/prove-account.ts'
import { enterAgain } from '#src/identity/registration/enter-again.ts'
import { register } from '#src/identity/registration/register.ts'
import type { VisitorSession } from '#src/identity/sessions.ts'
import type { Words } from '#src/words/words.ts'
import { REGISTERING } from '../proofs/account-flow.ts'
import { asVisitor } from '../proofs/as-asker.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { credentialsPage } from './credentials-page.tsx'

export function registerRegister(app: Hono<WebEnv>): void {
  app.get('/register/sign-in', (c) =>
    asVisitor(c, REGISTERING, (session) => {
      const proof = readProof(identityDeps(c), session, 'registration')
      if (!proof) return c.redirect('/register?notice=expired', 303)
      if (!proof.shown) return c.redirect('/register/contact', 303)
      return credentialsPage(c, session, { typed: {}, until: proof.until, problem: null })
    }),
  )
  app.post('/register/sign-in', (c) =>
    asVisitor(c, REGISTERING, (session) => postChoice(c, session)),
  )
}

async function postChoice(c: WebContext, session: VisitorSession): Promise<Response> {
  const { typed } = c.get('form')
  const deps = identityDeps(c)
  const form = readForm(choiceForm(c.get('words')), typed, c.get('words'))
  const until = readProof(deps, session, 'registration')?.until ?? deps.clock.now()
  if (!form.ok)
    return credentialsPage(c, session, {
      typed,
      until,
      problem: { kind: 'fields', problems: form.problems },
    })
  const { username, password, key: formKey } = form.value
  const visit = c.get('visit')
  const given = { username, password, formKey, locale: c.get('locale'), session, visit }
  const answer = await register(deps, given)
  if (!answer.ok) {
    if (answer.refusal.code === 'registrationNotMatched')
      return c.redirect('/register?notice=expired', 303)
    return credentialsPage(c, session, {
      typed,
      until,
      problem: { kind: 'refused', refusal: answer.refusal },
    })
  }
  if (answer.value !== 'sentBefore') return enter(c, answer.value.token)
  // The same form again: whoever sent it knows the password that the first one chose.
  const entered = await enterAgain(deps, given)
  return entered ? enter(c, entered.token) : c.redirect('/sign-in?notice=registered', 303)
}

function enter(c: WebContext, token: string): Response {
  writeSessionCookie(c, token)
  return c.redirect('/security/stronger', 303)
}

function choiceForm(words: Words) {
  const w = words.identity.signIn
  return z.object({
    username: z.string().trim().min(1, w.usernameMissing),
    password: z.string().min(1, w.passwordMissing),
    key: z.uuid(),
  })
}

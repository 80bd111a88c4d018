// GET and POST /register (which account is yours), GET and POST /register/sign-in (username and
// password). Between the two: register-contact.tsx.
import type { Hono } from 'hono'
import * as z from 'zod'
import { signIn } from '#src/identity/entry/sign-in.ts'
import { proveAccount, readProof } from '#src/identity/registration/prove-account.ts'
import { register } from '#src/identity/registration/register.ts'
import type { VisitorSession } from '#src/identity/sessions.ts'
import type { Words } from '#src/words/words.ts'
import { readForm } from '../form.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { asVisitor } from './as-visitor.ts'
import { credentialsPage } from './credentials-page.tsx'
import { proofPage } from './proof-page.tsx'

export function registerRegister(app: Hono<WebEnv>): void {
  app.get('/register', (c) =>
    asVisitor(c, (session) => {
      const expired = c.req.query('notice') === 'expired'
      return proofPage(c, session, { typed: {}, problem: expired ? { kind: 'expired' } : null })
    }),
  )
  app.post('/register', (c) => asVisitor(c, (session) => postProof(c, session)))
  app.get('/register/sign-in', (c) =>
    asVisitor(c, (session) => {
      const proof = readProof(identityDeps(c), session)
      if (!proof) return c.redirect('/register?notice=expired', 303)
      if (!proof.shown) return c.redirect('/register/contact', 303)
      return credentialsPage(c, session, { typed: {}, until: proof.until, problem: null })
    }),
  )
  app.post('/register/sign-in', (c) => asVisitor(c, (session) => postChoice(c, session)))
}

async function postProof(c: WebContext, session: VisitorSession): Promise<Response> {
  const { typed } = c.get('form')
  const form = readForm(proofForm(c.get('words')), typed, c.get('words'))
  if (!form.ok)
    return proofPage(c, session, { typed, problem: { kind: 'fields', problems: form.problems } })
  const attempt = { ...form.value, session, visit: c.get('visit') }
  const answer = await proveAccount(identityDeps(c), attempt)
  if (!answer.ok)
    return proofPage(c, session, { typed, problem: { kind: 'refused', refusal: answer.refusal } })
  writeSessionCookie(c, answer.value.token)
  return c.redirect('/register/contact', 303)
}

async function postChoice(c: WebContext, session: VisitorSession): Promise<Response> {
  const { typed } = c.get('form')
  const deps = identityDeps(c)
  const form = readForm(choiceForm(c.get('words')), typed, c.get('words'))
  const until = readProof(deps, session)?.until ?? deps.clock.now()
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
  const entered = await signIn(deps, { username, password, session, visit })
  return entered.ok ? enter(c, entered.value.token) : c.redirect('/sign-in?notice=registered', 303)
}

function enter(c: WebContext, token: string): Response {
  writeSessionCookie(c, token)
  return c.redirect('/accounts', 303)
}

function proofForm(words: Words) {
  const w = words.identity.register
  const bare = z.string().transform((text) => text.replace(/[\s-]/g, '').toUpperCase())
  return z.object({
    accountNumber: bare.pipe(
      z.string().min(1, w.accountNumberMissing).max(40, w.accountNumberMissing),
    ),
    lastFour: bare.pipe(z.string().regex(/^\d{4}$/, w.lastFourWrong)),
    // 49 CFR 565.13: 17 characters, none of them I, O or Q.
    vin: bare.pipe(z.string().regex(/^[A-HJ-NPR-Z0-9]{17}$/, w.vinWrong)),
  })
}

function choiceForm(words: Words) {
  const w = words.identity.signIn
  return z.object({
    username: z.string().trim().min(1, w.usernameMissing),
    password: z.string().min(1, w.passwordMissing),
    key: z.uuid(),
  })
}

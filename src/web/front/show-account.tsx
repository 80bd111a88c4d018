// GET and POST /register and /recover: which account is yours.
import type { Hono } from 'hono'
import * as z from 'zod'
import { readForm } from '#src/http/form.ts'
import { proveAccount } from '#src/identity/proof/prove-account.ts'
import type { VisitorSession } from '#src/identity/sessions.ts'
import type { Words } from '#src/words/words.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { type AccountFlow, RECOVERING, REGISTERING } from './account-flow.ts'
import { asVisitor } from './as-visitor.ts'
import { proofPage } from './proof-page.tsx'

export function registerShowAccount(app: Hono<WebEnv>): void {
  app.get('/register', (c) => show(c, REGISTERING))
  app.post('/register', (c) => asVisitor(c, (session) => postProof(c, session, REGISTERING)))
  app.get('/recover', (c) => show(c, RECOVERING))
  app.post('/recover', (c) => asVisitor(c, (session) => postProof(c, session, RECOVERING)))
}

function show(c: WebContext, flow: AccountFlow): Promise<Response> {
  return asVisitor(c, (session) => {
    const expired = c.req.query('notice') === 'expired'
    const problem = expired ? ({ kind: 'expired' } as const) : null
    return proofPage(c, session, { flow, typed: {}, problem })
  })
}

async function postProof(
  c: WebContext,
  session: VisitorSession,
  flow: AccountFlow,
): Promise<Response> {
  const { typed } = c.get('form')
  const form = readForm(proofForm(c.get('words')), typed, c.get('words'))
  if (!form.ok) {
    const problem = { kind: 'fields', problems: form.problems } as const
    return proofPage(c, session, { flow, typed, problem })
  }
  const attempt = { ...form.value, purpose: flow.purpose, session, visit: c.get('visit') }
  const answer = await proveAccount(identityDeps(c), attempt)
  if (!answer.ok) {
    const problem = { kind: 'refused', refusal: answer.refusal } as const
    return proofPage(c, session, { flow, typed, problem })
  }
  writeSessionCookie(c, answer.value.token)
  return c.redirect(flow.contact, 303)
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

// GET and POST /register and /recover: which account is yours.
import type { Hono } from 'hono'
import { readForm } from '#src/http/form.ts'
import { proveAccount } from '#src/identity/proof/prove-account.ts'
import type { VisitorSession } from '#src/identity/sessions.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { type AccountFlow, RECOVERING, REGISTERING } from './account-flow.ts'
import { accountProofForm } from './account-proof-form.ts'
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
  const words = c.get('words')
  const { registration } = c.get('web').config.lender
  const form = readForm(accountProofForm(words, registration), typed, words)
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

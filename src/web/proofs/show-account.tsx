// GET and POST /register and /recover: which account is yours.
import type { Hono } from 'hono'
import { readForm } from '#src/http/form.ts'
import { proveAccount } from '#src/identity/proof/prove-account.ts'
import type { Session } from '#src/identity/sessions.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { type AccountFlow, RECOVERING, REGISTERING } from './account-flow.ts'
import { accountProofForm } from './account-proof-form.ts'
import { asVisitor } from './as-asker.ts'
import { proofPage } from './proof-page.tsx'

export function registerShowAccount(app: Hono<WebEnv>): void {
  app.get('/register', (c) => visited(c, REGISTERING))
  app.post('/register', (c) =>
    asVisitor(c, REGISTERING, (session) => postProof(c, session, REGISTERING)),
  )
  app.get('/recover', (c) => visited(c, RECOVERING))
  app.post('/recover', (c) =>
    asVisitor(c, RECOVERING, (session) => postProof(c, session, RECOVERING)),
  )
}

function visited(c: WebContext, flow: AccountFlow): Promise<Response> {
  return asVisitor(c, flow, (session) => showProof(c, session, flow))
}

export function showProof(c: WebContext, session: Session, flow: AccountFlow): Response {
  const expired = c.req.query('notice') === 'expired'
  const problem = expired ? ({ kind: 'expired' } as const) : null
  return proofPage(c, session, { flow, typed: {}, problem })
}

export async function postProof(
  c: WebContext,
  session: Session,
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
  if (answer.ok) writeSessionCookie(c, answer.value.token)
  else if (answer.refusal.code !== 'formAlreadyUsed') {
    const problem = { kind: 'refused', refusal: answer.refusal } as const
    return proofPage(c, session, { flow, typed, problem })
  }
  return c.redirect(flow.next, 303)
}

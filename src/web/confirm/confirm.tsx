// GET and POST /confirm (a second factor after the password; the form takes a code that was sent),
// POST /confirm/code (send one). `way` picks another factor.
import type { Hono } from 'hono'
import { readForm } from '#src/http/form.ts'
import type { ConfirmingSession } from '#src/identity/entry/confirm.ts'
import { confirmByCode, sendSignInCode } from '#src/identity/entry/confirm-by-code.ts'
import { asConfirming, wayPath } from '../front/as-confirming.ts'
import { codeForm } from '../front/code-form.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { readSessionCookie } from '../session-cookie.ts'
import { confirmPage } from './confirm-page.tsx'
import { confirmed } from './confirmed.ts'
import { asksForTrust } from './trust.tsx'

export function registerConfirm(app: Hono<WebEnv>): void {
  app.get('/confirm', (c) =>
    asConfirming(c, (session) => confirmPage(c, session, { way: c.req.query('way') ?? '' })),
  )
  app.post('/confirm', (c) => asConfirming(c, (session) => postCode(c, session)))
  app.post('/confirm/code', (c) => asConfirming(c, (session) => postSend(c, session)))
}

async function postSend(c: WebContext, session: ConfirmingSession): Promise<Response> {
  const { typed } = c.get('form')
  const asking = { session, visit: c.get('visit') }
  const sent = await sendSignInCode(identityDeps(c), asking, typed.contact ?? '')
  if (sent.ok) return c.redirect(wayPath(c, 'code'), 303)
  const problem = { kind: 'refused', refusal: sent.refusal } as const
  return confirmPage(c, session, { way: 'code', problem })
}

async function postCode(c: WebContext, session: ConfirmingSession): Promise<Response> {
  const { typed } = c.get('form')
  const form = readForm(codeForm(c.get('words')), typed, c.get('words'))
  const again = (problem: Parameters<typeof confirmPage>[2]['problem']) =>
    confirmPage(c, session, { way: 'code', problem })
  if (!form.ok) return again({ kind: 'fields', problems: form.problems })
  const trusts = asksForTrust(c, session)
  const asking = { session, visit: c.get('visit'), token: readSessionCookie(c) ?? '', trusts }
  const answer = await confirmByCode(identityDeps(c), asking, form.value.code)
  if (!answer.ok) return again({ kind: 'refused', refusal: answer.refusal })
  return confirmed(c, session, { answer: answer.value, by: 'code' })
}

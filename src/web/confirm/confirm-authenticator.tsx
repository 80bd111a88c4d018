// POST /confirm/authenticator: a code of an authenticator app.
import type { Hono } from 'hono'
import * as z from 'zod'
import { readForm, schemaOnce } from '#src/http/form.ts'
import type { ConfirmingSession } from '#src/identity/entry/confirm.ts'
import { confirmByAuthenticator } from '#src/identity/entry/confirm-by-authenticator.ts'
import { asConfirming, exceptOf } from '../front/as-confirming.ts'
import { sixDigits } from '../front/code-form.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { readSessionCookie } from '../session-cookie.ts'
import { confirmPage } from './confirm-page.tsx'
import { confirmed } from './confirmed.ts'
import { asksForTrust } from './trust.tsx'

const way = 'authenticator'

export function registerConfirmAuthenticator(app: Hono<WebEnv>): void {
  app.post('/confirm/authenticator', (c) => asConfirming(c, (session) => post(c, session)))
}

async function post(c: WebContext, session: ConfirmingSession): Promise<Response> {
  const words = c.get('words')
  const form = readForm(formOf(words), c.get('form').typed, words)
  if (!form.ok) {
    const problem = { kind: 'fields', problems: form.problems } as const
    return confirmPage(c, session, { way, problem })
  }
  const trusts = asksForTrust(c, session)
  const asking = { session, visit: c.get('visit'), token: readSessionCookie(c) ?? '', trusts }
  const given = { code: form.value.code, except: exceptOf(c) }
  const answer = await confirmByAuthenticator(identityDeps(c), asking, given)
  if (!answer.ok) {
    const problem = { kind: 'refused', refusal: answer.refusal } as const
    return confirmPage(c, session, { way, problem })
  }
  return confirmed(c, session, { answer: answer.value, by: 'totp' })
}

const formOf = schemaOnce((words) =>
  z.object({ code: sixDigits(words.secondFactors.confirmApp.codeMissing) }),
)

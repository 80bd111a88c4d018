// POST /confirm/passkey: what a passkey says after a password, or in a session that is signed in.
import type { Hono } from 'hono'
import { readShownPasskey } from '#src/http/read-credential.ts'
import { confirmByPasskey } from '#src/identity/entry/passkey-entry.ts'
import { asConfirming, exceptOf } from '../front/as-confirming.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { readSessionCookie } from '../session-cookie.ts'
import { confirmPage } from './confirm-page.tsx'
import { confirmed } from './confirmed.ts'

export function registerConfirmPasskey(app: Hono<WebEnv>): void {
  app.post('/confirm/passkey', postConfirm)
}

function postConfirm(c: WebContext): Promise<Response> {
  return asConfirming(c, async (session) => {
    const { typed } = c.get('form')
    const response = readShownPasskey(typed.credential)
    const token = readSessionCookie(c) ?? ''
    const attempt = { session, visit: c.get('visit'), token, except: exceptOf(c) }
    const answer = response && (await confirmByPasskey(identityDeps(c), { ...attempt, response }))
    if (!answer?.ok) {
      const refusal = answer?.refusal ?? ({ code: 'passkeyRefused' } as const)
      return confirmPage(c, session, { way: '', problem: { kind: 'passkey', refusal } })
    }
    return confirmed(c, session, { answer: answer.value, by: 'passkey' })
  })
}

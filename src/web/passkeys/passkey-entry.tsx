// POST /sign-in/passkey: what a passkey says, alone. POST /passkey-challenge: what it signs; asked
// for when the button is pressed, so that a page can stand open.
import type { Hono } from 'hono'
import { readShownPasskey } from '#src/http/read-credential.ts'
import { safePath } from '#src/http/safe-path.ts'
import { signInByPasskey } from '#src/identity/entry/passkey-entry.ts'
import { askForPasskey } from '#src/identity/factors/passkey-options.ts'
import { ensureSession } from '../form-session.tsx'
import { signInPage } from '../front/sign-in-page.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { writeSessionCookie } from '../session-cookie.ts'

export function registerPasskeyEntry(app: Hono<WebEnv>): void {
  app.post('/passkey-challenge', postChallenge)
  app.post('/sign-in/passkey', postSignIn)
}

async function postChallenge(c: WebContext): Promise<Response> {
  const lookup = c.get('lookup')
  // The form that the script sends instead is answered with what to do.
  if (lookup.state !== 'open') return c.json(null, 409)
  return c.json(await askForPasskey(identityDeps(c), lookup.session))
}

async function postSignIn(c: WebContext): Promise<Response> {
  const session = await ensureSession(c)
  const { typed, state } = c.get('form')
  const next = safePath(typed.next)
  const shown = { typed: next === null ? {} : { next } }
  if (state === 'stale') return signInPage(c, session, { ...shown, view: { kind: 'stale' } })
  const response = readShownPasskey(typed.credential)
  const attempt = { session, visit: c.get('visit'), shared: typed.shared === 'yes' }
  const answer = response && (await signInByPasskey(identityDeps(c), { ...attempt, response }))
  if (answer?.ok) {
    writeSessionCookie(c, answer.value.token)
    return c.redirect(next ?? '/accounts', 303)
  }
  const refusal = answer?.refusal ?? ({ code: 'passkeyRefused' } as const)
  return signInPage(c, session, { ...shown, view: { kind: 'passkey', refusal } })
}

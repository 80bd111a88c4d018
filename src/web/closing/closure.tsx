// GET and POST /security/closure: giving up one's sign-in. GET /closed: what was done, for who is
// signed out by it.
import type { Hono } from 'hono'
import * as z from 'zod'
import { readForm } from '#src/http/form.ts'
import type { FreshSession } from '#src/identity/entry/fresh-session.ts'
import { giveUpLogin, hasClosed } from '#src/identity/registration/close-login.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { signedInPage } from '../account-visit.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { steppedUp } from '../security/step-up.tsx'
import { clearSessionCookie } from '../session-cookie.ts'
import { signInPath } from '../sign-in-again.ts'
import { closedPage, closurePage } from './closure-page.tsx'

const PATH = '/security/closure'

export function registerClosure(app: Hono<WebEnv>): void {
  app.get('/security/closure', signedInPage(guarded(show)))
  app.post('/security/closure', postClosure)
  app.get('/closed', closedPage)
}

async function postClosure(c: WebContext): Promise<Response> {
  const lookup = c.get('lookup')
  const session = lookup.state === 'open' ? lookup.session : null
  // Sent twice: the first one has left a visitor's session behind.
  const formKey = c.get('form').typed.key ?? ''
  if (session && (await hasClosed(identityDeps(c), { session, formKey }))) return done(c)
  if (session?.kind !== 'signedIn') return c.redirect(signInPath('ended', PATH), 303)
  return signedInPage(guarded(close))(c)
}

type Handle = (c: WebContext, session: FreshSession) => Promise<Response>

function guarded(handle: Handle) {
  return (c: WebContext, session: SignedInSession) =>
    steppedUp(c, session, {
      action: 'closeSignIn',
      back: PATH,
      handle: (fresh) => handle(c, fresh),
    })
}

async function show(c: WebContext, session: FreshSession): Promise<Response> {
  return closurePage(c, session, [])
}

async function close(c: WebContext, session: FreshSession): Promise<Response> {
  const words = c.get('words')
  const agreed = z.literal('yes', { error: words.closing.agreeMissing })
  const form = readForm(z.object({ agreed, key: z.uuid() }), c.get('form').typed, words)
  if (!form.ok) return closurePage(c, session, form.problems)
  const closing = { session, visit: c.get('visit'), formKey: form.value.key }
  const answer = await giveUpLogin(identityDeps(c), closing)
  // Held, or ended, a moment ago: the page says which.
  return answer === 'closed' ? done(c) : c.redirect(PATH, 303)
}

function done(c: WebContext): Response {
  clearSessionCookie(c)
  return c.redirect('/closed', 303)
}

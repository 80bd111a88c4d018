// GET /sign-in and /confirm, POST to their /passkey, POST /passkey-challenge, POST /sign-out.
import type { Hono } from 'hono'
import { readShownPasskey } from '#src/http/read-credential.ts'
import { safePath } from '#src/http/safe-path.ts'
import { signOutOfDesk } from '#src/identity/staff/own-sessions.ts'
import { askForStaffPasskey } from '#src/identity/staff/staff-challenge.ts'
import { enterByPasskey } from '#src/identity/staff/staff-passkeys.ts'
import { type DeskContext, type DeskEnv, deskCookie, staffDeps } from '../desk-context.ts'
import { ensureDeskSession } from '../desk-forms.tsx'
import { asStaff } from '../permitted.ts'
import { entryPage } from './entry-page.tsx'

export function registerDeskSignIn(app: Hono<DeskEnv>): void {
  app.get('/sign-in', showSignIn)
  app.get(
    '/confirm',
    asStaff((c, session) => entryPage(c, session, { next: nextOf(c) })),
  )
  app.post('/passkey-challenge', postChallenge)
  app.post('/sign-in/passkey', postPasskey)
  app.post('/confirm/passkey', postPasskey)
  app.post('/sign-out', postSignOut)
}

/** Where one goes on: the page that was wanted. */
export function nextOf(c: DeskContext): string {
  const asked = c.req.method === 'GET' ? c.req.query('next') : c.get('form').typed.next
  return safePath(asked) ?? '/'
}

async function showSignIn(c: DeskContext): Promise<Response> {
  const session = await ensureDeskSession(c)
  if (session.kind === 'signedIn') return c.redirect(nextOf(c), 303)
  return entryPage(c, session, { next: nextOf(c) })
}

async function postChallenge(c: DeskContext): Promise<Response> {
  const lookup = c.get('lookup')
  // The form that the script sends instead is answered with what to do.
  if (lookup.state !== 'open') return c.json(null, 409)
  return c.json(await askForStaffPasskey(staffDeps(c), lookup.session))
}

async function postPasskey(c: DeskContext): Promise<Response> {
  const session = await ensureDeskSession(c)
  const { typed, state } = c.get('form')
  const next = nextOf(c)
  if (state === 'stale') return entryPage(c, session, { next, isStale: true })
  const response = readShownPasskey(typed.credential)
  if (!response) return entryPage(c, session, { next, refusal: { code: 'passkeyRefused' } })
  const answer = await enterByPasskey(staffDeps(c), { session, visit: c.get('visit'), response })
  if (!answer.ok) return entryPage(c, session, { next, refusal: answer.refusal })
  deskCookie.write(c, answer.value.token)
  return c.redirect(next, 303)
}

async function postSignOut(c: DeskContext): Promise<Response> {
  const lookup = c.get('lookup')
  if (lookup.state === 'open')
    await signOutOfDesk(staffDeps(c), { session: lookup.session, visit: c.get('visit') })
  deskCookie.clear(c)
  return c.redirect('/sign-in', 303)
}

// GET and POST /enroll, and POST to its /challenge: a first passkey by a link that works once.
import type { Hono } from 'hono'
import { readNewPasskey } from '#src/http/read-credential.ts'
import { askForFirstPasskey, enrollByLink } from '#src/identity/staff/staff-enrollment.ts'
import { staffOfLink } from '#src/identity/staff/staff-link.ts'
import type { StaffRefusal } from '#src/identity/staff/staff-refusal.ts'
import { type DeskContext, type DeskEnv, deskCookie, staffDeps } from '../desk-context.ts'
import { ensureDeskSession } from '../desk-forms.tsx'
import { readPasskeyName } from '../own/passkey-name.ts'
import { enrollPage, spentLinkPage } from './enroll-page.tsx'

export function registerEnroll(app: Hono<DeskEnv>): void {
  app.get('/enroll', (c) => show(c, c.req.query('link') ?? ''))
  app.post('/enroll', postEnroll)
  app.post('/enroll/challenge', postChallenge)
}

async function postChallenge(c: DeskContext): Promise<Response> {
  const lookup = c.get('lookup')
  // The form that the script sends instead is answered with what to do.
  if (lookup.state !== 'open') return c.json(null, 409)
  const link = c.get('form').typed.link ?? ''
  const options = await askForFirstPasskey(staffDeps(c), lookup.session, link)
  return options === null ? c.json(null, 409) : c.json(options)
}

async function postEnroll(c: DeskContext): Promise<Response> {
  const session = await ensureDeskSession(c)
  const { typed, state } = c.get('form')
  const token = typed.link ?? ''
  if (state === 'stale') return show(c, token, { refusal: { code: 'passkeyTooLate' } })
  const name = readPasskeyName(c)
  if (!name.ok) return show(c, token, { problem: name.problem })
  const response = readNewPasskey(typed.credential)
  if (!response) return show(c, token, { refusal: { code: 'passkeyNotAdded' } })
  const enrolling = { session, visit: c.get('visit'), token, name: name.value, response }
  const answer = await enrollByLink(staffDeps(c), enrolling)
  if (!answer.ok) return show(c, token, { refusal: answer.refusal })
  deskCookie.write(c, answer.value.token)
  return c.redirect('/', 303)
}

async function show(
  c: DeskContext,
  token: string,
  wrong: { refusal?: StaffRefusal; problem?: string } = {},
): Promise<Response> {
  const staff = await staffOfLink(staffDeps(c), token)
  if (!staff) return spentLinkPage(c)
  return enrollPage(c, await ensureDeskSession(c), { staff, token, ...wrong })
}

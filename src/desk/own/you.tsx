// GET /you: how one signs in and where; POST /you/sessions, POST /you/passkeys, and to its
// /challenge and /removal.
import type { Hono } from 'hono'
import * as z from 'zod'
import { readNewPasskey } from '#src/http/read-credential.ts'
import {
  addOwnPasskey,
  askForAnotherPasskey,
  ownPasskeys,
  removeOwnPasskey,
} from '#src/identity/staff/own-passkeys.ts'
import {
  endOwnOtherSessions,
  endOwnSession,
  staffSessionsOf,
} from '#src/identity/staff/own-sessions.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { type DeskContext, type DeskEnv, staffDeps } from '../desk-context.ts'
import { asStaff, permitted } from '../permitted.ts'
import { readPasskeyName } from './passkey-name.ts'
import { type Wrong, youPage } from './you-page.tsx'

const PAGE = '/you'

export function registerYou(app: Hono<DeskEnv>): void {
  app.get(
    '/you',
    asStaff((c, session) => show(c, session, {})),
  )
  app.post('/you/sessions', asStaff(postSessions))
  app.post(
    '/you/passkeys',
    permitted('changeOwnPasskeys', () => PAGE, postPasskey),
  )
  app.post(
    '/you/passkeys/challenge',
    permitted('changeOwnPasskeys', () => PAGE, postChallenge),
  )
  app.post(
    '/you/passkeys/removal',
    permitted('changeOwnPasskeys', () => PAGE, postRemoval),
  )
}

type Permit = StaffPermit<'changeOwnPasskeys'>

async function show(c: DeskContext, session: StaffSession, wrong: Wrong): Promise<Response> {
  const deps = staffDeps(c)
  const [passkeys, sessions] = await Promise.all([
    ownPasskeys(deps, session),
    staffSessionsOf(deps, session),
  ])
  return youPage(c, session, { passkeys, sessions, ...wrong })
}

/** One by its public id, or all others. */
async function postSessions(c: DeskContext, session: StaffSession): Promise<Response> {
  const { typed } = c.get('form')
  const asking = { session, visit: c.get('visit') }
  const id = z.uuid().safeParse(typed.session)
  if (typed.which === 'others') await endOwnOtherSessions(staffDeps(c), asking)
  else if (id.success) await endOwnSession(staffDeps(c), asking, id.data)
  return c.redirect(`${PAGE}?done=ended`, 303)
}

async function postChallenge(c: DeskContext, permit: Permit): Promise<Response> {
  return c.json(await askForAnotherPasskey(staffDeps(c), permit))
}

async function postPasskey(c: DeskContext, permit: Permit): Promise<Response> {
  const name = readPasskeyName(c)
  if (!name.ok) return show(c, permit.session, { problem: name.problem })
  const response = readNewPasskey(c.get('form').typed.credential)
  if (!response) return show(c, permit.session, { refusal: { code: 'passkeyNotAdded' } })
  const answer = await addOwnPasskey(staffDeps(c), permit, { name: name.value, response })
  if (!answer.ok) return show(c, permit.session, { refusal: answer.refusal })
  return c.redirect(`${PAGE}?done=added`, 303)
}

async function postRemoval(c: DeskContext, permit: Permit): Promise<Response> {
  const id = z.uuid().safeParse(c.get('form').typed.passkey)
  if (!id.success) return c.redirect(PAGE, 303)
  const answer = await removeOwnPasskey(staffDeps(c), permit, id.data)
  if (!answer.ok) return show(c, permit.session, { refusal: answer.refusal })
  return c.redirect(`${PAGE}?done=removed`, 303)
}

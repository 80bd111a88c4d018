// GET and POST /recover/factor/removal: what is lost, named by who has shown the password, an
// account and a contact of it.
import type { Hono } from 'hono'
import * as z from 'zod'
import {
  lostFactorProof,
  type OwnFactors,
  ownFactorsOf,
  removeLostFactors,
} from '#src/identity/recovery/remove-lost-factors.ts'
import type { VisitorSession } from '#src/identity/sessions.ts'
import { identityDeps, visitToKnow, type WebContext, type WebEnv } from '../request-context.ts'
import { LOST_FACTOR } from './account-flow.ts'
import { asVisitor } from './as-asker.ts'
import { type LostProblem, lostFactorPage } from './lost-factor-page.tsx'

/** Where one signs in after that, and what one is led to then. */
const after = new URLSearchParams({ notice: 'factorsRemoved', next: '/security?done=lost' })
const SIGN_IN = `/sign-in?${after}`

export function registerLostFactorRemoval(app: Hono<WebEnv>): void {
  app.get('/recover/factor/removal', (c) =>
    asVisitor(c, LOST_FACTOR, (session) => show(c, session, null)),
  )
  app.post('/recover/factor/removal', (c) =>
    asVisitor(c, LOST_FACTOR, (session) => postRemoval(c, session)),
  )
}

async function postRemoval(c: WebContext, session: VisitorSession): Promise<Response> {
  const { typed } = c.get('form')
  const key = z.uuid().safeParse(typed.key)
  const ids = Object.keys(typed).flatMap((name) => lostId(name) ?? [])
  const backupCodes = typed.backupCodes === 'yes'
  if (!key.success) return show(c, session, 'incomplete')
  if (ids.length === 0 && !backupCodes) return show(c, session, 'nothingChosen')
  const lost = { ids, backupCodes, formKey: key.data, session, visit: visitToKnow(c) }
  const answer = await removeLostFactors(identityDeps(c), lost)
  return c.redirect(answer.ok ? SIGN_IN : '/recover/factor?notice=expired', 303)
}

/** Of a box that was ticked: "lost-" and the id of an app or a passkey. */
function lostId(name: string): string | undefined {
  return name.startsWith('lost-') ? z.uuid().safeParse(name.slice(5)).data : undefined
}

async function show(
  c: WebContext,
  session: VisitorSession,
  problem: LostProblem | null,
): Promise<Response> {
  const deps = identityDeps(c)
  const proof = await lostFactorProof(deps, session)
  if (!proof) return c.redirect('/recover/factor?notice=expired', 303)
  // With this page, so that a form sent twice comes from one browser.
  visitToKnow(c)
  const own: OwnFactors = await ownFactorsOf(deps, proof.loginId)
  return lostFactorPage(c, session, { own, until: proof.until, problem })
}

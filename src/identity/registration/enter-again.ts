import { readFormOutcome } from '#src/store/logins/form-submissions.ts'
import { recordAccess } from '../access-log.ts'
import { signIn } from '../entry/sign-in.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { replaceSession } from '../login-session.ts'
import { type HalfSession, type OpenedSession, resolveSession } from '../sessions.ts'
import type { Enrolled, Registration } from './enroll.ts'

/**
 * The last form of registering, sent twice: the browser has dropped the answer to the first press,
 * and with it the cookie. Who sends it knows the password that was chosen a moment ago, and sends
 * it from the session in which the contact was shown: it signs in once more, whichever answer the
 * browser kept. Null: the password is another one.
 */
export async function enterAgain(
  deps: IdentityDeps,
  given: Registration,
): Promise<OpenedSession | null> {
  const { username, password, session, visit } = given
  const entered = await signIn(deps, { username, password, session, visit })
  if (!entered.ok) return null
  const lookup = await resolveSession(deps, entered.value.token)
  if (lookup.state !== 'open' || lookup.session.kind !== 'half') return entered.value
  return (await goOn(deps, given, lookup.session)) ?? entered.value
}

async function goOn(
  deps: IdentityDeps,
  { session, formKey: key, visit }: Registration,
  half: HalfSession,
): Promise<OpenedSession | null> {
  const { loginId } = half
  return deps.db.transaction().execute(async (tx) => {
    const outcome = await readFormOutcome(tx, { sessionId: session.id, key })
    const done: Enrolled | null = outcome === null ? null : JSON.parse(outcome)
    if (done?.loginId !== loginId) return null
    const authenticated = [...half.authenticated, done.shown]
    const opening = { loginId, authenticated, visit, replaces: half }
    const opened = await replaceSession(tx, deps, opening)
    if (!opened) return null
    const details = { session: opened.id, factor: done.shown.method }
    const at = { vault: deps.vault, now: deps.clock.now() }
    await recordAccess(tx, at, { loginId, action: 'signedIn', visit, details })
    return opened
  })
}

// What a change of password writes, in one commit.
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Tx } from '#src/store/database.ts'
import { claimForm } from '#src/store/logins/form-submissions.ts'
import type { Login } from '#src/store/logins/logins.ts'
import { exchangePassword } from '#src/store/logins/password-changes.ts'
import { tellContacts } from '../factors/tell-contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { shownBy } from '../levels.ts'
import { openLoginSession } from '../login-session.ts'
import type { OpenedSession, Visit } from '../sessions.ts'
import { type AttemptPermit, recordSuccess } from '../throttle.ts'
import { note } from './confirm.ts'
import { forgetBrowsers } from './forget-browsers.ts'
import type { FreshSession } from './fresh-session.ts'
import { rememberDevice } from './known-device.ts'

export type PasswordChange = {
  readonly session: FreshSession
  readonly visit: Visit
  readonly current: string
  readonly next: string
  /** Of the form as it was shown: sent twice, it changes once. */
  readonly formKey: string
}

/** `sentBefore`: the same form has changed it already, in a session that replaced this one. */
export type PasswordChanged = OpenedSession | 'sentBefore'

/** One of several at once wins: decided by the stored form that was checked. */
export async function exchangeIn(
  tx: Tx,
  deps: IdentityDeps,
  change: PasswordChange,
  made: { login: Login; permit: AttemptPermit; password: string },
): Promise<Outcome<PasswordChanged>> {
  const { session, visit, formKey: key } = change
  const { loginId, accounts: obligors } = session
  const at = deps.clock.now()
  await recordSuccess(tx, made.permit)
  const form = { sessionId: session.id, key, outcome: 'passwordChanged', submittedAt: at }
  if ((await claimForm(tx, form)) !== null) return accepted('sentBefore')
  const swap = { loginId, sessionId: session.id, from: made.login.password, to: made.password, at }
  // Changed elsewhere since it was checked: what was typed is no longer the current one. Or the
  // session was ended meanwhile: it changes nothing.
  if (!(await exchangePassword(tx, swap))) return refused({ code: 'currentPasswordWrong' })
  const earlier = session.authenticated.filter(({ method }) => method !== 'password')
  const authenticated = [...earlier, shownBy('password', at)]
  const opened = await openLoginSession(tx, deps, {
    loginId,
    authenticated,
    visit,
    replaces: session,
  })
  await forgetBrowsers(tx, { loginId, keep: opened.id })
  if (visit.deviceToken && !session.shared)
    await rememberDevice(tx, deps, { loginId, token: visit.deviceToken, visit, at })
  await tellContacts(tx, deps, { loginId, obligors, template: 'passwordChanged' })
  await note(tx, deps, change, 'passwordChanged', { session: opened.id })
  return accepted(opened)
}

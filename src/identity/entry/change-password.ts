// A new password in the place of the one that is known: the current one is asked for, within the
// budgets of signing in, and every other session ends (ASVS 5.0 V6.2.2, V6.2.3, V7.4.3).
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Tx } from '#src/store/database.ts'
import { claimForm } from '#src/store/logins/form-submissions.ts'
import { forgetKnownDevices } from '#src/store/logins/known-devices.ts'
import { type Login, readLogin } from '#src/store/logins/logins.ts'
import { exchangePassword } from '#src/store/logins/password-changes.ts'
import { endSessionsOfLogin } from '#src/store/logins/sessions.ts'
import { forgetTrustedDevices } from '#src/store/logins/trusted-devices.ts'
import { tellContacts } from '../factors/tell-contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { shownBy } from '../levels.ts'
import { type NewPasswordDeps, refuseNewPassword } from '../registration/new-password.ts'
import { type OpenedSession, openLoginSession, type Visit } from '../sessions.ts'
import { type AttemptPermit, permitAttempt, recordSuccess, withdrawAttempt } from '../throttle.ts'
import { normalizeUsername } from '../username.ts'
import { note } from './confirm.ts'
import type { FreshSession } from './fresh-session.ts'
import { rememberDevice } from './known-device.ts'
import { passwordLanes } from './password-lanes.ts'

type ChangeDeps = IdentityDeps & NewPasswordDeps

export type PasswordChange = {
  readonly session: FreshSession
  readonly visit: Visit
  readonly current: string
  readonly next: string
  /** Of the form as it was shown: sent twice, it changes once. */
  readonly formKey: string
}

/** `sentBefore`: the same form has changed it already, in a session that replaced this one. */
type Changed = OpenedSession | 'sentBefore'

/**
 * Refused: `currentPasswordWrong`, `passwordUnchanged`, the passwords' refusals,
 * `waitBeforeTrying`, `busy`.
 */
export async function changePassword(
  deps: ChangeDeps,
  change: PasswordChange,
): Promise<Outcome<Changed>> {
  const { loginId, username, accounts } = change.session
  const accountIds = accounts.map(({ accountId }) => accountId)
  const wrong = await refuseNewPassword(deps, { password: change.next, username, accountIds })
  if (wrong) return refused(wrong)
  const login = await readLogin(deps.db, loginId)
  if (!login) return refused({ code: 'currentPasswordWrong' })
  const name = normalizeUsername(username)
  const lanes = await passwordLanes(deps, { name, loginId, visit: change.visit })
  const answer = await permitAttempt(deps, lanes, deps.clock.now())
  if (!answer.allowed) {
    await write(deps, change, 'passwordChangePaused')
    return refused(answer.refusal)
  }
  const { permit } = answer
  const given = { password: change.current, stored: login.password }
  const check = await deps.passwords.check(permit, given)
  if (!check.ok) return withdrawn(deps, permit, check)
  if (!check.value.matches) {
    await write(deps, change, 'passwordChangeRefused')
    return refused({ code: 'currentPasswordWrong' })
  }
  if (change.current.normalize('NFC') === change.next.normalize('NFC'))
    return withdrawn(deps, permit, { ok: false, refusal: { code: 'passwordUnchanged' } })
  const stored = await deps.passwords.store(change.next)
  if (!stored.ok) return withdrawn(deps, permit, stored)
  return deps.db
    .transaction()
    .execute((tx) => exchange(tx, deps, change, { login, permit, password: stored.value }))
}

async function exchange(
  tx: Tx,
  deps: ChangeDeps,
  change: PasswordChange,
  made: { login: Login; permit: AttemptPermit; password: string },
): Promise<Outcome<Changed>> {
  const { session, visit, formKey: key } = change
  const { loginId, accounts: obligors } = session
  const at = deps.clock.now()
  await recordSuccess(tx, made.permit)
  const form = { sessionId: session.id, key, outcome: 'passwordChanged', submittedAt: at }
  if ((await claimForm(tx, form)) !== null) return accepted('sentBefore')
  const swap = { loginId, from: made.login.password, to: made.password, at }
  // Changed elsewhere since it was checked: what was typed is no longer the current one.
  if (!(await exchangePassword(tx, swap))) return refused({ code: 'currentPasswordWrong' })
  const earlier = session.authenticated.filter(({ method }) => method !== 'password')
  const authenticated = [...earlier, shownBy('password', at)]
  const opened = await openLoginSession(tx, deps, {
    loginId,
    authenticated,
    visit,
    replaces: session,
  })
  await endSessionsOfLogin(tx, { loginId, keep: opened.id })
  await forgetKnownDevices(tx, loginId)
  await forgetTrustedDevices(tx, loginId)
  if (visit.deviceToken)
    await rememberDevice(tx, deps, { loginId, token: visit.deviceToken, visit, at })
  await tellContacts(tx, deps, { loginId, obligors, template: 'passwordChanged' })
  await note(tx, deps, change, 'passwordChanged', { session: opened.id })
  return accepted(opened)
}

/** What was not wrong is not counted. */
async function withdrawn(
  deps: ChangeDeps,
  permit: AttemptPermit,
  answer: Extract<Outcome<unknown>, { ok: false }>,
): Promise<Outcome<never>> {
  await deps.db.transaction().execute((tx) => withdrawAttempt(tx, permit))
  return answer
}

function write(
  deps: ChangeDeps,
  change: PasswordChange,
  action: 'passwordChangePaused' | 'passwordChangeRefused',
): Promise<void> {
  return deps.db.transaction().execute((tx) => note(tx, deps, change, action))
}

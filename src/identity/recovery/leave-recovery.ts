import type { Tx } from '#src/store/database.ts'
import { forgetKnownDevices } from '#src/store/logins/known-devices.ts'
import { type Login, readLoginAccounts } from '#src/store/logins/logins.ts'
import { endSessionsOfLogin } from '#src/store/logins/sessions.ts'
import { recordAccess } from '../access-log.ts'
import { tellContacts } from '../factors/tell-contacts.ts'
import { holdLogin } from '../hold-login.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { leaveSession, type Visit, type VisitorSession } from '../sessions.ts'
import { clearAttempts } from '../throttle.ts'
import { normalizeUsername } from '../username.ts'

/**
 * How every recovery ends, in its own transaction: all sessions are over, no browser is known, the
 * login is held for a day, every contact is told. Wrong tries from before no longer count.
 */
export async function leaveRecovery(
  tx: Tx,
  deps: IdentityDeps,
  done: {
    readonly login: Login
    readonly session: VisitorSession
    readonly visit: Visit
    readonly what: 'passwordReset' | 'factorsRecovered'
    readonly details?: Readonly<Record<string, string>>
  },
): Promise<void> {
  const { login, session, visit, what, details = {} } = done
  const { id: loginId } = login
  const now = deps.clock.now()
  await holdLogin(tx, { loginId, now })
  await endSessionsOfLogin(tx, { loginId, keep: null })
  await forgetKnownDevices(tx, loginId)
  const key = normalizeUsername(login.username)
  if (what === 'passwordReset') await clearAttempts(tx, deps.vault, { scope: 'sign-in-name', key })
  else await clearAttempts(tx, deps.vault, { scope: 'factor-login', key: loginId })
  await leaveSession(tx, deps, session)
  const obligors = await readLoginAccounts(tx, loginId)
  await tellContacts(tx, deps, { loginId, obligors, template: what })
  await recordAccess(tx, { vault: deps.vault, now }, { loginId, action: what, visit, details })
}

import type { Tx } from '#src/store/database.ts'
import { type Login, readLoginAccounts } from '#src/store/logins/logins.ts'
import { endRequiredRecovery } from '#src/store/logins/password-changes.ts'
import { recordAccess } from '../access-log.ts'
import { forgetBrowsers } from '../entry/forget-browsers.ts'
import { rememberDevice } from '../entry/known-device.ts'
import { tellContacts } from '../factors/tell-contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { Visit } from '../sessions.ts'
import { clearAttempts } from '../throttle.ts'
import { normalizeUsername } from '../username.ts'
import { holdLogin } from './hold-login.ts'

/**
 * How every recovery ends, in its own transaction: all sessions are over, no browser is known or
 * trusted, the login is held for a day, every contact is told. Wrong tries from before no longer
 * count. The browser in which it was done is known from then on, or whoever guesses at the name
 * would keep its owner waiting at the door that they have just opened.
 */
export async function endRecovery(
  tx: Tx,
  deps: IdentityDeps,
  done: {
    readonly login: Login
    readonly visit: Visit
    readonly what: 'passwordReset' | 'factorsRecovered'
    readonly details?: Readonly<Record<string, string>>
  },
): Promise<void> {
  const { login, visit, what, details = {} } = done
  const { id: loginId } = login
  const now = deps.clock.now()
  await holdLogin(tx, { loginId, now })
  await forgetBrowsers(tx, { loginId, keep: null })
  const { deviceToken: token } = visit
  if (token) await rememberDevice(tx, deps, { loginId, token, visit, at: now })
  await clearAttempts(tx, deps.vault, { scope: 'factor-login', key: loginId })
  if (what === 'passwordReset') {
    await endRequiredRecovery(tx, loginId)
    const key = normalizeUsername(login.username)
    await clearAttempts(tx, deps.vault, { scope: 'sign-in-name', key })
  }
  const obligors = await readLoginAccounts(tx, loginId)
  await tellContacts(tx, deps, { loginId, obligors, template: what })
  await recordAccess(tx, { vault: deps.vault, now }, { loginId, action: what, visit, details })
}

// A new password in the place of the one that is known: the current one is asked for, within the
// budgets of signing in, and every other session ends (ASVS 5.0 V6.2.2, V6.2.3, V7.4.3).
import { type Outcome, refused } from '#src/domain/refusal.ts'
import { readLogin } from '#src/store/logins/logins.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { type NewPasswordDeps, refuseNewPassword } from '../registration/new-password.ts'
import { type AttemptPermit, permitAttempt, withdrawAttempt } from '../throttle.ts'
import { normalizeUsername } from '../username.ts'
import { note } from './confirm.ts'
import { exchangeIn, type PasswordChange, type PasswordChanged } from './exchange-password.ts'
import { knownDeviceId } from './known-device.ts'
import { passwordLanes } from './password-lanes.ts'

type ChangeDeps = IdentityDeps & NewPasswordDeps

/**
 * Refused: `currentPasswordWrong`, `passwordUnchanged`, the passwords' refusals,
 * `waitBeforeTrying`, `busy`.
 */
export async function changePassword(
  deps: ChangeDeps,
  change: PasswordChange,
): Promise<Outcome<PasswordChanged>> {
  const { loginId, username, accounts } = change.session
  const accountIds = accounts.map(({ accountId }) => accountId)
  const wrong = await refuseNewPassword(deps, { password: change.next, username, accountIds })
  if (wrong) return refused(wrong)
  const login = await readLogin(deps.db, loginId)
  if (!login) return refused({ code: 'currentPasswordWrong' })
  const name = normalizeUsername(username)
  const { deviceToken: token = null, address } = change.visit
  const device = await knownDeviceId(deps, { loginId, token })
  const lanes = passwordLanes({ name, device, address })
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
    .execute((tx) => exchangeIn(tx, deps, change, { login, permit, password: stored.value }))
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

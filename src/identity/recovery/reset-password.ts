// A new password for who has proved the account and a contact on file. The second factor stays what
// it was: a reset alone signs nobody in (ASVS 5.0 V6.4.3). Every session ends, every contact is
// told, and for a day what could take money waits.
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { type Login, readLogin, readLoginAccounts } from '#src/store/logins/logins.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { AccountProof } from '../proof/prove-account.ts'
import { readShownProof } from '../proof/shown-proof.ts'
import { type NewPasswordDeps, refuseNewPassword } from '../registration/new-password.ts'
import type { VisitorSession } from '../sessions.ts'
import { type PasswordReset, replacePassword } from './replace-password.ts'

/** The login whose password can be replaced in this session; null when nothing was proved. */
export async function loginToRecover(
  deps: IdentityDeps,
  session: VisitorSession,
): Promise<{ readonly login: Login; readonly proof: AccountProof } | null> {
  const proof = await readShownProof(deps, session, 'recovery')
  if (!proof || proof.loginId === null) return null
  const login = await readLogin(deps.db, proof.loginId)
  return login && { login, proof }
}

/** Refused: `registrationNotMatched` (nothing proved), the passwords' refusals, `busy`. */
export async function resetPassword(
  deps: IdentityDeps & NewPasswordDeps,
  given: PasswordReset,
): Promise<Outcome<{ readonly username: string }>> {
  const found = await loginToRecover(deps, given.session)
  if (!found) return refused({ code: 'registrationNotMatched' })
  const { login } = found
  const { id, username } = login
  const accountIds = (await readLoginAccounts(deps.db, id)).map(({ accountId }) => accountId)
  const wrong = await refuseNewPassword(deps, { password: given.password, username, accountIds })
  if (wrong) return refused(wrong)
  const stored = await deps.passwords.store(given.password)
  if (!stored.ok) return stored
  const reset = await deps.db
    .transaction()
    .execute((tx) => replacePassword(tx, deps, given, { login, password: stored.value }))
  if (reset === 'spent') return refused({ code: 'registrationNotMatched' })
  return accepted({ username: login.username })
}

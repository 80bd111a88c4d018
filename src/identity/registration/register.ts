// Last step of registering: a username and a password for the obligor that was proved. One login
// for each, decided by the database: fired at once, one wins.
import { type Outcome, refused } from '#src/domain/refusal.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { networkOf } from '../network-address.ts'
import { readProof } from '../proof/prove-account.ts'
import { permitAttempt, withdrawAttempt } from '../throttle.ts'
import { refuseUsername } from '../username.ts'
import { afterAll, enroll, type Registered, type Registration } from './enroll.ts'
import { type NewPasswordDeps, printedNumbers, refuseNewPassword } from './new-password.ts'

/**
 * Refused: `registrationNotMatched` (nothing proved, no contact shown, or no longer free), `usernameUnusable`,
 * `usernameTaken`, the passwords' refusals, `waitBeforeTrying`, `busy`.
 */
export async function register(
  deps: IdentityDeps & NewPasswordDeps,
  given: Registration,
): Promise<Outcome<Registered>> {
  const proof = readProof(deps, given.session, 'registration')
  if (!proof?.shown) return afterAll(deps, given)
  const accountIds = [proof.accountId]
  const printed = await printedNumbers(deps.db, accountIds)
  const wrongName = refuseUsername(given.username, printed)
  if (wrongName) return refused(wrongName)
  const { username, password } = given
  const wrongPassword = await refuseNewPassword(deps, { password, username, accountIds })
  if (wrongPassword) return refused(wrongPassword)
  const lane = { scope: 'username-address', key: networkOf(given.visit.address) } as const
  const answer = await permitAttempt(deps, [lane], deps.clock.now())
  if (!answer.allowed) return refused(answer.refusal)
  const stored = await deps.passwords.store(given.password)
  if (!stored.ok) {
    await deps.db.transaction().execute((tx) => withdrawAttempt(tx, answer.permit))
    return stored
  }
  const { shown } = proof
  return enroll(deps, given, { proof, shown, permit: answer.permit, password: stored.value })
}

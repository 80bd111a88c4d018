// Last step of registering: a username and a password for the obligor that was proved. One login
// for each, decided by the database: fired at once, one wins.
import { type Outcome, refused } from '#src/domain/refusal.ts'
import { readAccount } from '#src/store/accounts/accounts.ts'
import { readVehicles } from '#src/store/accounts/vehicles.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { networkOf } from '../network-address.ts'
import { type AccountProof, readProof } from '../proof/prove-account.ts'
import { permitAttempt, withdrawAttempt } from '../throttle.ts'
import { refuseUsername } from '../username.ts'
import { afterAll, enroll, type Registered, type Registration } from './enroll.ts'
import { refusePassword } from './password-rules.ts'

/**
 * Refused: `registrationNotMatched` (nothing proved, no contact shown, or no longer free), `usernameUnusable`,
 * `usernameTaken`, the passwords' refusals, `waitBeforeTrying`, `busy`. `lenderName` is a word
 * that no password may lean on.
 */
export async function register(
  deps: IdentityDeps & { readonly lenderName: string },
  given: Registration,
): Promise<Outcome<Registered>> {
  const proof = readProof(deps, given.session, 'registration')
  if (!proof?.shown) return afterAll(deps, given)
  const known = await knownNumbers(deps, proof)
  const wrongName = refuseUsername(given.username, known)
  if (wrongName) return refused(wrongName)
  const context = [deps.lenderName, ...deps.lenderName.split(/\s+/), given.username, ...known]
  const wrongPassword = refusePassword(given.password, context)
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

/** Account number and VIN: printed on paper, so no part of a secret. */
async function knownNumbers(deps: IdentityDeps, proof: AccountProof): Promise<string[]> {
  const account = await readAccount(deps.db, proof.accountId)
  const vehicle = (await readVehicles(deps.db, [proof.accountId])).get(proof.accountId)
  return [account?.accountNumber, vehicle?.vin].filter((text) => typeof text === 'string')
}

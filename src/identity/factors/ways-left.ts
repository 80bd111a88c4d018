// The one rule about taking a way to sign in away: what is left must still let the person in with
// two factors. Every removal asks here, under the lock of the login: of two at once, neither counts
// on what the other takes.
import type { Tx } from '#src/store/database.ts'
import { readAuthenticators } from '#src/store/logins/authenticators.ts'
import { countBackupCodes } from '#src/store/logins/backup-codes.ts'
import { holdStill } from '#src/store/logins/logins.ts'
import { readPasskeys } from '#src/store/logins/passkeys.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { SignInProfile } from '../levels.ts'
import type { SignedInSession } from '../sessions.ts'
import { contactsOf } from './contacts.ts'

/** How many there are of each. */
export type WaysLeft = {
  readonly passkeys: number
  readonly authenticators: number
  readonly contacts: number
  readonly backupCodes: number
}

/**
 * Whether somebody with these and a password still signs in with two factors. Backup codes alone do
 * not count: each works once, and the last of them would be the last way in. Under `strict` no code
 * is sent, so contacts do not count either.
 */
export function letsIn(profile: SignInProfile, left: WaysLeft): boolean {
  const own = left.passkeys + left.authenticators
  return own > 0 || (profile === 'standard' && left.contacts > 0)
}

/** What the login has now; until the transaction ends, nobody else changes it. */
export async function lockWays(
  tx: Tx,
  vault: Vault,
  { loginId, accounts }: Pick<SignedInSession, 'loginId' | 'accounts'>,
): Promise<WaysLeft> {
  await holdStill(tx, loginId)
  const passkeys = await readPasskeys(tx, loginId)
  const authenticators = await readAuthenticators(tx, loginId)
  const contacts = await contactsOf(tx, vault, accounts)
  const codes = await countBackupCodes(tx, loginId)
  return {
    passkeys: passkeys.length,
    authenticators: authenticators.length,
    contacts: contacts.length,
    backupCodes: codes?.left ?? 0,
  }
}

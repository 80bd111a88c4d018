import type { Db } from '#src/store/database.ts'
import { readOwnFactors } from '#src/store/logins/own-factors.ts'

/** Whether the login has an authenticator app or a passkey. */
export async function hasStrongFactor(db: Db, loginId: string): Promise<boolean> {
  const { authenticators, passkeys } = await readOwnFactors(db, loginId)
  return authenticators.length > 0 || passkeys.length > 0
}

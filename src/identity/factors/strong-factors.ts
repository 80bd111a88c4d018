import type { Db } from '#src/store/database.ts'
import { readAuthenticators } from '#src/store/logins/authenticators.ts'
import { readPasskeys } from '#src/store/logins/passkeys.ts'

/** Whether the login has an authenticator app or a passkey. */
export async function hasStrongFactor(db: Db, loginId: string): Promise<boolean> {
  const [apps, passkeys] = await Promise.all([
    readAuthenticators(db, loginId),
    readPasskeys(db, loginId),
  ])
  return apps.length > 0 || passkeys.length > 0
}

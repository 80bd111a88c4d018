// Browsers that a login trusts for a while: with the password, one of them is what somebody has.
import type { Tx } from '../database.ts'

/** After a change of credentials no browser is trusted any more; how many were. */
export async function forgetTrustedDevices(tx: Tx, loginId: string): Promise<number> {
  const result = await tx
    .deleteFrom('trusted_device')
    .where('login_id', '=', loginId)
    .executeTakeFirstOrThrow()
  return Number(result.numDeletedRows)
}

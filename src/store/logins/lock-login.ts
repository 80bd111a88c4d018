import type { Tx } from '../database.ts'

/**
 * Holds a login until the transaction ends, before anything else of it is locked: changes of one
 * person's papers happen one after the other, and no account is added meanwhile.
 */
export async function lockLogin(
  tx: Tx,
  id: string,
): Promise<{ readonly heldUntil: string | null }> {
  const row = await tx
    .selectFrom('login')
    .select('held_until')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { heldUntil: row.held_until }
}

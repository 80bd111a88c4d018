import type { Tx } from '../database.ts'

/**
 * Holds a login until the transaction ends, before anything else of it is locked: changes of one
 * person's papers happen one after the other, and no account is added meanwhile.
 */
export async function lockLogin(
  tx: Tx,
  id: string,
): Promise<{
  readonly heldUntil: string | null
  /** "This was not me" was pressed: whoever is in has no say until a recovery. */
  readonly state: 'open' | 'givenUp'
}> {
  const row = await tx
    .selectFrom('login')
    .select(['held_until', 'recovery_required_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const state = row.recovery_required_at === null ? 'open' : 'givenUp'
  return { heldUntil: row.held_until, state }
}

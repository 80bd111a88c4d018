// A login that was recovered is held for a while: what could take money or the way back in waits.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'

/** A hold that lasts longer stays. */
export async function holdLogin(
  tx: Tx,
  hold: { readonly loginId: string; readonly until: string },
): Promise<void> {
  const { loginId, until } = hold
  await tx
    .updateTable('login')
    .set({ held_until: sql<string>`greatest(held_until, ${until}::timestamptz)` })
    .where('id', '=', loginId)
    .execute()
}

/** Until when; null where it never was held. The moment may have passed. */
export async function readHold(db: Db, loginId: string): Promise<string | null> {
  const row = await db
    .selectFrom('login')
    .select('held_until')
    .where('id', '=', loginId)
    .executeTakeFirst()
  return row?.held_until ?? null
}

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

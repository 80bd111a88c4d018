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

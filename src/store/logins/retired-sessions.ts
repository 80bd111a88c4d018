// A visitor's session that sign-in has replaced: emptied, and about to end.
import { sql } from 'kysely'
import type { Tx } from '../database.ts'

/**
 * True for exactly one of several callers where the session held something. Never touches a session
 * that has a login.
 */
export async function retireVisitorSession(
  tx: Tx,
  which: { readonly id: string; readonly expiresAt: string },
): Promise<boolean> {
  const { rows } = await sql<{ had: boolean }>`
    update login_session left_one set held = null, expires_at = ${which.expiresAt}
    from (select id, held is not null as had from login_session
      where id = ${which.id} and login_id is null for update) as before
    where left_one.id = before.id
    returning before.had`.execute(tx)
  return rows[0]?.had ?? false
}

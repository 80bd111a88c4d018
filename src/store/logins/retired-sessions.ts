// Sessions that are emptied: a visitor's that sign-in has replaced, and one whose proof was used.
import type { Tx } from '../database.ts'

/** Never touches a session that has a login. */
export async function retireVisitorSession(
  tx: Tx,
  which: { readonly id: string; readonly expiresAt: string },
): Promise<void> {
  await tx
    .updateTable('login_session')
    .set({ held: null, expires_at: which.expiresAt })
    .where('id', '=', which.id)
    .where('login_id', 'is', null)
    .execute()
}

/** What a session carries is used up: true for exactly one of several callers. */
export async function takeHeld(tx: Tx, sessionId: string): Promise<boolean> {
  const row = await tx
    .updateTable('login_session')
    .set({ held: null })
    .where('id', '=', sessionId)
    .where('held', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

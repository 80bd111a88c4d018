// A visitor's session that sign-in has replaced: emptied, and about to end.
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

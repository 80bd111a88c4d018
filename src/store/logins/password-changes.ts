// A password that takes the place of another, and one that works no longer.
import type { Tx } from '../database.ts'
import { isStillOpen } from './retired-sessions.ts'

/** True for exactly one of several callers who know the same stored form, in an open session. */
export async function exchangePassword(
  tx: Tx,
  change: {
    readonly loginId: string
    readonly sessionId: string
    readonly from: string
    readonly to: string
    readonly at: string
  },
): Promise<boolean> {
  const { loginId, sessionId, from, to, at } = change
  if (!(await isStillOpen(tx, { id: sessionId, loginId }))) return false
  const result = await tx
    .updateTable('login')
    .set({ password: to, password_changed_at: at })
    .where('id', '=', loginId)
    .where('password', '=', from)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** From now on the password opens nothing. True for exactly one of several callers. */
export async function requireRecovery(
  tx: Tx,
  of: { readonly loginId: string; readonly at: string },
): Promise<boolean> {
  const { loginId, at } = of
  const result = await tx
    .updateTable('login')
    .set({ recovery_required_at: at })
    .where('id', '=', loginId)
    .where('recovery_required_at', 'is', null)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/**
 * A new password was chosen by recovery. Where it was required, each passkey there is shows itself
 * after that password before it signs in alone again.
 */
export async function endRequiredRecovery(tx: Tx, loginId: string): Promise<void> {
  await tx
    .updateTable('login_passkey')
    .from('login')
    .set({ after_password: true })
    .whereRef('login_passkey.login_id', '=', 'login.id')
    .where('login.id', '=', loginId)
    .where('login.recovery_required_at', 'is not', null)
    .execute()
  await tx
    .updateTable('login')
    .set({ recovery_required_at: null })
    .where('id', '=', loginId)
    .where('closed_at', 'is', null)
    .execute()
}

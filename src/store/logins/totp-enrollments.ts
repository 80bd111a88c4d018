// Secrets of authenticator apps that are being added, each in one session and for a few minutes.
import type { Db, Tx } from '../database.ts'

export type TotpEnrollment = {
  readonly sessionId: string
  readonly loginId: string
  /** Of the authenticator that it becomes. */
  readonly id: string
  readonly sealed: Uint8Array
  readonly expiresAt: string
}

/** Null when the session has none that still works. */
export async function readEnrollment(
  db: Db,
  of: { readonly sessionId: string; readonly loginId: string; readonly now: string },
): Promise<TotpEnrollment | null> {
  const { sessionId, loginId } = of
  const row = await db
    .selectFrom('totp_enrollment')
    .select(['id', 'sealed', 'expires_at'])
    .where('session_id', '=', sessionId)
    .where('login_id', '=', loginId)
    .where('expires_at', '>', of.now)
    .executeTakeFirst()
  return row
    ? { sessionId, loginId, id: row.id, sealed: row.sealed, expiresAt: row.expires_at }
    : null
}

/** In the place of one that is over; one that still works stays, also when two pages are opened. */
export async function insertEnrollment(tx: Tx, made: TotpEnrollment, now: string): Promise<void> {
  const row = {
    login_id: made.loginId,
    id: made.id,
    sealed: made.sealed,
    expires_at: made.expiresAt,
  }
  await tx
    .insertInto('totp_enrollment')
    .values({ ...row, session_id: made.sessionId })
    .onConflict((conflict) =>
      conflict.column('session_id').doUpdateSet(row).where('totp_enrollment.expires_at', '<=', now),
    )
    .execute()
}

/** A session that shows more gets a new row; what it was adding goes with it. */
export async function moveEnrollment(
  tx: Tx,
  sessions: { readonly from: string; readonly to: string },
): Promise<void> {
  await tx
    .updateTable('totp_enrollment')
    .set({ session_id: sessions.to })
    .where('session_id', '=', sessions.from)
    .execute()
}

export async function deleteEnrollment(tx: Tx, sessionId: string): Promise<void> {
  await tx.deleteFrom('totp_enrollment').where('session_id', '=', sessionId).execute()
}

export async function forgetOldEnrollments(tx: Tx, now: string): Promise<void> {
  await tx.deleteFrom('totp_enrollment').where('expires_at', '<=', now).execute()
}

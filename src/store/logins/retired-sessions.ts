// Sessions that are emptied: a visitor's that sign-in has replaced, and one whose proof was used; and
// those past their limits.
import { sql } from 'kysely'
import type { Tx } from '../database.ts'
import { holdStill } from './logins.ts'
import { insertSession } from './open-session.ts'

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

/**
 * A session that ended its own login stays for a moment as a visitor's, so that its form is
 * recognized when it comes twice.
 */
export async function leaveLogin(
  tx: Tx,
  which: { readonly id: string; readonly expiresAt: string },
): Promise<void> {
  const { id, expiresAt } = which
  const [left] = await tx.deleteFrom('login_session').where('id', '=', id).returningAll().execute()
  if (!left) return
  // Written anew: of a row that is there we may not change whose it is, nor what it has shown.
  await insertSession(tx, {
    tokenHash: left.token_hash,
    id,
    loginId: null,
    formSecret: left.form_secret,
    authenticated: [],
    held: null,
    shared: left.shared,
    address: left.address,
    device: left.device,
    // Lasts a minute from when it was last seen, not from when it began.
    createdAt: left.last_seen_at,
    expiresAt,
  })
}

/**
 * False when another ended it meanwhile, or all of them. With `holdStill`: until the transaction
 * ends, no new password and no report takes it away.
 */
export async function isStillOpen(
  tx: Tx,
  which: { readonly id: string; readonly loginId: string },
): Promise<boolean> {
  await holdStill(tx, which.loginId)
  const row = await tx
    .selectFrom('login_session')
    .select('id')
    .where('id', '=', which.id)
    .where('login_id', '=', which.loginId)
    .executeTakeFirst()
  return row !== undefined
}

export async function endExpiredSessions(
  tx: Tx,
  limits: { readonly now: string; readonly idleSince: string },
): Promise<number> {
  const result = await tx
    .deleteFrom('login_session')
    .where((eb) =>
      eb.or([eb('expires_at', '<=', limits.now), eb('last_seen_at', '<=', limits.idleSince)]),
    )
    .executeTakeFirstOrThrow()
  return Number(result.numDeletedRows)
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

// Sessions at the desk, also those before sign-in that carry its form. Only a hash of the token is
// kept.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'
import type { StaffRole } from './staff.ts'

/** What was shown, when: a passkey here, or signing in at the lender's own provider. */
export type StaffAuthentication = { readonly method: 'passkey' | 'sso'; readonly at: string }

export type NewStaffSession = {
  readonly tokenHash: Uint8Array
  readonly id: string
  readonly staffId: string | null
  readonly formSecret: Uint8Array
  readonly authenticated: readonly StaffAuthentication[]
  readonly address: string
  readonly device: string
  readonly createdAt: string
  readonly expiresAt: string
}

export type StaffSessionRow = {
  readonly id: string
  readonly formSecret: Buffer
  readonly authenticated: readonly StaffAuthentication[]
  readonly lastSeenAt: string
  readonly expiresAt: string
  /** Null before sign-in. */
  readonly staff: { readonly id: string; readonly name: string; readonly role: StaffRole } | null
}

export async function insertStaffSession(tx: Tx, session: NewStaffSession): Promise<void> {
  await tx
    .insertInto('staff_session')
    .values({
      token_hash: Buffer.from(session.tokenHash),
      id: session.id,
      staff_id: session.staffId,
      form_secret: Buffer.from(session.formSecret),
      authenticated: JSON.stringify(session.authenticated),
      address: session.address,
      device: session.device,
      created_at: session.createdAt,
      last_seen_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute()
}

/**
 * With whoever is signed in and their role as it is now, in one statement; null when absent, idle
 * since before `idleSince`, past its end, or of somebody who works no more.
 */
export async function readStaffSession(
  db: Db,
  by: { readonly tokenHash: Uint8Array; readonly now: string; readonly idleSince: string },
): Promise<StaffSessionRow | null> {
  const row = await db
    .selectFrom('staff_session as s')
    .leftJoin('staff as p', 'p.id', 's.staff_id')
    .select(['s.id', 's.form_secret', 's.authenticated', 's.last_seen_at', 's.expires_at'])
    .select(['s.staff_id', 'p.name', 'p.role'])
    .where('s.token_hash', '=', Buffer.from(by.tokenHash))
    .where('s.expires_at', '>', by.now)
    .where('s.last_seen_at', '>', by.idleSince)
    .where('p.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const { staff_id: id, name, role } = row
  return {
    id: row.id,
    formSecret: row.form_secret,
    authenticated: row.authenticated as StaffAuthentication[],
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    staff: id === null || name === null || role === null ? null : { id, name, role },
  }
}

/** Notes that the session is used; call at most once a minute. */
export async function touchStaffSession(
  tx: Tx,
  seen: { readonly id: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('staff_session')
    .set({ last_seen_at: seen.at })
    .where('id', '=', seen.id)
    .where('last_seen_at', '<', seen.at)
    .execute()
}

/** With `staffId`, only if it is theirs. True for exactly one of several callers. */
export async function endStaffSession(
  tx: Tx,
  which: { readonly id: string; readonly staffId?: string },
): Promise<boolean> {
  let query = tx.deleteFrom('staff_session').where('id', '=', which.id)
  if (which.staffId !== undefined) query = query.where('staff_id', '=', which.staffId)
  const result = await query.executeTakeFirstOrThrow()
  return result.numDeletedRows === 1n
}

export async function endSessionsOfStaff(
  tx: Tx,
  which: { readonly staffId: string; readonly keep: string | null },
): Promise<number> {
  let query = tx.deleteFrom('staff_session').where('staff_id', '=', which.staffId)
  if (which.keep !== null) query = query.where('id', '<>', which.keep)
  const result = await query.executeTakeFirstOrThrow()
  return Number(result.numDeletedRows)
}

export type StaffSessionSummary = Pick<
  NewStaffSession,
  'id' | 'address' | 'device' | 'createdAt'
> & {
  readonly lastSeenAt: string
}

/** The last used first; never by token. */
export async function listStaffSessions(db: Db, staffId: string): Promise<StaffSessionSummary[]> {
  const rows = await db
    .selectFrom('staff_session')
    .select(['id', 'address', 'device', 'created_at', 'last_seen_at'])
    .where('staff_id', '=', staffId)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    address: row.address,
    device: row.device,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  }))
}

/** And what they were asked to answer for. */
export async function endExpiredStaffSessions(
  tx: Tx,
  limits: { readonly now: string; readonly idleSince: string },
): Promise<void> {
  const { now, idleSince } = limits
  await sql`delete from staff_session
    where expires_at <= ${now} or last_seen_at <= ${idleSince}`.execute(tx)
  await sql`delete from staff_challenge where expires_at <= ${now}`.execute(tx)
}

// The sessions of a login, as its owner sees them.
import type { Db } from '../database.ts'
import type { Session } from './sessions.ts'

export type SessionSummary = Pick<Session, 'id' | 'address' | 'device' | 'createdAt' | 'lastSeenAt'>

/** A login's sessions by public id, newest first; never by token. */
export async function listSessions(db: Db, loginId: string): Promise<SessionSummary[]> {
  const rows = await db
    .selectFrom('login_session')
    .select(['id', 'address', 'device', 'created_at', 'last_seen_at'])
    .where('login_id', '=', loginId)
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

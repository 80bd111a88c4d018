// A session that begins, and the end of the one that it replaces.
import { type RawBuilder, sql } from 'kysely'
import { compiledOnce } from '../compiled-once.ts'
import type { Tx } from '../database.ts'
import type { NewSession } from './sessions.ts'

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await insert(tx, rowOf(session))
}

/**
 * In the place of a visitor's, which stays until `retiredUntil`, empty: a form sent twice is
 * recognized.
 */
export async function insertAfterVisitor(
  tx: Tx,
  session: NewSession,
  visitor: { readonly id: string; readonly retiredUntil: string },
): Promise<void> {
  const { id: visitorId, retiredUntil } = visitor
  await insertAndRetire(tx, { ...rowOf(session), visitorId, retiredUntil })
}

/**
 * In the place of another one of the same login, with `holdStill`: false when that was ended
 * meanwhile, and then there is none. True for exactly one of several callers.
 */
export async function insertInPlace(
  tx: Tx,
  session: NewSession,
  replaced: { readonly id: string; readonly loginId: string },
): Promise<boolean> {
  const given = { ...rowOf(session), replacedId: replaced.id, ofLogin: replaced.loginId }
  const { numAffectedRows } = await insertAndEnd(tx, given)
  return numAffectedRows === 1n
}

type Row = ReturnType<typeof rowOf>

function rowOf({ authenticated, ...session }: NewSession) {
  return { ...session, authenticated: JSON.stringify(authenticated) }
}

const insert = compiledOnce((_, row: Row) => sql`${intoSession()} values (${valuesOf(row)})`)

const insertAndRetire = compiledOnce(
  (_, row: Row & { readonly visitorId: string; readonly retiredUntil: string }) => sql`
    with retired as (
      update login_session set held = null, expires_at = ${row.retiredUntil}
      where id = ${row.visitorId} and login_id is null)
    ${intoSession()} values (${valuesOf(row)})`,
)

// The login is locked first: whoever ends all of its sessions is either done, and this one is gone,
// or waits until the new one is there to be ended too.
const insertAndEnd = compiledOnce(
  (_, row: Row & { readonly replacedId: string; readonly ofLogin: string }) => sql`
    with locked as (select id from login where id = ${row.ofLogin} for no key update),
      ended as (
        delete from login_session s using locked
        where s.id = ${row.replacedId} and s.login_id = locked.id returning s.id)
    ${intoSession()} select ${valuesOf(row)} from ended`,
)

function intoSession(): RawBuilder<unknown> {
  return sql`insert into login_session (token_hash, id, login_id, form_secret, authenticated, held,
    shared, address, device, created_at, last_seen_at, expires_at)`
}

function valuesOf(row: Row): RawBuilder<unknown> {
  return sql`${row.tokenHash}::bytea, ${row.id}::uuid, ${row.loginId}::uuid,
    ${row.formSecret}::bytea, ${row.authenticated}::jsonb, ${row.held}::bytea,
    ${row.shared}::boolean, ${row.address}, ${row.device}, ${row.createdAt}::timestamptz,
    ${row.createdAt}::timestamptz, ${row.expiresAt}::timestamptz`
}

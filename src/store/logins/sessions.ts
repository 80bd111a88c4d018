// Sessions, also those before sign-in that carry its form. The database knows only a hash of the
// token.
import { sql } from 'kysely'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'
import { holdStill, type LoginAccount, type Theme } from './logins.ts'

export type AuthenticationMethod =
  | 'password'
  | 'email'
  | 'sms'
  | 'totp'
  | 'backup'
  | 'passkey'
  | 'device'

/** What was shown, when: the level of a session is derived from these, never stored. */
export type Authentication = {
  readonly method: AuthenticationMethod
  readonly at: string
  readonly verifiedUser: boolean
  /** Which of several of its kind, where it has a row of its own. */
  readonly factorId?: string
}

export type NewSession = {
  readonly tokenHash: Uint8Array
  readonly id: string
  readonly loginId: string | null
  /** What the hidden token of each form is made from. */
  readonly formSecret: Uint8Array
  readonly authenticated: readonly Authentication[]
  /** What it has proved so far besides, sealed by the caller. */
  readonly held: Uint8Array | null
  /** On a computer that others use too. */
  readonly shared: boolean
  readonly address: string
  readonly device: string
  readonly createdAt: string
  readonly expiresAt: string
}

export type Session = Omit<NewSession, 'tokenHash' | 'loginId' | 'formSecret' | 'held'> & {
  readonly formSecret: Buffer
  readonly held: Buffer | null
  readonly lastSeenAt: string
  /** Null before sign-in. */
  readonly login: SessionLogin | null
}

export type SessionLogin = {
  readonly id: string
  readonly username: string
  readonly locale: string
  readonly theme: Theme
  readonly accounts: readonly LoginAccount[]
}

type ReadBy = {
  readonly tokenHash: Uint8Array
  readonly now: string
  readonly idleSince: string
  /** The same on a computer that others use too. */
  readonly sharedIdleSince: string
}

/**
 * The session, its login and that login's accounts in one statement; null when absent, idle since
 * before `idleSince`, past its end or seen after `now`, or when the login waits for a new password.
 * A clock that was set back makes none longer; a minute is for processes whose clocks differ.
 */
export async function readSession(db: Db, by: ReadBy): Promise<Session | null> {
  const { rows } = await openSession(db, by)
  const row = rows[0]
  return row ? sessionOf(row) : null
}

const openSession = compiledOnce(
  (_, by: ReadBy) => sql<SessionRow>`
    select s.id, s.login_id, s.form_secret, s.authenticated, s.held, s.shared, s.address, s.device,
      s.created_at, s.last_seen_at, s.expires_at, l.username, l.locale, l.theme,
      (select jsonb_agg(jsonb_build_object('accountId', a.account_id, 'obligorId', a.obligor_id)
          order by a.added_at, a.account_id)
        from login_account a where a.login_id = s.login_id) as accounts
    from login_session s left join login l on l.id = s.login_id
    where s.token_hash = ${by.tokenHash} and s.expires_at > ${by.now}
      and s.last_seen_at > case when s.shared then ${by.sharedIdleSince}::timestamptz
        else ${by.idleSince}::timestamptz end
      and l.recovery_required_at is null
      and s.last_seen_at < ${by.now}::timestamptz + interval '1 minute'
  `,
)

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

/** Notes that the session is used; call at most once a minute. */
export async function touchSession(
  tx: Tx,
  seen: { readonly id: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('login_session')
    .set({ last_seen_at: seen.at })
    .where('id', '=', seen.id)
    .where('last_seen_at', '<', seen.at)
    .execute()
}

/**
 * Ends one session; with `loginId`, only if it is that login's. True for exactly one of several
 * callers.
 */
export async function endSession(
  tx: Tx,
  which: { readonly id: string; readonly loginId?: string },
): Promise<boolean> {
  let query = tx.deleteFrom('login_session').where('id', '=', which.id)
  if (which.loginId !== undefined) query = query.where('login_id', '=', which.loginId)
  const result = await query.executeTakeFirstOrThrow()
  return result.numDeletedRows === 1n
}

/** The same with `holdStill`: false when another ended it, or all of them, meanwhile. */
export async function replaceSession(
  tx: Tx,
  which: { readonly id: string; readonly loginId: string },
): Promise<boolean> {
  await holdStill(tx, which.loginId)
  return endSession(tx, which)
}

/** Ends every session of a login but one; `keep` null ends all. */
export async function endSessionsOfLogin(
  tx: Tx,
  which: { readonly loginId: string; readonly keep: string | null },
): Promise<number> {
  await holdStill(tx, which.loginId)
  let query = tx.deleteFrom('login_session').where('login_id', '=', which.loginId)
  if (which.keep !== null) query = query.where('id', '<>', which.keep)
  const result = await query.executeTakeFirstOrThrow()
  return Number(result.numDeletedRows)
}

type SessionRow = {
  id: string
  login_id: string | null
  form_secret: Buffer
  authenticated: Authentication[]
  held: Buffer | null
  shared: boolean
  address: string
  device: string
  created_at: string
  last_seen_at: string
  expires_at: string
  username: string | null
  locale: string | null
  theme: Theme | null
  accounts: LoginAccount[] | null
}

function sessionOf(row: SessionRow): Session {
  return {
    id: row.id,
    formSecret: row.form_secret,
    authenticated: row.authenticated,
    held: row.held,
    shared: row.shared,
    address: row.address,
    device: row.device,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    login: loginOf(row),
  }
}

function loginOf(row: SessionRow): SessionLogin | null {
  const { login_id: id, username, locale, theme, accounts } = row
  if (id === null || username === null || locale === null || theme === null) return null
  return { id, username, locale, theme, accounts: accounts ?? [] }
}

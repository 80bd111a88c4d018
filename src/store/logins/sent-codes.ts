// Codes sent to a contact. A try is counted and judged in one statement that locks the row: fired
// at once, one right answer wins and no more than five tries pass.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'

export type CodePurpose =
  | 'signIn'
  | 'registration'
  | 'recovery'
  | 'lostFactor'
  | 'newAccount'
  | 'contact'
export type CodeMethod = 'email' | 'sms'

export type SentCode = {
  readonly id: string
  readonly sessionId: string
  readonly loginId: string | null
  readonly purpose: CodePurpose
  readonly method: CodeMethod
  readonly codeHash: Uint8Array
  /** Null of a code that an older release sent. */
  readonly contactId: string | null
  /** The contact as its page shows it. */
  readonly masked: string
  /** What the right code makes true, of the purpose 'contact' alone. */
  readonly sealed: Uint8Array | null
  readonly sentAt: string
  readonly expiresAt: string
}

export const MOST_TRIES = 5

/** The codes that the session asked for before, of that purpose, work no longer. */
export async function insertSentCode(tx: Tx, code: SentCode): Promise<void> {
  await tx
    .deleteFrom('sent_code')
    .where('session_id', '=', code.sessionId)
    .where('purpose', '=', code.purpose)
    .where('used_at', 'is', null)
    .execute()
  await tx
    .insertInto('sent_code')
    .values({
      id: code.id,
      session_id: code.sessionId,
      login_id: code.loginId,
      purpose: code.purpose,
      method: code.method,
      code_hash: code.codeHash,
      contact_id: code.contactId,
      sealed: code.sealed,
      masked: code.masked,
      sent_at: code.sentAt,
      expires_at: code.expiresAt,
    })
    .execute()
}

export type WaitingRow = Pick<SentCode, 'id' | 'method' | 'contactId' | 'masked' | 'expiresAt'> & {
  readonly sealed: Buffer | null
  readonly tries: number
}

/** The code that the session waits for; null when it has none that could still work. */
export async function readSentCode(
  db: Db,
  of: { readonly sessionId: string; readonly purpose: CodePurpose; readonly now: string },
): Promise<WaitingRow | null> {
  const row = await selectUnused(db, of)
    .where('expires_at', '>', of.now)
    .where('tries', '<', MOST_TRIES)
    .executeTakeFirst()
  return row ? waitingOf(row) : null
}

/** The same, whether or not it could still work: for sending another. */
export async function readUnusedCode(
  db: Db,
  of: { readonly sessionId: string; readonly purpose: CodePurpose },
): Promise<WaitingRow | null> {
  const row = await selectUnused(db, of).executeTakeFirst()
  return row ? waitingOf(row) : null
}

/** What was sent to a contact that is this login's no longer. */
export async function forgetCodesTo(
  tx: Tx,
  of: { readonly loginId: string; readonly contactId: string },
): Promise<void> {
  await tx
    .deleteFrom('sent_code')
    .where('login_id', '=', of.loginId)
    .where('contact_id', '=', of.contactId)
    .where('used_at', 'is', null)
    .execute()
}

/** `spent`: used, expired, tried too often, or never this session's. */
export async function tryCode(
  tx: Tx,
  attempt: {
    readonly id: string
    readonly sessionId: string
    readonly codeHash: Uint8Array
    readonly now: string
  },
): Promise<'right' | 'wrong' | 'spent'> {
  const { id, sessionId, codeHash, now } = attempt
  const { rows } = await sql<{ is_right: boolean }>`
    update sent_code
    set tries = tries + 1,
      used_at = case when code_hash = ${codeHash} then ${now}::timestamptz end
    where id = ${id} and session_id = ${sessionId} and used_at is null
      and expires_at > ${now}::timestamptz and tries < ${MOST_TRIES}::integer
    returning used_at is not null as is_right`.execute(tx)
  const [row] = rows
  if (!row) return 'spent'
  return row.is_right ? 'right' : 'wrong'
}

export async function forgetOldCodes(tx: Tx, before: string): Promise<number> {
  const result = await tx
    .deleteFrom('sent_code')
    .where('expires_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(result.numDeletedRows)
}

function selectUnused(db: Db, of: { readonly sessionId: string; readonly purpose: CodePurpose }) {
  return db
    .selectFrom('sent_code')
    .select(['id', 'method', 'contact_id', 'masked', 'expires_at', 'sealed', 'tries'])
    .where('session_id', '=', of.sessionId)
    .where('purpose', '=', of.purpose)
    .where('used_at', 'is', null)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
}

type UnusedRow = Awaited<ReturnType<ReturnType<typeof selectUnused>['executeTakeFirstOrThrow']>>

function waitingOf(row: UnusedRow): WaitingRow {
  const { id, method, masked, sealed, tries } = row
  return { id, method, masked, sealed, tries, contactId: row.contact_id, expiresAt: row.expires_at }
}

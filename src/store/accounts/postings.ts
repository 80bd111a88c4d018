// The postings of an account: derived from its events, append-only, each a balanced line.
import { sql } from 'kysely'
import type { Posting } from '#src/domain/ledger/posting.ts'
import type { Db, Tx } from '../database.ts'

export type StoredPosting = Posting & {
  readonly accountId: string
  readonly id: string
  /**
   * The event whose recording wrote the line; differs from `eventId` where an older event was
   * replayed.
   */
  readonly recordedBy: string
  /** From 0, unique among the lines of `recordedBy`. */
  readonly line: number
  readonly postedAt: string
  readonly isReversal: boolean
}

/** Writes any number of postings, of one account or many, in one statement. */
export async function insertPostings(tx: Tx, postings: readonly StoredPosting[]): Promise<void> {
  if (postings.length === 0) return
  const column = <T>(of: (posting: StoredPosting) => T) => postings.map(of)
  await sql`
    insert into posting (account_id, id, event_id, recorded_by, line, effective_date, posted_at,
      debit, credit, amount, is_reversal)
    select * from unnest(
      ${column((p) => p.accountId)}::uuid[], ${column((p) => p.id)}::uuid[],
      ${column((p) => p.eventId)}::uuid[], ${column((p) => p.recordedBy)}::uuid[],
      ${column((p) => p.line)}::integer[], ${column((p) => p.effectiveDate)}::date[],
      ${column((p) => p.postedAt)}::timestamptz[], ${column((p) => p.debit)}::text[],
      ${column((p) => p.credit)}::text[], ${column((p) => p.amount)}::bigint[],
      ${column((p) => p.isReversal)}::boolean[])
  `.execute(tx)
}

/** All postings of an account in the order of recording. */
export async function readPostings(db: Db, accountId: string): Promise<StoredPosting[]> {
  const rows = await selectPostings(db)
    .where('account_id', '=', accountId)
    .orderBy('posted_at')
    .orderBy('recorded_by')
    .orderBy('line')
    .execute()
  return rows.map(postingOf)
}

/** Postings of several accounts, by account. */
export async function readPostingsOf(
  db: Db,
  accountIds: readonly string[],
): Promise<Map<string, StoredPosting[]>> {
  const rows = await selectPostings(db)
    .where('account_id', '=', sql<string>`any(${accountIds}::uuid[])`)
    .orderBy('account_id')
    .orderBy('posted_at')
    .orderBy('recorded_by')
    .orderBy('line')
    .execute()
  return Map.groupBy(rows.map(postingOf), (posting) => posting.accountId)
}

function selectPostings(db: Db) {
  return db
    .selectFrom('posting')
    .select([
      'account_id',
      'id',
      'event_id',
      'recorded_by',
      'line',
      'effective_date',
      'posted_at',
      'debit',
      'credit',
      'amount',
      'is_reversal',
    ])
}

type PostingRow = Awaited<ReturnType<ReturnType<typeof selectPostings>['executeTakeFirstOrThrow']>>

function postingOf(row: PostingRow): StoredPosting {
  return {
    accountId: row.account_id,
    id: row.id,
    eventId: row.event_id,
    recordedBy: row.recorded_by,
    line: row.line,
    effectiveDate: row.effective_date,
    postedAt: row.posted_at,
    debit: row.debit,
    credit: row.credit,
    amount: row.amount,
    isReversal: row.is_reversal,
  }
}

// The postings of an account: derived from its events, append-only, each a balanced line.
import { sql } from 'kysely'
import type { Posting } from '#src/domain/ledger/posting.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'
import { plainArray } from './plain-array.ts'

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
  await addPostings(tx, postingColumns(postings))
}

const addPostings = compiledOnce((_, of: PostingColumns) => insertOfPostings(of))

export type PostingColumns = ReturnType<typeof postingColumns>

export function insertOfPostings(of: PostingColumns) {
  return sql`
    insert into posting (account_id, id, event_id, recorded_by, line, effective_date, posted_at,
      debit, credit, amount, is_reversal)
    select * from unnest(${of.accountIds}::uuid[], ${of.ids}::uuid[], ${of.eventIds}::uuid[],
      ${of.recordedBys}::uuid[], ${of.lines}::integer[], ${of.effectiveDates}::date[],
      ${of.postedAts}::timestamptz[], ${of.debits}::text[], ${of.credits}::text[],
      ${of.amounts}::bigint[], ${of.isReversals}::boolean[])
  `
}

export function postingColumns(postings: readonly StoredPosting[]) {
  return {
    accountIds: plainArray(postings.map((posting) => posting.accountId)),
    ids: plainArray(postings.map((posting) => posting.id)),
    eventIds: plainArray(postings.map((posting) => posting.eventId)),
    recordedBys: plainArray(postings.map((posting) => posting.recordedBy)),
    lines: plainArray(postings.map((posting) => posting.line)),
    effectiveDates: plainArray(postings.map((posting) => posting.effectiveDate)),
    postedAts: plainArray(postings.map((posting) => posting.postedAt)),
    debits: plainArray(postings.map((posting) => posting.debit)),
    credits: plainArray(postings.map((posting) => posting.credit)),
    amounts: plainArray(postings.map((posting) => posting.amount)),
    isReversals: plainArray(postings.map((posting) => posting.isReversal)),
  }
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

// Which accounts a close of day has to look at, and moving many of them on at once.
import { sql } from 'kysely'
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { ChainHead } from '../chain.ts'
import type { Db, Tx } from '../database.ts'
import type { Account, LockedAccount } from './accounts.ts'
import { eventColumns, insertOfEvents, type StoredEvent } from './event-columns.ts'
import { bytesArray, type Plain, plainArray } from './plain-array.ts'
import { insertOfPostings, postingColumns, type StoredPosting } from './postings.ts'

export type DueReview = { readonly accountId: string; readonly reviewOn: CivilDate }

/**
 * Accounts with something to do on or before `through`, in order of day and account, the first
 * `limit` after `after` (null: from the beginning).
 */
export async function reviewsDue(
  db: Db,
  page: { readonly through: CivilDate; readonly after: DueReview | null; readonly limit: number },
): Promise<DueReview[]> {
  let query = db
    .selectFrom('account')
    .select(['account_id', 'review_on'])
    .where('review_on', '<=', page.through)
    .orderBy('review_on')
    .orderBy('account_id')
    .limit(page.limit)
  if (page.after !== null) {
    const { reviewOn, accountId } = page.after
    query = query.where(sql<boolean>`(review_on, account_id) > (${reviewOn}, ${accountId})`)
  }
  const rows = await query.execute()
  return rows.flatMap(({ account_id: accountId, review_on: reviewOn }) =>
    reviewOn === null ? [] : [{ accountId, reviewOn }],
  )
}

/**
 * Accounts whose next review is not known: never worked out, or from fewer events than they have.
 */
export async function reviewsUnknown(
  db: Db,
  page: { readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  let query = db
    .selectFrom('account')
    .select('account_id')
    .where(sql<boolean>`review_event_count is distinct from event_count`)
    .orderBy('account_id')
    .limit(page.limit)
  if (page.after !== null) query = query.where('account_id', '>', page.after)
  return (await query.execute()).map((row) => row.account_id)
}

/** Those of the accounts whose next review is not known: the next close looks at them anyway. */
export async function unknownReviewsAmong(
  db: Db,
  accountIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('account')
    .select('account_id')
    .where('account_id', '=', sql<string>`any(${accountIds}::uuid[])`)
    .where(sql<boolean>`review_event_count is distinct from event_count`)
    .execute()
  return new Set(rows.map((row) => row.account_id))
}

/** Where an account stands after events of it were written; none may be all there were. */
export type AccountMove = Pick<Account, 'status' | 'lastEffectiveDate' | 'reviewOn'> & {
  readonly account: LockedAccount
  readonly events: ChainHead
}

/** What a close writes of many accounts: events, their postings, and where each account stands. */
export type AccountMoves = {
  readonly moves: readonly AccountMove[]
  readonly events: readonly StoredEvent[]
  readonly postings: readonly StoredPosting[]
}

/** Moves many accounts on in one statement. Refuses the whole where one is not as it was read. */
export async function moveAccounts(tx: Tx, { moves, ...added }: AccountMoves): Promise<void> {
  if (moves.length === 0) return
  const column = (of: (move: AccountMove) => Plain) => plainArray(moves.map(of))
  const { numAffectedRows } = await sql`
    with events as (${insertOfEvents(eventColumns(added.events))}),
      postings as (${insertOfPostings(postingColumns(added.postings))})
    update account set event_count = move.event_count, event_seal = move.event_seal,
      status = move.status, last_effective_date = move.last_effective_date,
      review_on = move.review_on, review_event_count = move.event_count
    from unnest(
      ${column((m) => m.account.accountId)}::uuid[],
      ${column((m) => m.account.events.count)}::integer[],
      ${column((m) => m.events.count)}::integer[],
      ${bytesArray(moves.map((m) => m.events.seal))}::bytea[],
      ${column((m) => m.status)}::text[], ${column((m) => m.lastEffectiveDate)}::date[],
      ${column((m) => m.reviewOn)}::date[])
      as move (account_id, events_before, event_count, event_seal, status, last_effective_date,
        review_on)
    where account.account_id = move.account_id and account.event_count = move.events_before
  `.execute(tx)
  assert(numAffectedRows === BigInt(moves.length), 'every account is as it was when it was read')
}

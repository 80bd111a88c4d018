// Payoff quotes: what was told to whom, for which day, and whether it still holds.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Explanation } from '#src/domain/explanation.ts'
import type { Cents } from '#src/domain/money.ts'
import type { LockedAccount } from '../accounts/accounts.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'

export type QuoteState = 'open' | 'superseded' | 'expired' | 'used'

/** `days`: what closes the account on each day of the quote, the asked day first. */
export type QuoteBody = {
  readonly days: readonly { readonly on: CivilDate; readonly total: Cents }[]
  readonly perDiem: string
  readonly working: Explanation
}

export type PayoffQuote = {
  readonly accountId: string
  readonly id: string
  /** Printed on the letter. */
  readonly number: string
  readonly obligorId: string | null
  readonly onDate: CivilDate
  readonly goodThrough: CivilDate
  readonly total: Cents
  /** How many events the account had when it was quoted. */
  readonly eventCount: number
  /** The figures as they were told, with their working. */
  readonly body: QuoteBody
  readonly state: QuoteState
  readonly createdAt: string
}

export async function insertQuote(tx: Tx, quote: PayoffQuote): Promise<void> {
  await tx
    .insertInto('payoff_quote')
    .values({
      account_id: quote.accountId,
      id: quote.id,
      number: quote.number,
      obligor_id: quote.obligorId,
      on_date: quote.onDate,
      good_through: quote.goodThrough,
      total: quote.total,
      event_count: quote.eventCount,
      body: JSON.stringify(quote.body),
      state: quote.state,
      created_at: quote.createdAt,
    })
    .execute()
}

export async function readQuote(
  db: Db,
  which: { readonly accountId: string; readonly id: string },
): Promise<PayoffQuote | null> {
  const row = await selectQuotes(db)
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .executeTakeFirst()
  return row ? quoteOf(row) : null
}

/** Every quote of an account that is open, newest first. */
export async function readOpenQuotes(
  db: Db,
  of: { readonly accountId: string },
): Promise<PayoffQuote[]> {
  return (await openOf(db, of)).rows.map(quoteOf)
}

const openOf = compiledOnce((db, of: { readonly accountId: string }) =>
  selectQuotes(db)
    .where('account_id', '=', of.accountId)
    .where('state', '=', 'open')
    .orderBy('id', 'desc'),
)

/** Moves an open quote on; false when it was no longer open. */
export async function closeQuote(
  tx: Tx,
  account: LockedAccount,
  change: { readonly id: string; readonly state: Exclude<QuoteState, 'open'> },
): Promise<boolean> {
  const result = await tx
    .updateTable('payoff_quote')
    .set({ state: change.state })
    .where('account_id', '=', account.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/**
 * Ends quotes whose good-through date is before `before`, at most `limit` at a time; answers how
 * many.
 */
export async function expireQuotes(
  tx: Tx,
  which: { readonly before: CivilDate; readonly limit: number },
): Promise<number> {
  const ended = await tx
    .selectFrom('payoff_quote')
    .select(['account_id', 'id'])
    .where('state', '=', 'open')
    .where('good_through', '<', which.before)
    .orderBy('account_id')
    .limit(which.limit)
    .execute()
  if (ended.length === 0) return 0
  const result = await tx
    .updateTable('payoff_quote')
    .set({ state: 'expired' })
    .where('account_id', '=', sql<string>`any(${ended.map((row) => row.account_id)}::uuid[])`)
    .where('id', '=', sql<string>`any(${ended.map((row) => row.id)}::uuid[])`)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return Number(result.numUpdatedRows)
}

export function selectQuotes(db: Db) {
  return db
    .selectFrom('payoff_quote')
    .select([
      'account_id',
      'id',
      'number',
      'obligor_id',
      'on_date',
      'good_through',
      'total',
      'event_count',
      'body',
      'state',
      'created_at',
    ])
}

type QuoteRow = Awaited<ReturnType<ReturnType<typeof selectQuotes>['executeTakeFirstOrThrow']>>

export function quoteOf(row: QuoteRow): PayoffQuote {
  return {
    accountId: row.account_id,
    id: row.id,
    number: row.number,
    obligorId: row.obligor_id,
    onDate: row.on_date,
    goodThrough: row.good_through,
    total: row.total,
    eventCount: row.event_count,
    body: row.body as PayoffQuote['body'],
    state: row.state,
    createdAt: row.created_at,
  }
}

// Open payoff quotes of several accounts at once, for work in ranges.
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { type PayoffQuote, quoteOf, selectQuotes } from './payoff-quotes.ts'

export async function readOpenQuotesOf(
  db: Db,
  accountIds: readonly string[],
): Promise<PayoffQuote[]> {
  const rows = await selectQuotes(db)
    .where('account_id', '=', sql<string>`any(${accountIds}::uuid[])`)
    .where('state', '=', 'open')
    .orderBy('account_id')
    .orderBy('id')
    .execute()
  return rows.map(quoteOf)
}

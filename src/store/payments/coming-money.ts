import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Db } from '../database.ts'

/** A payment that was set and does not count yet. */
export type ComingMoney = {
  readonly accountId: string
  readonly effectiveDate: CivilDate
  readonly amount: number
}

/** Payments of the accounts that are on their way: scheduled or sent, and not posted. */
export async function comingMoneyOf(
  db: Db,
  accountIds: readonly string[],
): Promise<readonly ComingMoney[]> {
  const rows = await db
    .selectFrom('payment')
    .select(['account_id', 'effective_date', 'amount'])
    .where('account_id', '=', sql<string>`any(${accountIds}::uuid[])`)
    .where('state', 'in', ['scheduled', 'sent'])
    .where('posted_event_id', 'is', null)
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    effectiveDate: row.effective_date,
    amount: row.amount,
  }))
}

/** Those of the accounts whose autopay takes each payment and announces it itself. */
export async function autopayingAmong(
  db: Db,
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('autopay')
    .select('account_id')
    .where('account_id', '=', sql<string>`any(${accountIds}::uuid[])`)
    .where('state', '=', 'active')
    .execute()
  return new Set(rows.map((row) => row.account_id))
}

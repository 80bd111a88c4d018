// What the bank sent back, as the desk reads it.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Db } from '../database.ts'
import type { ItemResult } from './report-items.ts'

export type ListedItem = {
  readonly id: string
  readonly reportId: string
  readonly line: number
  readonly kind: 'return' | 'change'
  readonly code: string
  readonly trace: string
  readonly amount: Cents
  readonly settledOn: CivilDate
  readonly state: 'waiting' | 'done' | 'unmatched'
  readonly result: ItemResult | null
  readonly retryOn: CivilDate | null
  readonly accountId: string | null
}

/** The newest first; of one file in its order. */
export async function listItems(
  db: Db,
  of: { readonly reportId?: string; readonly limit: number },
): Promise<ListedItem[]> {
  let query = db
    .selectFrom('bank_report_item')
    .innerJoin('bank_report', 'bank_report.id', 'bank_report_item.report_id')
    .select(['bank_report_item.id', 'report_id', 'line', 'bank_report_item.kind', 'code', 'trace'])
    .select(['amount', 'settled_on', 'bank_report_item.state', 'result', 'retry_on', 'account_id'])
    .limit(of.limit)
  query =
    of.reportId === undefined
      ? query.orderBy('received_at', 'desc').orderBy('report_id').orderBy('place')
      : query.where('report_id', '=', of.reportId).orderBy('place')
  return (await query.execute()).map((row) => ({
    id: row.id,
    reportId: row.report_id,
    line: row.line,
    kind: row.kind,
    code: row.code,
    trace: row.trace,
    amount: row.amount,
    settledOn: row.settled_on,
    state: row.state,
    result: row.result as ItemResult | null,
    retryOn: row.retry_on,
    accountId: row.account_id,
  }))
}

/** How many items a file has, and how much came back in it. */
export type ReportTotals = { readonly items: number; readonly amount: number }

export async function totalsOfReports(
  db: Db,
  reportIds: readonly string[],
): Promise<Map<string, ReportTotals>> {
  const { rows } = await sql<{ id: string; items: number; amount: number }>`
    select report_id as id, count(*)::integer as items, sum(amount)::float8 as amount
    from bank_report_item where report_id = any(${reportIds}::uuid[]) group by report_id
  `.execute(db)
  return new Map(rows.map(({ id, items, amount }) => [id, { items, amount }]))
}

/** The first borrower of an account: whose page the desk opens. */
export async function primaryObligorOf(db: Db, accountId: string): Promise<string | null> {
  const row = await db
    .selectFrom('obligor')
    .select('id')
    .where('account_id', '=', accountId)
    .orderBy('role', 'desc')
    .orderBy('id')
    .executeTakeFirst()
  return row?.id ?? null
}

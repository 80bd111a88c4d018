// What a file of the bank says, one row each, and what was done about it.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'

export type ReportItem = {
  readonly id: string
  readonly reportId: string
  /** Its order in the file, from 1. */
  readonly place: number
  readonly line: number
  readonly kind: 'return' | 'change'
  readonly code: string
  /** The entry of ours that it names. */
  readonly trace: string
  /** Of the return or the notification itself. */
  readonly ownTrace: string
  readonly amount: Cents
  readonly settledOn: CivilDate
  readonly dateOfDeath: CivilDate | null
}

/** What became of an item. */
export type ItemOutcome = {
  readonly state: 'done' | 'unmatched'
  readonly result: ItemResult
  readonly retryOn: CivilDate | null
  readonly accountId: string | null
  readonly entryId: string | null
}

export type ItemResult =
  | 'retried'
  | 'returned'
  | 'checkFailed'
  | 'corrected'
  /** Taken down, and a person decides: refunds, reversals, codes for review. */
  | 'review'
  | 'betweenBanks'
  | 'noEntry'
  | 'amountDiffers'
  | 'repeated'

/** `corrected` of a change is what it says is right. */
export async function insertItems(
  tx: Tx,
  vault: Vault,
  items: readonly (ReportItem & { readonly corrected: string | null })[],
): Promise<void> {
  for (let at = 0; at < items.length; at += ITEMS_AT_ONCE) {
    const rows = items.slice(at, at + ITEMS_AT_ONCE).map(({ corrected, ...item }) => ({
      id: item.id,
      report_id: item.reportId,
      place: item.place,
      line: item.line,
      kind: item.kind,
      code: item.code,
      trace: item.trace,
      own_trace: item.ownTrace,
      amount: item.amount,
      settled_on: item.settledOn,
      date_of_death: item.dateOfDeath,
      sealed: corrected === null ? null : vault.seal(corrected, itemContext(item.id)),
      state: 'waiting' as const,
    }))
    await tx.insertInto('bank_report_item').values(rows).execute()
  }
}

const ITEMS_AT_ONCE = 500

/** Items that nobody has looked at yet, in the order in which they came, after `after`. */
export async function waitingItems(db: Db, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('bank_report_item')
    .innerJoin('bank_report', 'bank_report.id', 'bank_report_item.report_id')
    .select('bank_report_item.id')
    .where('bank_report_item.state', '=', 'waiting')
    .orderBy('bank_report.received_at')
    .orderBy('bank_report_item.report_id')
    .orderBy('bank_report_item.place')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Holds an item that waits; null when it is handled, or somebody else is at it. */
export async function lockWaitingItem(tx: Tx, id: string): Promise<ReportItem | null> {
  const row = await selectItems(tx)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row ? itemOf(row) : null
}

export async function settleItem(
  tx: Tx,
  change: ItemOutcome & { readonly id: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('bank_report_item')
    .set({
      state: change.state,
      result: change.result,
      retry_on: change.retryOn,
      account_id: change.accountId,
      entry_id: change.entryId,
      handled_at: change.at,
    })
    .where('id', '=', change.id)
    .where('state', '=', 'waiting')
    .execute()
}

/** What a notification of change says is right: for the bank account, never for a page. */
export async function openCorrected(db: Db, vault: Vault, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('bank_report_item')
    .select('sealed')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.sealed ? vault.open(row.sealed, itemContext(id)) : null
}

/** What a sealed correction is bound to. */
export function itemContext(id: string): string {
  return `bank report item ${id}`
}

function selectItems(db: Db) {
  return db
    .selectFrom('bank_report_item')
    .select(['id', 'report_id', 'place', 'line', 'kind', 'code', 'trace', 'own_trace', 'amount'])
    .select(['settled_on', 'date_of_death'])
}

type ItemRow = Awaited<ReturnType<ReturnType<typeof selectItems>['executeTakeFirstOrThrow']>>

function itemOf(row: ItemRow): ReportItem {
  return {
    id: row.id,
    reportId: row.report_id,
    place: row.place,
    line: row.line,
    kind: row.kind,
    code: row.code,
    trace: row.trace,
    ownTrace: row.own_trace,
    amount: row.amount,
    settledOn: row.settled_on,
    dateOfDeath: row.date_of_death,
  }
}

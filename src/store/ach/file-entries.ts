// The entries of a numbered file, page by page in the order in which they stand in it.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db } from '../database.ts'
import { type AchEntryPurpose, type EntryReceiver, entryContext } from './ach-entries.ts'

export type FileBatch = {
  readonly number: number
  readonly purpose: AchEntryPurpose
  readonly class: 'WEB' | 'PPD'
  readonly direction: 'debit' | 'credit' | 'both'
  readonly effective: CivilDate
  readonly sameDay: string | null
  readonly entries: number
  readonly debits: Cents
  readonly credits: Cents
}

/** An entry with its account opened: for the file, never for a page. */
export type FileEntry = {
  readonly accountId: string
  readonly trace: string
  readonly batchNumber: number
  readonly direction: 'debit' | 'credit'
  readonly amount: Cents
  readonly recurrence: 'single' | 'recurring' | null
  readonly identification: string
  readonly receiver: EntryReceiver
}

export async function readBatches(db: Db, fileId: string): Promise<FileBatch[]> {
  const rows = await db
    .selectFrom('ach_batch')
    .select(['number', 'purpose', 'class', 'direction', 'effective', 'same_day'])
    .select(['entries', 'debits', 'credits'])
    .where('file_id', '=', fileId)
    .orderBy('number')
    .execute()
  return rows.map(({ same_day: sameDay, ...batch }) => ({ ...batch, sameDay }))
}

/** One page after another; only one is held at a time. */
export async function* fileEntries(
  db: Db,
  vault: Vault,
  of: { readonly fileId: string; readonly pageSize: number },
): AsyncGenerator<FileEntry[], undefined> {
  let after = ''
  for (;;) {
    const { rows } = await sql<EntryRow>`
      select account_id, id, trace, batch_number, direction, amount, recurrence, identification,
        sealed
      from ach_entry where file_id = ${of.fileId} and trace > ${after}
      order by trace limit ${of.pageSize}
    `.execute(db)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map((row) => entryOf(row, vault))
    if (rows.length < of.pageSize) return
    after = last.trace
  }
}

type EntryRow = {
  readonly account_id: string
  readonly id: string
  readonly trace: string
  readonly batch_number: number
  readonly direction: 'debit' | 'credit'
  readonly amount: Cents
  readonly recurrence: 'single' | 'recurring' | null
  readonly identification: string
  readonly sealed: Uint8Array
}

function entryOf(row: EntryRow, vault: Vault): FileEntry {
  const { account_id: accountId, id, trace, batch_number: batchNumber } = row
  const { direction, amount, recurrence, identification } = row
  const receiver: EntryReceiver = JSON.parse(
    vault.open(row.sealed, entryContext({ accountId, id })),
  )
  return { accountId, trace, batchNumber, direction, amount, recurrence, identification, receiver }
}

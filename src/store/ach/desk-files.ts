// Files to the bank and from it, as the desk reads them: nothing in them names more than the last
// four digits of a bank account.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Db } from '../database.ts'
import { type BankKind, bankKind } from '../payments/funding-kinds.ts'
import type { AchEntryPurpose } from './ach-entries.ts'

export type SentFile = {
  readonly id: string
  readonly sentOn: CivilDate
  readonly modifier: string
  readonly name: string | null
  readonly state: 'gathering' | 'numbered' | 'delivered' | 'acknowledged' | 'refused'
  readonly batches: number | null
  readonly entries: number | null
  readonly debits: Cents | null
  readonly credits: Cents | null
  readonly deliveredAt: string | null
  readonly answeredAt: string | null
  readonly answer: string | null
}

/** The newest first. */
export async function listSentFiles(db: Db, limit: number): Promise<SentFile[]> {
  const rows = await selectFiles(db)
    .orderBy('sent_on', 'desc')
    .orderBy('modifier', 'desc')
    .limit(limit)
    .execute()
  return rows.map(fileOf)
}

export async function readSentFile(db: Db, id: string): Promise<SentFile | null> {
  const row = await selectFiles(db).where('id', '=', id).executeTakeFirst()
  return row ? fileOf(row) : null
}

/** What stands together in a file: one purpose, one class, one settlement. */
export type SentBatch = {
  readonly number: number
  readonly purpose: AchEntryPurpose
  readonly class: 'WEB' | 'PPD'
  readonly effective: CivilDate | null
  readonly entries: number
  readonly debits: number
  readonly credits: number
}

/** Of the entries themselves, not of what was written down about them. */
export async function listBatches(db: Db, fileId: string): Promise<SentBatch[]> {
  const { rows } = await sql<SentBatch>`
    select batch_number as number, purpose, class, effective, count(*)::integer as entries,
      coalesce(sum(amount) filter (where direction = 'debit'), 0)::float8 as debits,
      coalesce(sum(amount) filter (where direction = 'credit'), 0)::float8 as credits
    from ach_entry where file_id = ${fileId} and batch_number is not null
    group by batch_number, purpose, class, effective order by batch_number
  `.execute(db)
  return rows
}

export type ListedEntry = {
  readonly accountId: string
  readonly trace: string | null
  readonly purpose: AchEntryPurpose
  readonly direction: 'debit' | 'credit'
  readonly amount: Cents
  readonly state: 'waiting' | 'inFile' | 'withdrawn' | 'returned' | 'refused'
  readonly returnCode: string | null
  /** Of a refused one: what was done about it. */
  readonly refusedThen: 'sentAgain' | 'notSent' | null
  readonly identification: string
  readonly kind: BankKind
  readonly lastFour: string
}

/** In the order of the file, `limit` of them after a trace. */
export async function listEntries(
  db: Db,
  page: { readonly fileId: string; readonly after: string; readonly limit: number },
): Promise<ListedEntry[]> {
  const rows = await db
    .selectFrom('ach_entry')
    .innerJoin('funding_account', (join) =>
      join
        .onRef('funding_account.account_id', '=', 'ach_entry.account_id')
        .onRef('funding_account.id', '=', 'ach_entry.funding_account_id'),
    )
    .select(['ach_entry.account_id', 'trace', 'purpose', 'direction', 'amount'])
    .select(['ach_entry.state', 'return_code', 'identification', 'kind', 'last_four'])
    .select('refused_then')
    .where('file_id', '=', page.fileId)
    .where(sql<boolean>`coalesce(trace, '') > ${page.after}`)
    .orderBy('trace')
    .limit(page.limit)
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    trace: row.trace,
    purpose: row.purpose,
    direction: row.direction,
    amount: row.amount,
    state: row.state,
    returnCode: row.return_code,
    refusedThen: row.refused_then,
    identification: row.identification,
    kind: bankKind(row.kind),
    lastFour: row.last_four,
  }))
}

function selectFiles(db: Db) {
  return db
    .selectFrom('ach_file')
    .select(['id', 'sent_on', 'modifier', 'name', 'state', 'batches', 'entries', 'debits'])
    .select(['credits', 'delivered_at', 'answered_at', 'answer'])
}

type FileRow = Awaited<ReturnType<ReturnType<typeof selectFiles>['executeTakeFirstOrThrow']>>

function fileOf(row: FileRow): SentFile {
  return {
    id: row.id,
    sentOn: row.sent_on,
    modifier: row.modifier,
    name: row.name,
    state: row.state,
    batches: row.batches,
    entries: row.entries,
    debits: row.debits,
    credits: row.credits,
    deliveredAt: row.delivered_at,
    answeredAt: row.answered_at,
    answer: row.answer,
  }
}

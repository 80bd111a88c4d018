// Files that the bank sent. Each is kept once, by the digest of its bytes.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'

/** What was found wrong in a file, in words for a person at the desk. */
export type ReportProblem = {
  readonly line: number
  readonly field: string
  readonly message: string
}

export type BankReport = {
  readonly id: string
  readonly name: string
  readonly kind: 'returns' | 'acknowledgment' | 'unknown'
  readonly receivedAt: string
  /** The business date on which it came. */
  readonly receivedOn: CivilDate
  /** `doubted`: kept whole with its problems, nothing of it is applied. `open`: items wait. */
  readonly state: 'doubted' | 'open' | 'done'
  readonly problems: readonly ReportProblem[]
  /** Of an acknowledgment: our file that it is about. */
  readonly fileId: string | null
}

/**
 * Keeps a file; the answer is the id that stands for its bytes, new or known. `bytes` are kept,
 * sealed, only while the file is in doubt.
 */
export async function insertReport(
  tx: Tx,
  vault: Vault,
  given: {
    readonly report: BankReport
    readonly digest: Uint8Array
    readonly bytes: Uint8Array
  },
): Promise<{ readonly isNew: boolean; readonly id: string }> {
  const { report, digest, bytes } = given
  const whole = Buffer.from(bytes).toString('base64')
  const inserted = await tx
    .insertInto('bank_report')
    .values({
      id: report.id,
      bytes_hash: Buffer.from(digest),
      name: report.name,
      kind: report.kind,
      received_at: report.receivedAt,
      received_on: report.receivedOn,
      state: report.state,
      problems: JSON.stringify(report.problems),
      sealed: report.state === 'doubted' ? vault.seal(whole, reportContext(report.id)) : null,
      file_id: report.fileId,
    })
    .onConflict((conflict) => conflict.column('bytes_hash').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted) return { isNew: true, id: inserted.id }
  const first = await tx
    .selectFrom('bank_report')
    .select('id')
    .where('bytes_hash', '=', Buffer.from(digest))
    .executeTakeFirstOrThrow()
  return { isNew: false, id: first.id }
}

export async function readReport(db: Db, id: string): Promise<BankReport | null> {
  const row = await selectReports(db).where('id', '=', id).executeTakeFirst()
  return row ? reportOf(row) : null
}

/** The newest files first. */
export async function readReports(db: Db, limit: number): Promise<BankReport[]> {
  const rows = await selectReports(db).orderBy('received_at', 'desc').limit(limit).execute()
  return rows.map(reportOf)
}

/** A file none of whose items waits any more is done; nothing otherwise. */
export async function finishReports(tx: Tx): Promise<void> {
  await tx
    .updateTable('bank_report')
    .set({ state: 'done' })
    .where('state', '=', 'open')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('bank_report_item')
            .select('bank_report_item.id')
            .whereRef('bank_report_item.report_id', '=', 'bank_report.id')
            .where('bank_report_item.state', '=', 'waiting'),
        ),
      ),
    )
    .execute()
}

/** The bytes of a file that is in doubt: for whoever looks into it, never for a page. */
export async function openReport(db: Db, vault: Vault, id: string): Promise<Buffer | null> {
  const row = await db
    .selectFrom('bank_report')
    .select('sealed')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.sealed ? Buffer.from(vault.open(row.sealed, reportContext(id)), 'base64') : null
}

/** What a sealed file is bound to. */
export function reportContext(id: string): string {
  return `bank report ${id}`
}

function selectReports(db: Db) {
  return db
    .selectFrom('bank_report')
    .select(['id', 'name', 'kind', 'received_at', 'received_on', 'state', 'problems', 'file_id'])
}

type ReportRow = Awaited<ReturnType<ReturnType<typeof selectReports>['executeTakeFirstOrThrow']>>

function reportOf(row: ReportRow): BankReport {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    receivedAt: row.received_at,
    receivedOn: row.received_on,
    state: row.state,
    problems: row.problems as readonly ReportProblem[],
    fileId: row.file_id,
  }
}

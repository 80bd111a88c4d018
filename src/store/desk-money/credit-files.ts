// Files of payments that came another way, and their lines. The same file, and the same payment in
// another one, is taken once.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'
import { creditContext } from './received-credits.ts'

export type CreditFileState = 'waiting' | 'approved' | 'posted' | 'dropped'

export type CreditFile = {
  readonly id: string
  readonly name: string
  readonly lines: number
  readonly total: Cents
  readonly state: CreditFileState
  readonly receivedAt: string
}

export type NewCredit = {
  readonly id: string
  readonly line: number
  readonly amount: Cents
  readonly receivedOn: CivilDate
  readonly reference: string
  readonly claim: string
  readonly accountId: string | null
  readonly written: { readonly accountNumber: string; readonly payer: string }
}

/** `known`: the file was taken before. `repeated`: the line whose payment was. */
export async function insertCreditFile(
  tx: Tx,
  vault: Vault,
  of: {
    readonly file: Omit<CreditFile, 'state'> & {
      readonly digest: Uint8Array
      readonly receivedBy: string | null
    }
    readonly credits: readonly NewCredit[]
  },
): Promise<{ readonly is: 'new' | 'known' } | { readonly is: 'repeated'; readonly line: number }> {
  const { file, credits } = of
  const inserted = await tx
    .insertInto('credit_file')
    .values({
      ...{ id: file.id, name: file.name, lines: file.lines, total: file.total, state: 'waiting' },
      digest: Buffer.from(file.digest),
      received_at: file.receivedAt,
      received_by: file.receivedBy,
      changed_at: file.receivedAt,
    })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return { is: 'known' }
  for (const credit of credits) {
    const row = await tx
      .insertInto('received_credit')
      .values({
        ...{ id: credit.id, file_id: file.id, line: credit.line, amount: credit.amount },
        received_on: credit.receivedOn,
        reference: credit.reference,
        claim: credit.claim,
        account_id: credit.accountId,
        sealed: vault.seal(JSON.stringify(credit.written), creditContext(credit)),
        ...{ state: 'waiting', event_id: null, changed_at: file.receivedAt },
      })
      .onConflict((conflict) => conflict.column('claim').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) return { is: 'repeated', line: credit.line }
  }
  return { is: 'new' }
}

export async function readCreditFile(db: Db, id: string): Promise<CreditFile | null> {
  const row = await selectFiles(db).where('id', '=', id).executeTakeFirst()
  return row ? fileOf(row) : null
}

/** True for exactly one of several callers. */
export async function moveCreditFile(
  tx: Tx,
  of: {
    readonly id: string
    readonly from: CreditFileState
    readonly to: CreditFileState
    readonly at: string
  },
): Promise<boolean> {
  const { id, from, to, at } = of
  const result = await tx
    .updateTable('credit_file')
    .set({ state: to, changed_at: at, ...(to === 'dropped' && { digest: null }) })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirstOrThrow()
  const isMoved = result.numUpdatedRows === 1n
  if (isMoved && to === 'dropped')
    await sql`update received_credit set state = 'dropped', claim = null, changed_at = ${at}
      where file_id = ${id} and state = 'waiting'`.execute(tx)
  return isMoved
}

/** Approved files that may have lines to post still. */
export async function approvedCreditFiles(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('credit_file')
    .select('id')
    .where('state', '=', 'approved')
    .orderBy('received_at')
    .execute()
  return rows.map(({ id }) => id)
}

function selectFiles(db: Db) {
  return db
    .selectFrom('credit_file')
    .select(['id', 'name', 'lines', 'total', 'state', 'received_at'])
}

type FileRow = Awaited<ReturnType<ReturnType<typeof selectFiles>['executeTakeFirstOrThrow']>>

function fileOf(row: FileRow): CreditFile {
  const { received_at: receivedAt, state, ...rest } = row
  return { ...rest, state: state as CreditFileState, receivedAt }
}

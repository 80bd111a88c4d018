// Letters for a print house: which papers go by mail to whom, and the files they go in.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'

export type Letter = {
  readonly accountId: string
  readonly documentId: string
  readonly obligorId: string
}

export type PrintFile = {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly letters: number
  readonly madeAt: string
  /** Of its bytes; null until they lie with the files. */
  readonly digest: Buffer | null
  readonly deliveredAt: string | null
}

/** In the transaction of the paper. */
export async function queueLetters(
  tx: Tx,
  of: { readonly letters: readonly Letter[]; readonly at: string },
): Promise<void> {
  if (of.letters.length === 0) return
  const rows = of.letters.map(({ accountId, documentId, obligorId }) => ({
    ...{ account_id: accountId, document_id: documentId, obligor_id: obligorId },
    queued_at: of.at,
  }))
  await tx.insertInto('paper_mailing').values(rows).execute()
}

/** Those that are in no file yet, the longest waiting first. */
export async function waitingLetters(db: Db, limit: number): Promise<Letter[]> {
  const rows = await db
    .selectFrom('paper_mailing')
    .select(['account_id', 'document_id', 'obligor_id'])
    .where('file_id', 'is', null)
    .orderBy('queued_at')
    .orderBy('account_id')
    .orderBy('document_id')
    .orderBy('obligor_id')
    .limit(limit)
    .execute()
  return rows.map(letterOf)
}

export async function countWaitingLetters(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('paper_mailing')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('file_id', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** The number of the next file. Two at once get the same one, and the second is refused. */
export async function nextFileNumber(tx: Tx): Promise<number> {
  const { last } = await tx
    .selectFrom('print_file')
    .select(sql<number>`coalesce(max(number), 0)`.as('last'))
    .executeTakeFirstOrThrow()
  return last + 1
}

/** Binds letters to a new file, in their order; how many of them were still free. */
export async function insertPrintFile(
  tx: Tx,
  file: Pick<PrintFile, 'id' | 'number' | 'name' | 'madeAt'>,
  letters: readonly Letter[],
): Promise<number> {
  await tx
    .insertInto('print_file')
    .values({
      ...{ id: file.id, number: file.number, name: file.name },
      ...{ letters: letters.length, made_at: file.madeAt },
    })
    .execute()
  const { numAffectedRows } = await sql`
    update paper_mailing as m set file_id = ${file.id}, line = given.line
    from unnest(${letters.map((each) => each.accountId)}::uuid[],
      ${letters.map((each) => each.documentId)}::uuid[],
      ${letters.map((each) => each.obligorId)}::uuid[],
      ${letters.map((_, at) => at + 1)}::integer[])
      as given(account_id, document_id, obligor_id, line)
    where m.account_id = given.account_id and m.document_id = given.document_id
      and m.obligor_id = given.obligor_id and m.file_id is null
  `.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** In the order of the file. */
export async function lettersOf(db: Db, fileId: string): Promise<Letter[]> {
  const rows = await db
    .selectFrom('paper_mailing')
    .select(['account_id', 'document_id', 'obligor_id'])
    .where('file_id', '=', fileId)
    .orderBy('line')
    .execute()
  return rows.map(letterOf)
}

/** Those that did not reach the print house yet, in order. */
export async function openPrintFiles(db: Db): Promise<PrintFile[]> {
  const rows = await selectFiles(db).where('delivered_at', 'is', null).orderBy('number').execute()
  return rows.map(fileOf)
}

/** The newest first. */
export async function newestPrintFiles(db: Db, limit: number): Promise<PrintFile[]> {
  const rows = await selectFiles(db).orderBy('number', 'desc').limit(limit).execute()
  return rows.map(fileOf)
}

/** Answers with the digest that stands: of two that were made at once, the first. */
export async function setFileDigest(
  tx: Tx,
  of: { readonly id: string; readonly digest: Buffer },
): Promise<Buffer> {
  await tx
    .updateTable('print_file')
    .set({ digest: of.digest })
    .where('id', '=', of.id)
    .where('digest', 'is', null)
    .execute()
  const row = await selectFiles(tx).where('id', '=', of.id).executeTakeFirstOrThrow()
  return row.digest ?? of.digest
}

export async function setDelivered(
  tx: Tx,
  of: { readonly id: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('print_file')
    .set({ delivered_at: of.at })
    .where('id', '=', of.id)
    .where('delivered_at', 'is', null)
    .execute()
}

function letterOf(row: { account_id: string; document_id: string; obligor_id: string }): Letter {
  return { accountId: row.account_id, documentId: row.document_id, obligorId: row.obligor_id }
}

function selectFiles(db: Db) {
  return db
    .selectFrom('print_file')
    .select(['id', 'number', 'name', 'letters', 'made_at', 'digest', 'delivered_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectFiles>['executeTakeFirstOrThrow']>>

function fileOf(row: Row): PrintFile {
  const { id, number, name, letters, digest } = row
  return { id, number, name, letters, digest, madeAt: row.made_at, deliveredAt: row.delivered_at }
}

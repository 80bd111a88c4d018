// Letters for a print house: which papers go by mail to whom, and the files they go in.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'

export type Letter = {
  readonly accountId: string
  readonly id: string
  readonly obligorId: string
  /** A paper of ours, or one that was attached. */
  readonly paper: { readonly is: 'printed' | 'attached'; readonly id: string }
}

/** Of a paper of ours that goes by itself. */
export type NewLetter = Pick<Letter, 'accountId' | 'id' | 'obligorId'> & {
  readonly documentId: string
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
  of: { readonly letters: readonly NewLetter[]; readonly at: string },
): Promise<void> {
  if (of.letters.length === 0) return
  const rows = of.letters.map(({ accountId, id, documentId, obligorId }) => ({
    ...{ account_id: accountId, id, document_id: documentId, obligor_id: obligorId },
    queued_at: of.at,
  }))
  await tx.insertInto('paper_mailing').values(rows).execute()
}

/** Those that are in no file yet, the longest waiting first. */
export async function waitingLetters(db: Db, limit: number): Promise<Letter[]> {
  const rows = await selectLetters(db)
    .where('file_id', 'is', null)
    .where('dropped_at', 'is', null)
    .orderBy('queued_at')
    .orderBy('account_id')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(letterOf)
}

export async function countWaitingLetters(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('paper_mailing')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('file_id', 'is', null)
    .where('dropped_at', 'is', null)
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
      ${letters.map((each) => each.id)}::uuid[],
      ${letters.map((_, at) => at + 1)}::integer[])
      as given(account_id, id, line)
    where m.account_id = given.account_id and m.id = given.id
      and m.file_id is null and m.dropped_at is null
  `.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** In the order of the file. */
export async function lettersOf(db: Db, fileId: string): Promise<Letter[]> {
  const rows = await selectLetters(db).where('file_id', '=', fileId).orderBy('line').execute()
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

/**
 * Of the bytes of so many letters. Answers with the digest that stands: of two that were made at
 * once, the first. Null where a letter left the file meanwhile: its bytes are to be made anew.
 */
export async function setFileDigest(
  tx: Tx,
  of: { readonly id: string; readonly digest: Buffer; readonly letters: number },
): Promise<Buffer | null> {
  await tx
    .updateTable('print_file')
    .set({ digest: of.digest })
    .where('id', '=', of.id)
    .where('digest', 'is', null)
    .where('letters', '=', of.letters)
    .execute()
  const row = await selectFiles(tx).where('id', '=', of.id).executeTakeFirstOrThrow()
  return row.digest
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

function selectLetters(db: Db) {
  return db
    .selectFrom('paper_mailing')
    .select(['account_id', 'id', 'document_id', 'paper_id', 'obligor_id'])
}

type LetterRow = Awaited<ReturnType<ReturnType<typeof selectLetters>['executeTakeFirstOrThrow']>>

function letterOf(row: LetterRow): Letter {
  const { account_id: accountId, id, document_id: documentId, obligor_id: obligorId } = row
  const paper = paperOf({ documentId, paperId: row.paper_id })
  return { accountId, id, obligorId, paper }
}

/** The table's own check lets one of the two be. */
export function paperOf(row: {
  readonly documentId: string | null
  readonly paperId: string | null
}): Letter['paper'] {
  return row.documentId === null
    ? { is: 'attached', id: row.paperId ?? '' }
    : { is: 'printed', id: row.documentId }
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

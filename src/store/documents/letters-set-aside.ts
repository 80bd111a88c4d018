// Letters that nobody can be sent: whoever they were for has no mailing address any more.
import { sql } from 'kysely'
import type { Tx } from '../database.ts'
import type { Letter } from './print-files.ts'

/**
 * A letter that nobody can be sent goes in no file, and leaves the one that it is bound to while
 * that has no bytes: those after it move up. False where it went, or was dropped before.
 */
export async function setLetterAside(
  tx: Tx,
  letter: Pick<Letter, 'accountId' | 'id'>,
  at: string,
): Promise<boolean> {
  const bound = await boundTo(tx, letter)
  if (bound && !(await holdFile(tx, bound.fileId))) return false
  // Others of the file may have left it until it was held.
  const { line } = (bound && (await boundTo(tx, letter))) ?? { line: 0 }
  const { numUpdatedRows } = await tx
    .updateTable('paper_mailing')
    .set({ file_id: null, line: null, dropped_at: at, dropped_why: 'noAddress' })
    .where('account_id', '=', letter.accountId)
    .where('id', '=', letter.id)
    .where('file_id', 'is not distinct from', bound?.fileId ?? null)
    .where('dropped_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  if (bound) await closeGap(tx, { fileId: bound.fileId, line })
  return true
}

type Place = { readonly fileId: string; readonly line: number }

async function boundTo(tx: Tx, letter: Pick<Letter, 'accountId' | 'id'>): Promise<Place | null> {
  const row = await tx
    .selectFrom('paper_mailing')
    .select(['file_id', 'line'])
    .where('account_id', '=', letter.accountId)
    .where('id', '=', letter.id)
    .executeTakeFirst()
  if (!row || row.file_id === null || row.line === null) return null
  return { fileId: row.file_id, line: row.line }
}

/** False where it has its bytes. */
async function holdFile(tx: Tx, fileId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('print_file')
    .select('id')
    .where('id', '=', fileId)
    .where('digest', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

async function closeGap(tx: Tx, { fileId, line }: Place): Promise<void> {
  await tx
    .updateTable('print_file')
    .set({ letters: sql`letters - 1` })
    .where('id', '=', fileId)
    .execute()
  await tx
    .updateTable('paper_mailing')
    .set({ line: sql`line - 1` })
    .where('file_id', '=', fileId)
    .where('line', '>', line)
    .execute()
}

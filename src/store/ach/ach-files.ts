// Files to the bank: one for each cutoff, from its first entry to the bank's answer.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Db, Tx } from '../database.ts'

export type AchFileState = 'gathering' | 'numbered' | 'delivered' | 'acknowledged' | 'refused'

/** What tells apart the files of one day. */
export type AchFileDay = { readonly sentOn: CivilDate; readonly modifier: string }

export type OpenAchFile = AchFileDay & { readonly id: string; readonly state: AchFileState }

/** What a file is called and how much is in it; the same however often it is written. */
export type NumberedFile = {
  readonly name: string
  readonly bytesHash: Uint8Array
  readonly batches: number
  readonly entries: number
  readonly entryHash: number
  readonly debits: Cents
  readonly credits: Cents
}

/**
 * The file of a cutoff that is still gathering, opened where there is none, held until the
 * transaction ends so that nobody numbers it meanwhile; null once it is numbered.
 */
export async function gatheringFile(
  tx: Tx,
  file: AchFileDay & { readonly id: string; readonly createdAt: string },
): Promise<string | null> {
  await tx
    .insertInto('ach_file')
    .values({
      id: file.id,
      sent_on: file.sentOn,
      modifier: file.modifier,
      state: 'gathering',
      created_at: file.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['sent_on', 'modifier']).doNothing())
    .execute()
  const found = await tx
    .selectFrom('ach_file')
    .select(['id', 'state'])
    .where('sent_on', '=', file.sentOn)
    .where('modifier', '=', file.modifier)
    .forShare()
    .executeTakeFirstOrThrow()
  return found.state === 'gathering' ? found.id : null
}

/** The file itself, held: nothing more is gathered into it. Null when it is past that. */
export async function lockGatheringFile(tx: Tx, id: string): Promise<OpenAchFile | null> {
  const row = await tx
    .selectFrom('ach_file')
    .select(['id', 'sent_on', 'modifier', 'state'])
    .where('id', '=', id)
    .where('state', '=', 'gathering')
    .forUpdate()
    .executeTakeFirst()
  return row ? openFileOf(row) : null
}

/** Files that the bank does not have yet, the oldest first. */
export async function readUnfinishedFiles(db: Db): Promise<OpenAchFile[]> {
  const rows = await db
    .selectFrom('ach_file')
    .select(['id', 'sent_on', 'modifier', 'state'])
    .where('state', 'in', ['gathering', 'numbered'])
    .orderBy('sent_on')
    .orderBy('modifier')
    .execute()
  return rows.map(openFileOf)
}

/** Days from `from` on whose file with this modifier takes no more entries. */
export async function closedFileDays(
  db: Db,
  of: { readonly from: CivilDate; readonly modifier: string },
): Promise<Set<CivilDate>> {
  const rows = await db
    .selectFrom('ach_file')
    .select('sent_on')
    .where('sent_on', '>=', of.from)
    .where('modifier', '=', of.modifier)
    .where('state', '!=', 'gathering')
    .execute()
  return new Set(rows.map((row) => row.sent_on))
}

/** How many numbers all numbered files have used or passed over. */
export async function nextFirstNumber(tx: Tx): Promise<number> {
  const last = await tx
    .selectFrom('ach_file')
    .select(['first_number', 'entries'])
    .where('first_number', 'is not', null)
    .orderBy('first_number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? (last.first_number ?? 0) + (last.entries ?? 0) : 0
}

/** Its entries have their numbers; `bank` is what it is written with from now on. */
export async function numberFile(
  tx: Tx,
  file: NumberedFile & { readonly id: string; readonly firstNumber: number; readonly bank: object },
): Promise<void> {
  await tx
    .updateTable('ach_file')
    .set({
      state: 'numbered',
      name: file.name,
      bytes_hash: Buffer.from(file.bytesHash),
      batches: file.batches,
      entries: file.entries,
      entry_hash: file.entryHash as Cents,
      debits: file.debits,
      credits: file.credits,
      first_number: file.firstNumber as Cents,
      bank: JSON.stringify(file.bank),
    })
    .where('id', '=', file.id)
    .where('state', '=', 'gathering')
    .executeTakeFirstOrThrow()
}

/** What a numbered file is written with, and the digest that its bytes must have. */
export async function readNumberedFile(
  db: Db,
  id: string,
): Promise<(AchFileDay & { name: string; bytesHash: Uint8Array; bank: unknown }) | null> {
  const row = await db
    .selectFrom('ach_file')
    .select(['sent_on', 'modifier', 'name', 'bytes_hash', 'bank'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.name === null || row.bytes_hash === null) return null
  const { sent_on: sentOn, modifier, name, bytes_hash: bytesHash, bank } = row
  return { sentOn, modifier, name, bytesHash, bank }
}

/** False when it was delivered before. */
export async function markDelivered(
  tx: Tx,
  file: { readonly id: string; readonly at: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('ach_file')
    .set({ state: 'delivered', delivered_at: file.at })
    .where('id', '=', file.id)
    .where('state', '=', 'numbered')
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

function openFileOf(row: {
  id: string
  sent_on: CivilDate
  modifier: string
  state: AchFileState
}): OpenAchFile {
  return { id: row.id, sentOn: row.sent_on, modifier: row.modifier, state: row.state }
}

// What the bank answered to a file of ours.
import type { Cents } from '#src/domain/money.ts'
import type { Tx } from '../database.ts'

export type DeliveredFile = {
  readonly id: string
  readonly state: 'gathering' | 'numbered' | 'delivered' | 'acknowledged' | 'refused'
  readonly entries: number
  readonly debits: Cents
  readonly credits: Cents
}

/** A file by the name under which it was delivered, held; null when it is not ours. */
export async function lockFileByName(tx: Tx, name: string): Promise<DeliveredFile | null> {
  const row = await tx
    .selectFrom('ach_file')
    .select(['id', 'state', 'entries', 'debits', 'credits'])
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.entries === null || row.debits === null || row.credits === null) return null
  const { id, state, entries, debits, credits } = row
  return { id, state, entries, debits, credits }
}

/**
 * False when the bank had answered before. A file that it acknowledged and refuses afterwards is
 * refused: nothing of it moves.
 */
export async function answerFile(
  tx: Tx,
  change: {
    readonly id: string
    readonly state: 'acknowledged' | 'refused'
    readonly answer: string
    readonly at: string
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('ach_file')
    .set({ state: change.state, answer: change.answer, answered_at: change.at })
    .where('id', '=', change.id)
    .where('state', 'in', [
      'numbered',
      'delivered',
      ...(change.state === 'refused' ? (['acknowledged'] as const) : []),
    ])
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

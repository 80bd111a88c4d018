// Files that the bank refused: taken back first, then sent again or not, as a person decides.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Db, Tx } from '../database.ts'

export type RefusalDecision = 'sendAgain' | 'doNotSend'

export type RefusedFile = {
  readonly id: string
  readonly sentOn: CivilDate
  readonly takenBackAt: string | null
  readonly decision: RefusalDecision | null
  readonly decidedAt: string | null
  /** Null: nobody decided while there was time. */
  readonly decidedBy: string | null
  readonly carriedOutAt: string | null
}

/** Those with something to take back, to decide or to carry out, the oldest first. */
export async function unsettledRefusals(db: Db): Promise<RefusedFile[]> {
  const rows = await selectRefused(db)
    .where('carried_out_at', 'is', null)
    .orderBy('sent_on')
    .orderBy('modifier')
    .execute()
  return rows.map(refusedOf)
}

/** Null when the bank did not refuse it. */
export async function readRefusal(db: Db, id: string): Promise<RefusedFile | null> {
  const row = await selectRefused(db).where('id', '=', id).executeTakeFirst()
  return row ? refusedOf(row) : null
}

/** False when it was decided before. */
export async function decideRefusal(
  tx: Tx,
  change: {
    readonly id: string
    readonly decision: RefusalDecision
    readonly by: string | null
    readonly at: string
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('ach_file')
    .set({ decision: change.decision, decided_at: change.at, decided_by: change.by })
    .where('id', '=', change.id)
    .where('state', '=', 'refused')
    .where('decision', 'is', null)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** Nothing of it counts any more; nothing is done while an entry is still taken for sent. */
export async function markTakenBack(tx: Tx, file: { id: string; at: string }): Promise<void> {
  await tx
    .updateTable('ach_file')
    .set({ taken_back_at: file.at })
    .where('id', '=', file.id)
    .where('state', '=', 'refused')
    .where('taken_back_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('ach_entry')
            .select('ach_entry.id')
            .whereRef('ach_entry.file_id', '=', 'ach_file.id')
            .where('ach_entry.state', '=', 'inFile'),
        ),
      ),
    )
    .execute()
}

/** What was decided is done for each entry; nothing is done while one still waits for it. */
export async function markCarriedOut(tx: Tx, file: { id: string; at: string }): Promise<void> {
  await tx
    .updateTable('ach_file')
    .set({ carried_out_at: file.at })
    .where('id', '=', file.id)
    .where('taken_back_at', 'is not', null)
    .where('decision', 'is not', null)
    .where('carried_out_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('ach_entry')
            .select('ach_entry.id')
            .whereRef('ach_entry.file_id', '=', 'ach_file.id')
            .where('ach_entry.state', '=', 'refused')
            .where('ach_entry.refused_then', 'is', null),
        ),
      ),
    )
    .execute()
}

function selectRefused(db: Db) {
  return db
    .selectFrom('ach_file')
    .select(['id', 'sent_on', 'taken_back_at', 'decision', 'decided_at', 'decided_by'])
    .select('carried_out_at')
    .where('state', '=', 'refused')
}

type RefusedRow = Awaited<ReturnType<ReturnType<typeof selectRefused>['executeTakeFirstOrThrow']>>

function refusedOf(row: RefusedRow): RefusedFile {
  return {
    id: row.id,
    sentOn: row.sent_on,
    takenBackAt: row.taken_back_at,
    decision: row.decision,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    carriedOutAt: row.carried_out_at,
  }
}

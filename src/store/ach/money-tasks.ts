// What a person has to look at. The same thing opens one task, however often it is met.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'

export type MoneyTask = {
  readonly id: string
  readonly kind: string
  /** Of what it is about. */
  readonly about: string
  readonly accountId: string | null
  /** Facts for whoever looks into it; never a full number. */
  readonly details: Readonly<Record<string, unknown>>
  readonly state: 'open' | 'done'
  readonly openedAt: string
  readonly doneAt: string | null
  readonly doneBy: string | null
  readonly note: string | null
}

/** False when the same thing has a task already. */
export async function openTask(
  tx: Tx,
  task: Pick<MoneyTask, 'id' | 'kind' | 'about' | 'accountId' | 'details' | 'openedAt'>,
): Promise<boolean> {
  const row = await tx
    .insertInto('money_task')
    .values({
      id: task.id,
      kind: task.kind,
      about: task.about,
      account_id: task.accountId,
      details: JSON.stringify(task.details),
      state: 'open',
      opened_at: task.openedAt,
    })
    .onConflict((conflict) => conflict.columns(['kind', 'about']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Open ones the longest first, done ones the newest first. */
export async function readTasks(
  db: Db,
  of: { readonly state: MoneyTask['state']; readonly limit: number },
): Promise<MoneyTask[]> {
  const rows = await selectTasks(db)
    .where('state', '=', of.state)
    .orderBy(of.state === 'open' ? 'opened_at' : 'done_at', of.state === 'open' ? 'asc' : 'desc')
    .limit(of.limit)
    .execute()
  return rows.map(taskOf)
}

export async function readTask(db: Db, id: string): Promise<MoneyTask | null> {
  const row = await selectTasks(db).where('id', '=', id).executeTakeFirst()
  return row ? taskOf(row) : null
}

/** False when it is no longer open. */
export async function finishTask(
  tx: Tx,
  change: {
    readonly id: string
    readonly at: string
    readonly by: string
    readonly note: string
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('money_task')
    .set({ state: 'done', done_at: change.at, done_by: change.by, note: change.note })
    .where('id', '=', change.id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** What becomes of a refused file is decided; `by` is null where nobody did it in time. */
export async function finishRefusalTasks(
  tx: Tx,
  change: { readonly fileId: string; readonly at: string; readonly by: string | null },
): Promise<void> {
  await tx
    .updateTable('money_task')
    .set({ state: 'done', done_at: change.at, done_by: change.by })
    .where('kind', '=', 'fileRefused')
    .where(sql<boolean>`details->>'fileId' = ${change.fileId}`)
    .where('state', '=', 'open')
    .execute()
}

function selectTasks(db: Db) {
  return db
    .selectFrom('money_task')
    .select(['id', 'kind', 'about', 'account_id', 'details', 'state', 'opened_at', 'done_at'])
    .select(['done_by', 'note'])
}

type TaskRow = Awaited<ReturnType<ReturnType<typeof selectTasks>['executeTakeFirstOrThrow']>>

function taskOf(row: TaskRow): MoneyTask {
  return {
    id: row.id,
    kind: row.kind,
    about: row.about,
    accountId: row.account_id,
    details: row.details as Readonly<Record<string, unknown>>,
    state: row.state,
    openedAt: row.opened_at,
    doneAt: row.done_at,
    doneBy: row.done_by,
    note: row.note,
  }
}

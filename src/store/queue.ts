// The job queue: enqueueing is a write of the caller's transaction, so a job exists exactly when its cause was committed.
import { fromKysely, PgBoss } from 'pg-boss'
import type { Db, Tx } from './database.ts'
import { type JobContent, type JobName, QUEUE_SCHEMA } from './queue-names.ts'

export type JobSettings = {
  /** ISO instant before which the job does not start. */
  readonly startAfter?: string
  /** In a queue that runs alone: a second job of this key is not added while the first waits or runs. */
  readonly onlyOne?: string
}

export type JobQueue = {
  /** One statement in `tx`. */
  readonly enqueue: <Name extends JobName>(
    tx: Tx,
    name: Name,
    content: JobContent[Name],
    settings?: JobSettings,
  ) => Promise<void>
  readonly close: () => Promise<void>
}

/** The sending side. It runs on the caller's connections and needs none of its own. */
export async function openQueue(db: Db): Promise<JobQueue> {
  const boss = new PgBoss({
    db: fromKysely(db),
    schema: QUEUE_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  await boss.start()
  return {
    enqueue: async (tx, name, content, settings = {}) => {
      await boss.send(name, content, { ...sendOptions(settings), db: fromKysely(tx) })
    },
    close: () => boss.stop({ graceful: false, close: false }),
  }
}

function sendOptions({ startAfter, onlyOne }: JobSettings) {
  return {
    ...(startAfter === undefined ? {} : { startAfter }),
    ...(onlyOne === undefined ? {} : { singletonKey: onlyOne }),
  }
}

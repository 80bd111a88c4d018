// The job queue: enqueueing is a write of the caller's transaction, so a job exists exactly when
// its cause was committed.
import { fromKysely, PgBoss } from 'pg-boss'
import type { Db, Tx } from '../database.ts'
import { type JobContent, type JobName, QUEUE_SCHEMA } from './queue-names.ts'

export type JobSettings = {
  /** ISO instant before which the job does not start, or seconds from now. */
  readonly startAfter?: string | number
}

export type JobQueue = {
  /** One statement in `tx`. */
  readonly enqueue: <Name extends JobName>(
    tx: Tx,
    name: Name,
    content: JobContent[Name],
    settings?: JobSettings,
  ) => Promise<void>
  /** Several of one kind, in one statement too. */
  readonly enqueueAll: <Name extends JobName>(
    tx: Tx,
    name: Name,
    contents: readonly JobContent[Name][],
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
  // It reports here that it could not refresh what it knows of the queues; the next refresh tries
  // again, and an enqueue that fails throws by itself. Without a listener the process would end.
  boss.on('error', () => undefined)
  await boss.start()
  return {
    enqueue: async (tx, name, content, settings = {}) => {
      await boss.send(name, content, { ...settings, db: fromKysely(tx) })
    },
    enqueueAll: async (tx, name, contents) => {
      if (contents.length === 0) return
      const jobs = contents.map((data) => ({ data }))
      await boss.insert(name, jobs, { db: fromKysely(tx) })
    },
    close: () => boss.stop({ graceful: false, close: false }),
  }
}

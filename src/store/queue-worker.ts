// The handling side of the job queue: takes jobs, hands them on, and puts back what was not finished.
import { PgBoss } from 'pg-boss'
import { type JobContent, type JobName, QUEUE_SCHEMA } from './queue-names.ts'

export type JobHandler<Name extends JobName> = (content: JobContent[Name]) => Promise<void>

/** A job that starts by the clock. `cron` has five fields, read in `zone`. */
export type JobSchedule = {
  readonly name: JobName
  readonly cron: string
  readonly zone: string
  readonly content: JobContent[JobName]
}

export type QueueWorker = {
  /** Jobs of `name` go to `handle`, which throws to have the job tried again later. */
  readonly handle: <Name extends JobName>(name: Name, handle: JobHandler<Name>) => Promise<void>
  readonly schedule: (schedule: JobSchedule) => Promise<void>
  /** Lets running jobs finish, at most `seconds`; what is left goes back to the queue. */
  readonly stop: (seconds: number) => Promise<void>
}

export type QueueWorkerSettings = {
  readonly url: string
  /** Set when the login is another role that may act as this one. */
  readonly role?: string
  readonly pollSeconds: number
  /** Told of what goes wrong outside of any job, such as a lost connection. */
  readonly report: (problem: Error) => void
}

export async function startQueueWorker(settings: QueueWorkerSettings): Promise<QueueWorker> {
  const boss = new PgBoss({
    connectionString: settings.url,
    ...(settings.role === undefined ? {} : { options: `-c role=${settings.role}` }),
    application_name: 'keyturn worker',
    max: 4,
    schema: QUEUE_SCHEMA,
    migrate: false,
    // The worker's role owns no index; the owner rebuilds them when asked to.
    reindex: false,
  })
  boss.on('error', settings.report)
  await boss.start()
  return {
    handle: async (name, handle) => {
      const options = { pollingIntervalSeconds: settings.pollSeconds, batchSize: 1 }
      await boss.work<JobContent[typeof name]>(name, options, async (jobs) => {
        for (const job of jobs) await handle(job.data)
      })
    },
    schedule: ({ name, cron, zone, content }) =>
      boss.schedule(name, cron, content, { tz: zone, missed: 'once' }),
    stop: (seconds) => boss.stop({ graceful: true, timeout: seconds * 1000 }),
  }
}

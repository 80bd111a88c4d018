// What may be put on the job queue, and how often a failed job is tried again. `jobs/worker` handles each of them.
import type { Queue } from 'pg-boss'

export const QUEUE_SCHEMA = 'pgboss'

/** The content of each kind of job. */
export type JobContent = {
  /** Deliver one outbox row. */
  readonly 'deliver-message': { readonly outboxId: string }
  /** Start the close of one business date: splits the book into ranges. */
  readonly 'close-day': { readonly businessDate: string }
  /** Close the accounts of one range, `after` exclusive, `through` inclusive; null is open-ended. */
  readonly 'close-accounts': {
    readonly businessDate: string
    readonly after: string | null
    readonly through: string | null
  }
  readonly 'expire-quotes': { readonly businessDate: string }
  /** Remove dead sessions, used forms and old failures. */
  readonly 'forget-expired': Record<string, never>
}

export type JobName = keyof JobContent

type QueueSettings = Omit<Queue, 'name'>

const RETRIES: QueueSettings = {
  policy: 'standard',
  retryLimit: 8,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  deadLetter: 'dead-letter',
}

// One at a time: a second is not added while the first waits or runs (with `onlyOne`: the first of that key).
const ALONE: QueueSettings = { ...RETRIES, policy: 'exclusive' }

/** Jobs that failed every try wait here for a person. */
export const DEAD_LETTER_QUEUE = 'dead-letter'

export const QUEUES: Readonly<Record<JobName, QueueSettings>> = {
  'deliver-message': RETRIES,
  'close-day': ALONE,
  'close-accounts': { ...RETRIES, expireInSeconds: 3600 },
  'expire-quotes': ALONE,
  'forget-expired': ALONE,
}

export const JOB_NAMES = Object.keys(QUEUES) as readonly JobName[]

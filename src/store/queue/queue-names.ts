// What may be put on the job queue, and how often a failed job is tried again. `jobs/worker`
// handles each of them.
import type { Queue } from 'pg-boss'

export const QUEUE_SCHEMA = 'pgboss'

/** The content of each kind of job. */
export type JobContent = {
  /** Deliver one outbox row. */
  readonly 'deliver-message': { readonly outboxId: string }
  /** The same of a row with a code in it: nothing else stands in line before it. */
  readonly 'deliver-code': { readonly outboxId: string }
  /** Tell the login of an obligor, if there is one, that somebody else proved the account. */
  readonly 'tell-of-proof': {
    readonly accountId: string
    readonly obligorId: string
    /** The login in which it was done; null for a visitor. */
    readonly byLogin: string | null
    readonly requestId: string
    readonly address: string
    readonly device: string
  }
  /** Close every business day that is over. */
  readonly 'close-day': Record<string, never>
  /** Bring checks of bank accounts to their end. */
  readonly 'settle-funding-checks': Record<string, never>
  /** Send to the bank what is due, and post what counts. */
  readonly 'send-payments': Record<string, never>
  /** Ask the processor what became of payments by card, and post those that count. */
  readonly 'ask-about-cards': Record<string, never>
  /** Post the lines of files of payments that were approved. */
  readonly 'post-credits': Record<string, never>
  /** Print the statements of days that are closed. */
  readonly 'print-statements': Record<string, never>
  /** Print what the law asks lenders to tell of the interest of a year. */
  readonly 'print-vehicle-interest': Record<string, never>
  /** Give the privacy notice to whoever has not had it. */
  readonly 'give-privacy-notice': Record<string, never>
  /** Put papers that go by mail before the print house. */
  readonly 'send-print-files': Record<string, never>
  /** See what became of payoffs that somebody said will come. */
  readonly 'watch-payoffs': Record<string, never>
  /** Remove dead sessions, used forms and old failures. */
  readonly 'forget-expired': Record<string, never>
  /** Write today's signed list of chain heads, unless it is there. */
  readonly 'sign-heads': Record<string, never>
}

export type JobName = keyof JobContent

type QueueSettings = Omit<Queue, 'name'>

// A worker says that often that it still works on a job. One that died, or that lost the database
// just as it was done, is silent: the job is tried again soon, not when its whole time is over.
const SILENT_SECONDS = 30

const RETRIES: QueueSettings = {
  policy: 'standard',
  heartbeatSeconds: SILENT_SECONDS,
  retryLimit: 8,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  deadLetter: 'dead-letter',
}

// One at a time: a second is not added while the first waits or runs.
const ALONE: QueueSettings = { ...RETRIES, policy: 'exclusive' }

/** Jobs that failed every try wait here for a person. */
export const DEAD_LETTER_QUEUE = 'dead-letter'

export const QUEUES: Readonly<Record<JobName, QueueSettings>> = {
  'deliver-message': RETRIES,
  // After ten minutes a code is of no use.
  'deliver-code': { ...RETRIES, retryLimit: 6, retryDelay: 2, retryDelayMax: 60 },
  'tell-of-proof': RETRIES,
  'close-day': { ...ALONE, expireInSeconds: 6 * 3600 },
  'settle-funding-checks': ALONE,
  'send-payments': { ...ALONE, expireInSeconds: 2 * 3600 },
  'ask-about-cards': ALONE,
  'post-credits': RETRIES,
  'print-statements': { ...ALONE, expireInSeconds: 6 * 3600 },
  'print-vehicle-interest': { ...ALONE, expireInSeconds: 6 * 3600 },
  'give-privacy-notice': { ...ALONE, expireInSeconds: 6 * 3600 },
  'send-print-files': ALONE,
  'watch-payoffs': ALONE,
  'forget-expired': ALONE,
  'sign-heads': { ...ALONE, expireInSeconds: 2 * 3600 },
}

// What runs without a person, and when. Times are in the lender's zone.
import type { JobName } from '#src/store/queue/queue-names.ts'

export type Recurring = { readonly job: JobName; readonly cron: string }

/** Recurring jobs; the others are put on the queue by the verb that needs them. */
export const SCHEDULE: readonly Recurring[] = [
  // A business day is closed once the calendar has moved past it; every ten minutes is soon enough
  // after midnight.
  { job: 'close-day', cron: '*/10 * * * *' },
  // Returns of the day; the close does what comes with the next one.
  { job: 'settle-funding-checks', cron: '53 * * * *' },
  // Whatever the clock asks for: files of cutoffs that have passed, payments that count today.
  { job: 'send-payments', cron: '*/3 * * * *' },
  // Payments by card that no event told of.
  { job: 'ask-about-cards', cron: '* * * * *' },
  // After the close, which it never holds up.
  { job: 'print-statements', cron: '*/5 * * * *' },
  // From January 1 through March, once a year for each loan.
  { job: 'print-vehicle-interest', cron: '23 5 * * *' },
  // A notice that is new, and accounts that are.
  { job: 'give-privacy-notice', cron: '11 * * * *' },
  { job: 'send-print-files', cron: '27 * * * *' },
  // Whether what a dealer said is there, or its day is over.
  { job: 'watch-payoffs', cron: '*/10 * * * *' },
  { job: 'forget-expired', cron: '17 * * * *' },
  // One list a day: the first run of a day writes it, the others find it there.
  { job: 'sign-heads', cron: '41 * * * *' },
]

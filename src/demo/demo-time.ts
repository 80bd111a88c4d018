import type { formatDate } from '#src/words/format.ts'
import type { Words } from '#src/words/words.ts'

type Day = Parameters<typeof formatDate>[0]

/** What happened on a day that passed, counted. */
export type PassedDay = {
  readonly businessDate: Day
  readonly tally: Readonly<Partial<Record<keyof Words['desk']['time']['counted'], number>>>
}

export type TimeNow = {
  readonly businessDate: Day
  /** Money's clock, an ISO instant, and the lender's zone. */
  readonly instant: string
  readonly zone: string
  /** Null once the day's cutoff has passed. */
  readonly cutoffAt: string | null
  /** The last day of the same length of time as a month. */
  readonly monthOn: Day
  /** The last days that passed, the newest first. */
  readonly passed: readonly PassedDay[]
}

export type PassRefusal = 'notADate' | 'closed' | 'tooFar'

export type DemoTime = {
  readonly now: () => Promise<TimeNow>
  /**
   * Closes days up to and with a date, "2027-01-31"; "cutoff" goes to that of the open day. Asked
   * again it changes nothing.
   */
  readonly pass: (to: string) => Promise<PassRefusal | null>
}

// One account of the demo, and what the demo tells about it.
import type { BoardingRecord } from '#src/domain/account/boarding.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { type Plot, recordOf } from './plot.ts'

export type Story = {
  readonly record: BoardingRecord
  readonly about: string
  /**
   * Sign-in names, one for each obligor in order; an obligor without one is there to be registered.
   */
  readonly usernames: readonly string[]
  /** Beside two that are verified, a bank account in each other state. */
  readonly banks?: 'everyState'
  /** Payments the bank returned, by the day they were to count. */
  readonly returned: readonly CivilDate[]
}

/** A loan's record, with nothing returned. */
export function story(plot: Plot, who: Pick<BoardingRecord, 'obligors' | 'vehicle'>) {
  return { record: recordOf(plot, who), returned: [] }
}

import type { CivilDate } from '#src/domain/calendar.ts'
import type { ServicingContext } from '../context.ts'
import { closeAllAccounts, sendAllNotices } from './close-all-accounts.ts'
import type { DayTally } from './day-tally.ts'
import { expireQuotes } from './expire-quotes.ts'

/** One thing that a business day brings. Run again it does only what is still to be done. */
export type DayStep = (ctx: ServicingContext, businessDate: CivilDate) => Promise<DayTally>

/**
 * What the close of a business day does, in this order. Each step keeps by itself what it has
 * done, so a close that stopped anywhere begins again at the first.
 */
export const CLOSE_STEPS: readonly DayStep[] = [
  // Late charges whose grace ends with the day, after all money that counts on it.
  closeAllAccounts,
  expireQuotes,
  // Payments that are coming, and those missed by the end of the day.
  sendAllNotices,
]

import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { readDayMoney } from '#src/store/ach/day-money.ts'
import type { BankContext } from '../ach/bank-context.ts'
import { cutoffThrough } from '../ach/cutoff-through.ts'
import { takeIncoming } from '../ach-returns/take-incoming.ts'
import { closeAutopay } from '../autopay/close-autopay.ts'
import { settleFundingChecks } from '../funding/settle-funding-checks.ts'
import { afterBank } from './after-bank.ts'
import { closeAllAccounts, sendAllNotices } from './close-all-accounts.ts'
import type { DayTally } from './day-tally.ts'
import { countDueMoney } from './due-money.ts'
import { expireQuotes } from './expire-quotes.ts'

/** One thing that a business day brings. Run again it does only what is still to be done. */
export type DayStep = {
  /**
   * The day stays open while what it holds fails. What the bank's side brings does not hold it: a
   * bank that cannot be reached must not stop the calendar, and what waits goes the next day.
   */
  readonly holds: 'day' | 'nothing'
  readonly run: (ctx: BankContext, businessDate: CivilDate) => Promise<DayTally>
}

/**
 * What the close of a business day does, in this order. Each step keeps by itself what it has done,
 * so a close that stopped anywhere begins again at the first.
 */
export const DAY_STEPS: readonly DayStep[] = [
  // Files of the cutoff, unless a job did it when the cutoff passed; then what the bank sent back,
  // and what becomes of files that it refused and of refunds.
  { holds: 'nothing', run: (ctx) => silent(cutoffThrough(ctx, ctx.clock.now())) },
  { holds: 'nothing', run: (ctx) => silent(takeIncoming(ctx)) },
  { holds: 'nothing', run: (ctx) => silent(afterBank(ctx)) },
  { holds: 'nothing', run: (ctx) => silent(countDueMoney(ctx)) },
  { holds: 'nothing', run: (ctx, businessDate) => readDayMoney(ctx.db, businessDate) },
  // What no bank returned in time may be debited by the file of the day that opens next.
  { holds: 'nothing', run: (ctx, day) => settleFundingChecks(ctx, addDays(day, 1)) },
  // Late charges whose grace ends with the day, after all money that counts on it.
  { holds: 'day', run: closeAllAccounts },
  { holds: 'day', run: expireQuotes },
  // Debits of autopay to announce for the days ahead, now that what is due is known.
  { holds: 'day', run: closeAutopay },
  // Payments that are coming, and those missed by the end of the day.
  { holds: 'day', run: sendAllNotices },
]

async function silent(work: Promise<unknown>): Promise<DayTally> {
  await work
  return {}
}

import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { expireQuotes as expireSome } from '#src/store/payments/payoff-quotes.ts'
import type { ServicingContext } from '../context.ts'
import type { DayTally } from './day-tally.ts'

const QUOTES_A_PAGE = 1000

/** Ends open quotes whose last day is `businessDate` or earlier; nothing of the account changes. */
export async function expireQuotes(
  ctx: ServicingContext,
  businessDate: CivilDate,
): Promise<DayTally> {
  const before = addDays(businessDate, 1)
  let quotesEnded = 0
  for (let ended = QUOTES_A_PAGE; ended === QUOTES_A_PAGE; quotesEnded += ended)
    ended = await ctx.db
      .transaction()
      .execute((tx) => expireSome(tx, { before, limit: QUOTES_A_PAGE }))
  return { quotesEnded }
}

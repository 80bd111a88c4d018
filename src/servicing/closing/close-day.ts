import { addDays, type CivilDate, dateInZone } from '#src/domain/calendar.ts'
import { lockBusinessDate, setBusinessDate } from '#src/store/business-date.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { accountsToClose } from './accounts-to-close.ts'
import { closeAccounts } from './close-accounts.ts'
import { closeEach, type UnclosedAccount } from './close-each.ts'
import { expireQuotes } from './expire-quotes.ts'

// While the database works for one batch, another one is worked out here: there is little to gain
// from more, and the pages of the portal need connections too.
const BATCHES_AT_ONCE = 3

/**
 * Closes every business day that the lender's calendar has left behind. Safe to run again at any
 * point.
 */
export async function closeThroughToday(ctx: ServicingContext): Promise<void> {
  const today = dateInZone(ctx.clock.now(), ctx.lender.timeZone)
  for (;;) {
    const onDate = await businessDay(ctx.db)
    if (onDate >= today) return
    await closeDay(ctx, onDate)
  }
}

/**
 * Closes one business day: late charges whose grace ends with it, quotes that end with it, then the
 * next day opens. It stays this day while an account could not be closed; the others are, once.
 */
export async function closeDay(ctx: ServicingContext, businessDate: CivilDate): Promise<void> {
  const unclosed = await closeAllAccounts(ctx, businessDate)
  if (unclosed.length > 0) throw new UnclosedAccountsError(businessDate, unclosed)
  await expireQuotes(ctx, businessDate)
  await openNextDay(ctx, businessDate)
}

/** Names the accounts that hold up the day, the first few in its message. */
export class UnclosedAccountsError extends AggregateError {
  constructor(businessDate: CivilDate, unclosed: readonly UnclosedAccount[]) {
    const named = unclosed.slice(0, 10).map(({ accountId, error }) => `${accountId}: ${error}`)
    const count = `${unclosed.length} accounts could not be closed on ${businessDate}`
    super(
      unclosed.map(({ error }) => error),
      `${count}: ${named.join('; ')}`,
    )
  }
}

async function closeAllAccounts(
  ctx: ServicingContext,
  businessDate: CivilDate,
): Promise<UnclosedAccount[]> {
  const batches = accountsToClose(ctx.db, businessDate)
  const unclosed: UnclosedAccount[] = []
  const lanes = Array.from({ length: BATCHES_AT_ONCE }, async () => {
    for (let next = await batches.next(); !next.done; next = await batches.next()) {
      const close = (accountIds: readonly string[]) =>
        closeAccounts(ctx, { accountIds, businessDate })
      await closeEach(next.value, { close, unclosed })
    }
  })
  // Every lane comes to its end before this one does, whatever happened in another.
  const [failed] = (await Promise.allSettled(lanes)).filter((lane) => lane.status === 'rejected')
  if (failed) throw failed.reason
  return unclosed
}

/** Moves the business date on, unless another close of the same day did it first. */
async function openNextDay(ctx: ServicingContext, closed: CivilDate): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const found = await lockBusinessDate(tx)
    if (found?.onDate !== closed) return
    const changedAt = ctx.clock.now()
    await setBusinessDate(tx, { onDate: addDays(closed, 1), closedThrough: closed, changedAt })
  })
}

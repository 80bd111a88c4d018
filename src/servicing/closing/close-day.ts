import { addDays, type CivilDate, dateInZone } from '#src/domain/calendar.ts'
import { accountIdsForReview } from '#src/store/accounts/accounts.ts'
import { lockBusinessDate, setBusinessDate } from '#src/store/business-date.ts'
import { claimCloseStep } from '#src/store/close-steps.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { recordFacts } from '../record-facts.ts'
import { expireQuotes } from './expire-quotes.ts'

const ACCOUNTS_A_PAGE = 500

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
 * next day opens.
 */
export async function closeDay(ctx: ServicingContext, businessDate: CivilDate): Promise<void> {
  let after: string | null = null
  for (;;) {
    const page: string[] = await accountIdsForReview(ctx.db, {
      through: businessDate,
      after,
      limit: ACCOUNTS_A_PAGE,
    })
    for (const accountId of page) await closeAccount(ctx, { accountId, businessDate })
    after = page.at(-1) ?? null
    if (page.length < ACCOUNTS_A_PAGE) break
  }
  await expireQuotes(ctx, businessDate)
  await openNextDay(ctx, businessDate)
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

/** One account's part of a close, once: its step is recorded with what it did. */
async function closeAccount(
  ctx: ServicingContext,
  step: { accountId: string; businessDate: CivilDate },
): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, step.accountId)
    const isNew = await claimCloseStep(tx, {
      ...step,
      kind: 'lateCharges',
      doneAt: ctx.clock.now(),
    })
    if (!isNew) return
    await recordFacts(tx, ctx, { loaded, facts: [], through: addDays(step.businessDate, 1) })
  })
}

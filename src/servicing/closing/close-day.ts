import { addDays, type CivilDate, dateInZone } from '#src/domain/calendar.ts'
import { lockBusinessDate, setBusinessDate } from '#src/store/business-date.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { CLOSE_STEPS } from './day-steps.ts'
import { addTally, type DayTally } from './day-tally.ts'

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
 * Closes one business day, step by step, then the next day opens. It stays this day while a step
 * fails; what is done stays done.
 */
export async function closeDay(ctx: ServicingContext, businessDate: CivilDate): Promise<DayTally> {
  let tally: DayTally = {}
  for (const step of CLOSE_STEPS) tally = addTally(tally, await step(ctx, businessDate))
  await openNextDay(ctx, businessDate)
  return tally
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

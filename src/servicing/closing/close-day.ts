import { addDays, type CivilDate, dateInZone } from '#src/domain/calendar.ts'
import { lockBusinessDate, setBusinessDate } from '#src/store/business-date.ts'
import type { BankContext } from '../ach/bank-context.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { DAY_STEPS } from './day-steps.ts'
import { addTally, type DayTally } from './day-tally.ts'

export type ClosedDay = {
  readonly businessDate: CivilDate
  readonly tally: DayTally
  /** What went wrong on the bank's side; it is tried again on the next day, and by the jobs. */
  readonly failed: readonly unknown[]
}

/**
 * Closes every business day that the lender's calendar has left behind. Safe to run again at any
 * point. What went wrong without holding up a day is told at the end.
 */
export async function closeThroughToday(ctx: BankContext): Promise<void> {
  const today = dateInZone(ctx.clock.now(), ctx.lender.timeZone)
  const failed: unknown[] = []
  for (;;) {
    const onDate = await businessDay(ctx.db)
    if (onDate >= today) break
    failed.push(...(await closeDay(ctx, onDate)).failed)
  }
  if (failed.length > 0) throw new AggregateError(failed, failed.join('; '))
}

/**
 * Closes one business day, step by step, then the next day opens. It stays this day while a step
 * that holds it fails; what is done stays done.
 */
export async function closeDay(ctx: BankContext, businessDate: CivilDate): Promise<ClosedDay> {
  let tally: DayTally = {}
  const failed: unknown[] = []
  for (const { holds, run } of DAY_STEPS) {
    const [done] = await Promise.allSettled([run(ctx, businessDate)])
    if (done.status === 'fulfilled') tally = addTally(tally, done.value)
    else if (holds === 'day') throw done.reason
    else failed.push(done.reason)
  }
  await openNextDay(ctx, businessDate)
  return { businessDate, tally, failed }
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

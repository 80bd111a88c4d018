import { assert } from '#src/domain/assert.ts'
import { addDays, type CivilDate, dateInZone } from '#src/domain/calendar.ts'
import { earliestEffective } from '#src/domain/rules/payment-dates.ts'
import { lockBusinessDate, readBusinessDate, setBusinessDate } from '#src/store/business-date.ts'
import type { Db } from '#src/store/database.ts'
import type { ServicingContext } from './context.ts'
import { calendarOn, servicingRules } from './lender-rules.ts'

/** The day on which money counts now. There is one from the first start on. */
export async function businessDay(db: Db): Promise<CivilDate> {
  const found = await readBusinessDate(db)
  assert(found, 'the book has a business date')
  return found.onDate
}

/**
 * Opens the first business day on an empty book: the calendar day of the lender's zone. Later calls
 * change nothing.
 */
export async function openFirstBusinessDay(ctx: ServicingContext): Promise<CivilDate> {
  return ctx.db.transaction().execute(async (tx) => {
    const found = await lockBusinessDate(tx)
    if (found) return found.onDate
    const now = ctx.clock.now()
    const onDate = dateInZone(now, ctx.lender.timeZone)
    await setBusinessDate(tx, { onDate, closedThrough: onDate, changedAt: now })
    return onDate
  })
}

/** First and last day on which a payoff or a payment can be set to arrive. */
export function payableDates(
  ctx: ServicingContext,
  today: CivilDate,
): { first: CivilDate; last: CivilDate } {
  const first = earliestEffective(today, {
    now: ctx.clock.now(),
    calendar: calendarOn(ctx.lender, today),
  })
  return { first, last: addDays(today, servicingRules(ctx.lender, today).paymentDaysAhead) }
}

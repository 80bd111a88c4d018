import { addDays, type CivilDate, momentInZone } from '#src/domain/calendar.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { cutoffOn } from '../lender-rules.ts'
import { closeDay } from './close-day.ts'
import type { DayTally } from './day-tally.ts'

/** How a demo makes days pass: money's clock moves on to an instant. */
export type Mover = { readonly advanceTo: (instant: string) => void }

export type ClosedDay = { readonly businessDate: CivilDate; readonly tally: DayTally }

/**
 * Closes one business day after another up to and with `through`, and tells each. With a mover the
 * days come when they are asked for: money's clock goes to the day's cutoff, then to midnight, and
 * at the end to the next morning. Without one the caller has made sure that the calendar has left
 * them behind.
 */
export async function closeThrough(
  ctx: ServicingContext,
  by: {
    readonly through: CivilDate
    readonly mover: Mover | null
    readonly tell: (closed: ClosedDay) => void
  },
): Promise<CivilDate> {
  const moveTo = (day: CivilDate, time: string) =>
    by.mover?.advanceTo(momentInZone(day, { time, zone: ctx.lender.timeZone }))
  for (;;) {
    const businessDate = await businessDay(ctx.db)
    if (businessDate > by.through) {
      // The portal is open for the day, and its cutoff is still ahead.
      moveTo(businessDate, MORNING)
      return businessDate
    }
    by.mover?.advanceTo(cutoffOn(ctx.lender, businessDate))
    moveTo(addDays(businessDate, 1), '00:00')
    by.tell({ businessDate, tally: await closeDay(ctx, businessDate) })
  }
}

const MORNING = '09:00'

/** Goes on to the cutoff of the open business day, and does what it brings. */
export async function passCutoff(
  ctx: ServicingContext,
  businessDate: CivilDate,
  mover: Mover,
): Promise<void> {
  mover.advanceTo(cutoffOn(ctx.lender, businessDate))
}

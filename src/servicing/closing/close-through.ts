import { addDays, type CivilDate, momentInZone } from '#src/domain/calendar.ts'
import type { BankContext } from '../ach/bank-context.ts'
import { cutoffThrough } from '../ach/cutoff-through.ts'
import { businessDay } from '../business-day.ts'
import { cutoffOn } from '../lender-rules.ts'
import { chargeCardsIfAny } from '../saved-cards/charge-due-cards.ts'
import { type ClosedDay, closeDay } from './close-day.ts'

/** How a demo makes days pass. */
export type Mover = {
  /** Money's clock moves on to an instant. */
  readonly advanceTo: (instant: string) => void
  /** The bank of a demo answers what it has, after the cutoff of a day. */
  readonly answer?: (day: CivilDate) => Promise<void>
}

/**
 * Closes one business day after another up to and with `through`, and tells each. With a mover the
 * days come when they are asked for: money's clock goes to the day's cutoff, the bank answers, then
 * to midnight, and at the end to the next morning. Without one the caller has made sure that the
 * calendar has left them behind. Answers with the day that is open then.
 */
export async function closeThrough(
  ctx: BankContext,
  by: {
    readonly through: CivilDate
    readonly mover: Mover | null
    readonly tell: (closed: ClosedDay) => void
  },
): Promise<CivilDate> {
  const { mover } = by
  const moveTo = (day: CivilDate, time: string) =>
    mover?.advanceTo(momentInZone(day, { time, zone: ctx.lender.timeZone }))
  for (;;) {
    const businessDate = await businessDay(ctx.db)
    if (businessDate > by.through) {
      // The portal is open for the day, and its cutoff is still ahead.
      moveTo(businessDate, MORNING)
      return businessDate
    }
    // What fails here is told by the close, which tries it again.
    if (mover) await passCutoff(ctx, businessDate, mover).catch(() => undefined)
    moveTo(addDays(businessDate, 1), '00:00')
    by.tell(await closeDay(ctx, businessDate))
  }
}

const MORNING = '09:00'

/**
 * Goes on to the cutoff of the open business day: its file goes to the bank, which answers, and the
 * saved cards of its debits are charged.
 */
export async function passCutoff(
  ctx: BankContext,
  businessDate: CivilDate,
  mover: Mover,
): Promise<void> {
  mover.advanceTo(cutoffOn(ctx.lender, businessDate))
  const cards = chargeCardsIfAny(ctx)
  const [files] = await Promise.allSettled([cutoffThrough(ctx, ctx.clock.now()), cards])
  if (files.status === 'rejected') throw files.reason
  await mover.answer?.(businessDate)
  await cards
}

// What the demo's page of time does: the same as `keyturn close`.
import { addDays, addMonths, parseDate } from '#src/domain/calendar.ts'
import type { BankContext } from '#src/servicing/ach/bank-context.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import type { ClosedDay } from '#src/servicing/closing/close-day.ts'
import { closeThrough, type Mover, passCutoff } from '#src/servicing/closing/close-through.ts'
import { cutoffOn } from '#src/servicing/lender-rules.ts'
import type { DemoTime } from '../demo/demo-time.ts'
import type { MovableClock } from '../demo/movable-clock.ts'

const MOST_SHOWN = 120

/** `context` makes a verb's context for each time that somebody asks. */
export function passTime(context: () => BankContext, mover: MovableClock & Mover): DemoTime {
  const passed: ClosedDay[] = []
  const tell = (closed: ClosedDay) => {
    passed.unshift(closed)
    passed.splice(MOST_SHOWN)
  }
  return {
    now: async () => {
      const ctx = context()
      const businessDate = await businessDay(ctx.db)
      const cutoffAt = cutoffOn(ctx.lender, businessDate)
      const instant = mover.now()
      const monthOn = addDays(addMonths(businessDate, 1), -1)
      const zone = ctx.lender.timeZone
      return {
        ...{ businessDate, instant, zone, monthOn, passed },
        cutoffAt: cutoffAt <= instant ? null : cutoffAt,
      }
    },
    pass: async (to) => {
      const ctx = context()
      const from = await businessDay(ctx.db)
      if (to.startsWith('cutoff ')) {
        if (to === `cutoff ${from}`) await passCutoff(ctx, from, mover)
        return null
      }
      const through = parseDate(to)
      if (through === null) return 'notADate'
      if (through < from) return 'closed'
      if (through > addMonths(from, 12)) return 'tooFar'
      await closeThrough(ctx, { through, mover, tell })
      return null
    },
  }
}

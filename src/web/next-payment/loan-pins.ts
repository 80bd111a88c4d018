import { addDays } from '#src/domain/calendar.ts'
import type { ScheduledPayment } from '#src/servicing/scheduled-payments.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import type { Reader } from '../reader.ts'
import { nextLateCharge } from './late-charge-ahead.ts'
import type { Pin } from './next-days.tsx'

/** The days that matter until the next payment, most important first. */
export function loanPins(of: {
  view: LoanView
  scheduled: readonly ScheduledPayment[]
  reader: Reader
}): Pin[] {
  const { view, scheduled, reader } = of
  const w = reader.words.account.rail
  const lateCharge = nextLateCharge(view)
  const due = view.due.current?.due
  return [
    ...(due ? [{ day: due, words: w.due, tone: 'accent' as const }] : []),
    ...scheduled.map(({ effective }) => ({
      day: effective,
      words: w.scheduled,
      tone: 'plain' as const,
    })),
    ...(lateCharge
      ? [{ day: addDays(lateCharge.on, -1), words: w.lastFree, tone: 'plain' as const }]
      : []),
  ]
}

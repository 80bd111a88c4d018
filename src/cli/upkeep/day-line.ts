// What happened on a business day, in one line.
import { dayOfWeek } from '#src/domain/calendar.ts'
import type { ClosedDay } from '#src/servicing/closing/close-day.ts'
import type { Counted } from '#src/servicing/closing/day-tally.ts'

/** "2026-12-05 Sat  2 late charges · 1 quote ended"; a day without anything says so. */
export function dayLine({ businessDate, tally }: ClosedDay): string {
  const told = ORDER.flatMap((counted) => {
    const count = tally[counted] ?? 0
    return count === 0 ? [] : [tell(counted, count)]
  })
  const weekday = WEEKDAYS[dayOfWeek(businessDate) - 1]
  return `${businessDate} ${weekday}  ${told.length === 0 ? 'nothing' : told.join(' · ')}`
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

// `accounts` says how much work it was, not what happened.
type Told = Exclude<Counted, 'accounts'>

const NAMES: Readonly<Record<Told, readonly [one: string, many: string]>> = {
  files: ['file', 'files'],
  entries: ['entry', 'entries'],
  debited: ['debited', 'debited'],
  posted: ['payment posted', 'payments posted'],
  returned: ['returned', 'returned'],
  lateCharges: ['late charge', 'late charges'],
  quotesEnded: ['quote ended', 'quotes ended'],
  paymentsAnnounced: ['payment announced', 'payments announced'],
  bankAccountsVerified: ['bank account verified', 'bank accounts verified'],
  bankAccountsFailed: ['bank account not verified', 'bank accounts not verified'],
  pastDue: ['account past due', 'accounts past due'],
}

const ORDER = Object.keys(NAMES) as Told[]

function tell(counted: Told, count: number): string {
  const [one, many] = NAMES[counted]
  const shown = counted === 'debited' ? count / 100 : count
  const digits = counted === 'debited' ? 2 : 0
  const number = shown.toLocaleString('en-US', { minimumFractionDigits: digits })
  return `${number} ${count === 1 ? one : many}`
}

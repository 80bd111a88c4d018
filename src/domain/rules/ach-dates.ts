// When an ACH entry may settle: effective entry dates by the Federal Reserve's calendar, same-day
// windows, and the waiting times that the network sets.
// Source: frbservices.org, FedACH processing schedule: files for the same day until 10:30, 14:45
// and 16:45 Eastern, settled at 13:00, 17:00 and 18:00; at most 1,000,000 dollars an entry.
// Example: a debit whose file goes on Friday 2026-12-04 settles on Monday 2026-12-07.
import { type CivilDate, dateInZone, later, momentInZone } from '../calendar.ts'
import { type Cents, cents } from '../money.ts'
import { addBankingDays, isBankingDay } from '../regions/us-banking-days.ts'

/** A window of the operator, or the earlier one of our bank, in Eastern time. */
export type SameDayWindow = { readonly until: string; readonly settles: string }

export const SAME_DAY_WINDOWS: readonly SameDayWindow[] = [
  { until: '10:30', settles: '13:00' },
  { until: '14:45', settles: '17:00' },
  { until: '16:45', settles: '18:00' },
]

export const MOST_SAME_DAY: Cents = cents(100_000_000)

export type AchSettlement = {
  /** What stands in the batch header. */
  readonly effective: CivilDate
  /** Settlement time of the same-day window; null for a later day. */
  readonly sameDay: string | null
}

/**
 * The day to ask for when a file goes at `at` for money that is wanted on `wanted`: never before
 * that day, never on a day that is no banking day. Without a same-day window that is still open a
 * debit settles on the next banking day at the earliest, a credit after `creditDays` (1 or 2).
 */
export function achSettlement(entry: {
  /** UTC instant. */
  readonly at: string
  readonly wanted: CivilDate
  readonly direction: 'debit' | 'credit'
  readonly amount: Cents
  readonly creditDays: 1 | 2
  /** The windows that the lender uses; none for no same-day entries. */
  readonly windows: readonly SameDayWindow[]
}): AchSettlement {
  const today = dateInZone(entry.at, EASTERN)
  const window = entry.amount <= MOST_SAME_DAY ? openWindow(entry.at, entry.windows) : null
  if (window !== null && entry.wanted <= today) return { effective: today, sameDay: window.settles }
  const days = entry.direction === 'debit' ? 1 : entry.creditDays
  return {
    effective: addBankingDays(later(addBankingDays(processed(today), days), entry.wanted), 0),
    sameDay: null,
  }
}

/** The first window of the day that takes a file at this moment; null when none does. */
function openWindow(at: string, windows: readonly SameDayWindow[]): SameDayWindow | null {
  const today = dateInZone(at, EASTERN)
  if (!isBankingDay(today)) return null
  const open = windows.filter(
    ({ until }) => Date.parse(at) < Date.parse(momentInZone(today, { time: until, zone: EASTERN })),
  )
  return open.reduce<SameDayWindow | null>(
    (first, window) => (first === null || window.until < first.until ? window : first),
    null,
  )
}

/** The first live entry: at least three banking days after the prenote settled. */
export function firstEntryAfterPrenote(prenoteSettledOn: CivilDate): CivilDate {
  return addBankingDays(prenoteSettledOn, 3)
}

/** The last banking day on which a reversal may be entered: five after settlement. */
export function reversalUntil(settledOn: CivilDate): CivilDate {
  return addBankingDays(settledOn, 5)
}

const EASTERN = 'America/New_York'

/** A file that goes on a day without banking is worked on as one of the next banking day. */
function processed(day: CivilDate): CivilDate {
  return addBankingDays(day, 0)
}

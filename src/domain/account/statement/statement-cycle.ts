// The days of an account's statements: once a month, some days before the day of the month on
// which its payments are due, whatever was moved since.
// Example: first due 2024-09-05, 15 days ahead: 2024-08-21, 2024-09-20, ... 2026-11-20.
import { addDays, addMonths, type CivilDate, partsOf } from '../../calendar.ts'
import type { AccountLedger } from '../ledger.ts'

/** The first of them after `after`. */
export function nextStatementDay(
  ledger: AccountLedger,
  after: CivilDate,
  daysAhead: number,
): CivilDate {
  return addDays(dueDayFrom(firstDue(ledger), addDays(after, daysAhead + 1)), -daysAhead)
}

/** The last of them by `through`; null before the first. */
export function lastStatementDay(
  ledger: AccountLedger,
  through: CivilDate,
  daysAhead: number,
): CivilDate | null {
  const first = firstDue(ledger)
  const next = monthsFrom(first, dueDayFrom(first, addDays(through, daysAhead + 1)))
  return next === 0 ? null : addDays(addMonths(first, next - 1), -daysAhead)
}

function firstDue(ledger: AccountLedger): CivilDate {
  return ledger.contract.firstDue
}

/** The first day on or after `from` that lies whole months after `first`. */
function dueDayFrom(first: CivilDate, from: CivilDate): CivilDate {
  let months = Math.max(0, monthsFrom(first, from))
  while (addMonths(first, months) < from) months += 1
  return addMonths(first, months)
}

function monthsFrom(first: CivilDate, day: CivilDate): number {
  const [a, b] = [partsOf(first), partsOf(day)]
  return (b.year - a.year) * 12 + b.month - a.month
}

// Due dates of a contract. Months keep the day of the first due date, or the last day of a shorter
// month; a first due date on the last day of its month stays on last days (12 CFR 1026 App. J
// (b)(3)(iv)), unless the day on which the contract began shows that the 28th, 29th or 30th was
// meant.
// Example: first due 2026-01-31, monthly: 2026-02-28, 2026-03-31, 2026-04-30.

import { unreachable } from '../assert.ts'
import { addDays, addMonths, type CivilDate, daysInMonth, fromParts, partsOf } from '../calendar.ts'

export type Frequency = 'monthly' | 'semimonthly' | 'biweekly' | 'weekly' | 'yearly'

export const FREQUENCIES: readonly Frequency[] = [
  'monthly',
  'semimonthly',
  'biweekly',
  'weekly',
  'yearly',
]

/** The due dates of `from` and all later installments lie this many months later. */
export type Extension = { readonly from: number; readonly months: number }

export type DueDateTerms = {
  readonly start: CivilDate
  readonly firstDue: CivilDate
  readonly frequency: Frequency
  /** None in a contract as signed. */
  readonly extensions?: readonly Extension[]
}

/** Due date of installment `number` (1 = first), with the extensions granted so far. */
export function dueDate(terms: DueDateTerms, number: number): CivilDate {
  const months = monthsExtended(terms, number)
  return months === 0 ? signedDueDate(terms, number) : extendedDueDate(terms, { number, months })
}

function monthsExtended({ extensions }: DueDateTerms, number: number): number {
  if (extensions === undefined || extensions.length === 0) return 0
  return extensions.reduce((sum, each) => (each.from <= number ? sum + each.months : sum), 0)
}

/** A monthly date keeps its day of the month; others move by whole months from their own date. */
function extendedDueDate(
  terms: DueDateTerms,
  { number, months }: { number: number; months: number },
): CivilDate {
  if (terms.frequency === 'monthly') return signedDueDate(terms, number + months)
  if (terms.frequency === 'yearly') return monthsAfterFirst(terms, (number - 1) * 12 + months)
  return addMonths(signedDueDate(terms, number), months)
}

function signedDueDate(terms: DueDateTerms, number: number): CivilDate {
  const steps = number - 1
  switch (terms.frequency) {
    case 'monthly':
      return monthsAfterFirst(terms, steps)
    case 'yearly':
      return monthsAfterFirst(terms, steps * 12)
    case 'weekly':
      return addDays(terms.firstDue, steps * 7)
    case 'biweekly':
      return addDays(terms.firstDue, steps * 14)
    case 'semimonthly':
      return semimonthly(terms.firstDue, steps)
    default:
      return unreachable(terms.frequency)
  }
}

export function periodsPerYear(frequency: Frequency): number {
  return { monthly: 12, semimonthly: 24, biweekly: 26, weekly: 52, yearly: 1 }[frequency]
}

function monthsAfterFirst(
  terms: { start: CivilDate; firstDue: CivilDate },
  months: number,
): CivilDate {
  if (!isLastDay(terms.firstDue)) return addMonths(terms.firstDue, months)
  const meant = partsOf(terms.start).day
  const keepsDay = meant >= partsOf(terms.firstDue).day && !isLastDay(terms.start)
  return keepsDay
    ? onDay(addMonths(onDay(terms.firstDue, 1), months), meant)
    : monthly(terms.firstDue, months)
}

function monthly(first: CivilDate, months: number): CivilDate {
  const moved = addMonths(first, months)
  return isLastDay(first) ? lastDayOf(moved) : moved
}

/**
 * Twice a month, half a month apart: the first day and the day 15 later or earlier (5th and 20th,
 * 15th and last day).
 */
function semimonthly(first: CivilDate, steps: number): CivilDate {
  if (steps % 2 === 0) return monthly(first, steps / 2)
  const { day } = partsOf(first)
  const month = monthly(first, (steps - 1) / 2)
  if (day > 15) return onDay(addMonths(onDay(month, 1), 1), isLastDay(first) ? 15 : day - 15)
  return day === 15 ? lastDayOf(month) : onDay(month, day + 15)
}

function isLastDay(day: CivilDate): boolean {
  const { year, month, day: dom } = partsOf(day)
  return dom >= 28 && dom === daysInMonth(year, month)
}

function lastDayOf(day: CivilDate): CivilDate {
  const { year, month } = partsOf(day)
  return fromParts({ year, month, day: daysInMonth(year, month) })
}

function onDay(day: CivilDate, dom: number): CivilDate {
  const { year, month } = partsOf(day)
  return fromParts({ year, month, day: Math.min(dom, daysInMonth(year, month)) })
}

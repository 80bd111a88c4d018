// Dates of a lease whose filing names months only. Its payments come in advance, one a month.
// Example: 36 months from 08/2015, 18 left at the end of 02/2017: the term is as signed. With 20
// left, two months were granted: the due dates after the first lie two months later.
import {
  addDays,
  addMonths,
  type CivilDate,
  daysInMonth,
  earlier,
  fromParts,
  later,
  partsOf,
} from '#src/domain/calendar.ts'
import type { LeaseContract } from '#src/domain/contract/lease.ts'
import { FiledValueProblem, type FiledValues, required } from './filed-values.ts'

type LeaseDates = Pick<
  LeaseContract,
  'start' | 'firstDue' | 'secondDue' | 'payments' | 'termMonths'
>

export function filedLeaseDates(values: FiledValues, periodEnd: CivilDate): LeaseDates {
  const payments = required(TERM, values.count(TERM))
  if (payments < 1 || payments > 120)
    throw new FiledValueProblem(TERM, 'The term is not one of 1 to 120 months.')
  const signed = values.month('originationDate')
  const { first, moved } = firstMonth(values, { payments, periodEnd, signed })
  const day = dueDay(values, periodEnd)
  const firstDue = onDay(first, day)
  const start = earlier(earlier(onDay(signed ?? first, day), firstDue), periodEnd)
  return {
    start,
    firstDue,
    secondDue: moved > 0 ? onDay(addMonths(first, 1 + moved), day) : null,
    payments,
    termMonths: monthsBetween(start, firstDue) + payments + moved,
  }
}

/** Due date of the oldest installment that was not paid when the period ended. */
export function oldestUnpaid(values: FiledValues, periodEnd: CivilDate): CivilDate {
  const late = values.count('currentDelinquencyStatus') ?? 0
  if (late > 0) return addDays(periodEnd, -late)
  return later(values.date('paidThroughDate') ?? periodEnd, addDays(periodEnd, 1))
}

export function monthsBetween(from: CivilDate, to: CivilDate): number {
  const [a, b] = [partsOf(from), partsOf(to)]
  return (b.year - a.year) * 12 + b.month - a.month
}

const TERM = 'originalLeaseTermNumber'
const FIRST = 'originalFirstPaymentDate'
const MOST_MONTHS_MOVED = 10

/**
 * Month of the first payment, and by how many months the others were moved out, so that the months
 * remaining agree. A first payment that is named after the signing, while the term counts from the
 * signing, leaves the one at signing unnamed.
 */
function firstMonth(
  values: FiledValues,
  at: { payments: number; periodEnd: CivilDate; signed: CivilDate | null },
): { first: CivilDate; moved: number } {
  const first = required(FIRST, values.month(FIRST))
  const remaining = values.count('remainingTermNumber')
  if (remaining === null) return { first, moved: 0 }
  const moved = monthsBetween(first, at.periodEnd) + remaining - at.payments
  if (moved >= 0) return { first, moved: moved > MOST_MONTHS_MOVED ? 0 : moved }
  const counted = addMonths(first, moved)
  return { first: at.signed !== null && counted >= at.signed ? counted : first, moved: 0 }
}

/** Day of the oldest unpaid due date, else of the date paid through, else the first. */
function dueDay(values: FiledValues, periodEnd: CivilDate): number {
  const late = values.count('currentDelinquencyStatus') ?? 0
  if (late > 0) return partsOf(addDays(periodEnd, -late)).day
  const through = values.date('paidThroughDate')
  return through ? partsOf(through).day : 1
}

function onDay(month: CivilDate, day: number): CivilDate {
  const parts = partsOf(month)
  return fromParts({ ...parts, day: Math.min(day, daysInMonth(parts.year, parts.month)) })
}

// A transaction by its dates, turned into unit-periods (12 CFR 1026 App. J (b)(2) to (b)(5)).
// Example: 5,000.00 on 1978-02-23, 24 semimonthly payments from 1978-03-01: the first after 6/15.
import { assert } from '../assert.ts'
import { addDays, type CivilDate, daysBetween, earlier, partsOf } from '../calendar.ts'
import { type Fraction, fraction, ZERO } from '../fraction.ts'
import type { Cents } from '../money.ts'
import type { CreditTerms } from './apr.ts'
import { type CreditDates, findUnitPeriod } from './find-unit-period.ts'
import type { CashFlow } from './present-value.ts'
import { dueDate } from './schedule.ts'
import {
  meantDay,
  monthsAndDays,
  type UnitPeriod,
  unitPeriodsBetween,
  unitPeriodsPerYear,
} from './unit-periods.ts'

/** `count` amounts one unit-period apart, the first on `date`. */
export type DatedFlow = {
  readonly amount: Cents
  readonly date: CivilDate
  readonly count: number
}

export type DatedCredit = {
  readonly advances: readonly DatedFlow[]
  readonly payments: readonly DatedFlow[]
  /** The common period that the contract names; null: found from the dates. */
  readonly unit: UnitPeriod | null
}

/**
 * The term begins with the first advance. `unit` must be given where a flow repeats; one advance
 * with one payment has its own rule, (b)(4)(ii).
 */
export function unitPeriodTerms(credit: DatedCredit): CreditTerms {
  const start = termStart(credit.advances)
  const single = singlePayment(credit, start)
  if (single !== null) return single
  const dates: CreditDates = {
    start,
    advances: datesOf(credit.advances, credit.unit, start),
    payments: datesOf(credit.payments, credit.unit, start),
  }
  const unit = credit.unit ?? findUnitPeriod(dates)
  const inPeriods = (like: readonly CivilDate[]) => {
    return ({ amount, date, count }: DatedFlow): CashFlow => {
      const span = { from: start, to: date, monthDay: meantDay(date, like) }
      return { amount, ...unitPeriodsBetween(unit, span), count }
    }
  }
  return {
    advances: credit.advances.map(inPeriods(dates.advances)),
    payments: credit.payments.map(inPeriods(dates.payments)),
    periodsPerYear: unitPeriodsPerYear(unit),
  }
}

/** The day of the first advance (App. J (b)(2)). */
export function termStart(advances: readonly DatedFlow[]): CivilDate {
  const [first, ...rest] = advances.map(({ date }) => date)
  assert(first, 'a credit has an advance')
  return rest.reduce(earlier, first)
}

/** (b)(4)(ii), (b)(5)(vi), (vii): the term is the unit-period, up to a year. */
function singlePayment(credit: DatedCredit, start: CivilDate): CreditTerms | null {
  const [[advance, ...advances], [payment, ...payments]] = [credit.advances, credit.payments]
  const isSingle = advances.length === 0 && payments.length === 0
  if (!isSingle || advance?.count !== 1 || payment?.count !== 1) return null
  const span = { from: start, to: payment.date, monthDay: partsOf(payment.date).day }
  const { months, days } = monthsAndDays(span)
  const given = { amount: advance.amount, ...AT_ONCE, count: 1 }
  const paid = { amount: payment.amount, count: 1 }
  if (months >= 12) {
    const term = unitPeriodsBetween({ kind: 'months', count: 12 }, span)
    return { advances: [given], payments: [{ ...paid, ...term }], periodsPerYear: fraction(1n) }
  }
  const term = { periods: 1, fraction: ZERO }
  const periodsPerYear = yearsTerms(days === 0 ? months : 0, daysBetween(start, payment.date))
  return { advances: [given], payments: [{ ...paid, ...term }], periodsPerYear }
}

const AT_ONCE = { periods: 0, fraction: ZERO }

/** How many such terms a year has: by months where they are whole, else by days. */
function yearsTerms(months: number, days: number): Fraction {
  return months > 0 ? fraction(12n, BigInt(months)) : fraction(365n, BigInt(days))
}

/** Enough dates of each flow to show on which day of the month it stands. */
const MOST_SHOWING = 12

function datesOf(
  flows: readonly DatedFlow[],
  unit: UnitPeriod | null,
  start: CivilDate,
): CivilDate[] {
  return flows.flatMap(({ date, count }) =>
    Array.from({ length: Math.min(count, MOST_SHOWING) }, (_, k) =>
      k === 0 || unit === null ? date : repeated({ start, firstDue: date }, unit, k),
    ),
  )
}

function repeated(
  terms: { start: CivilDate; firstDue: CivilDate },
  unit: UnitPeriod,
  steps: number,
): CivilDate {
  switch (unit.kind) {
    case 'days':
      return addDays(terms.firstDue, steps * unit.count)
    case 'weeks':
      return addDays(terms.firstDue, steps * unit.count * 7)
    case 'semimonth':
      return dueDate({ ...terms, frequency: 'semimonthly' }, steps + 1)
    case 'months':
      return dueDate({ ...terms, frequency: 'monthly' }, steps * unit.count + 1)
  }
}

// On which days autopay takes what is due on a day: one day for an installment, or the paydays that
// lie between the due date before it and its own.
// Example: due Dec 5, paydays 1 and 15: Nov 15 and Dec 1.
import { assert } from '../assert.ts'
import {
  addDays,
  addMonths,
  type CivilDate,
  daysBetween,
  daysInMonth,
  fromParts,
  partsOf,
} from '../calendar.ts'
import { countOf, dueOf, firstFrom, type Installments, startOf } from './installments-of.ts'

export type AutopayDay =
  | { readonly kind: 'dueDate' }
  | { readonly kind: 'daysBefore'; readonly days: number }
  /** The last such day of a month on or before the due date. */
  | { readonly kind: 'dayOfMonth'; readonly day: number }
  /** Paydays: the installment is divided over those up to its due date. */
  | { readonly kind: 'twiceAMonth'; readonly days: readonly [number, number] }
  | { readonly kind: 'everyTwoWeeks'; readonly anchor: CivilDate }

/** One debit that the terms foresee. */
export type Occurrence = {
  readonly installment: number
  readonly due: CivilDate
  /** When it counts as paid. */
  readonly on: CivilDate
  /** Which of the debits that pay this installment, from 1. */
  readonly part: number
  readonly parts: number
}

/** Days on which installment `number` is taken, in order; at least one. */
export function debitDays(day: AutopayDay, contract: Installments, number: number): CivilDate[] {
  const due = dueOf(contract, number)
  switch (day.kind) {
    case 'dueDate':
      return [due]
    case 'daysBefore':
      return [addDays(due, -day.days)]
    case 'dayOfMonth':
      return [lastOnDay(day.day, due)]
    case 'twiceAMonth':
      return paydaysIn(contract, number, (after) => twiceAMonth(day.days, { after, through: due }))
    case 'everyTwoWeeks':
      return paydaysIn(contract, number, (after) =>
        fortnightly(day.anchor, { after, through: due }),
      )
  }
}

/** Every debit that the terms foresee on `from` or later, in order. */
export function* occurrencesFrom(
  terms: {
    readonly day: AutopayDay
    readonly begins: CivilDate
    readonly ends: CivilDate | null
  },
  contract: Installments,
  from: CivilDate,
): Generator<Occurrence> {
  const first = firstFrom(contract, from)
  if (first === null) return
  for (let installment = first; installment <= countOf(contract); installment += 1) {
    const due = dueOf(contract, installment)
    const days = debitDays(terms.day, contract, installment)
    for (const [index, on] of days.entries()) {
      if (terms.ends !== null && on > terms.ends) return
      if (on < from || on < terms.begins) continue
      yield { installment, due, on, part: index + 1, parts: days.length }
    }
  }
}

function paydaysIn(
  contract: Installments,
  number: number,
  between: (after: CivilDate) => CivilDate[],
): CivilDate[] {
  const after = number === 1 ? startOf(contract) : dueOf(contract, number - 1)
  const days = between(after)
  // Only a first installment can be nearer than two weeks.
  return days.length > 0 ? days : [dueOf(contract, number)]
}

type Span = { readonly after: CivilDate; readonly through: CivilDate }

function twiceAMonth(days: readonly [number, number], span: Span): CivilDate[] {
  const found = new Set<CivilDate>()
  for (const day of days)
    for (
      let on = lastOnDay(day, span.through);
      on > span.after;
      on = lastOnDay(day, addDays(on, -1))
    )
      found.add(on)
  return [...found].sort()
}

function fortnightly(anchor: CivilDate, span: Span): CivilDate[] {
  const offset = ((daysBetween(anchor, span.through) % 14) + 14) % 14
  const days: CivilDate[] = []
  for (let on = addDays(span.through, -offset); on > span.after; on = addDays(on, -14))
    days.push(on)
  return days.reverse()
}

/** The last day of a month with that number on or before `by`; the last one of a shorter month. */
function lastOnDay(day: number, by: CivilDate): CivilDate {
  assert(day >= 1 && day <= 31, `not a day of a month: ${day}`)
  const here = inMonthOf(by, day)
  return here <= by ? here : inMonthOf(addMonths(inMonthOf(by, 1), -1), day)
}

function inMonthOf(month: CivilDate, day: number): CivilDate {
  const { year, month: number } = partsOf(month)
  return fromParts({ year, month: number, day: Math.min(day, daysInMonth(year, number)) })
}

// What was paid on a loan in a calendar year, month by month, by the day on which money counts.
// Example: 12 payments of 513.12 in 2025: 6,157.44 paid, 1,266.83 of it interest, 4,890.61
// principal; 25,298.01 at the beginning, 20,407.40 at the end.
import { assert } from '../../assert.ts'
import { type CivilDate, date, later, partsOf } from '../../calendar.ts'
import { type Cents, minus, plus, sum, ZERO_CENTS } from '../../money.ts'
import type { AccountEvent } from '../event.ts'
import { type LoanLedger, stepOn } from '../ledger.ts'
import { type StatedRow, statedRows } from './statement-rows.ts'

/** `other` is what went to none of the three: money held, or what was charged off before. */
export type PaidParts = Readonly<
  Record<'paid' | 'interest' | 'principal' | 'charges' | 'other', Cents>
>

export type YearOfLoan = {
  readonly year: number
  /** The first day of the year that is counted: what came before came to others, or was nothing. */
  readonly since: CivilDate
  /** False: the loan came to us within the year, and others may have taken money before. */
  readonly isWhole: boolean
  /** Principal at the beginning of `since`. */
  readonly opening: Cents
  /** Principal changed by something else than money: a correction, a charge-off. */
  readonly otherChanges: Cents
  /** Principal at the end of the year. */
  readonly closing: Cents
  /** In their order; none without money. */
  readonly months: readonly (PaidParts & { readonly month: number })[]
  readonly total: PaidParts
}

/** Null where no money came in that year that counts. `ledger` is of all `events`. */
export function yearOfLoan(
  ledger: LoanLedger,
  events: readonly AccountEvent[],
  year: number,
): YearOfLoan | null {
  const [boarded] = ledger.steps
  assert(boarded, 'an account begins with its boarding')
  const begin = date(`${year}-01-01`)
  const end = date(`${year}-12-31`)
  const rows = statedRows(ledger, events, end).filter(({ on }) => partsOf(on).year === year)
  const paid = rows.filter(({ isPaid }) => isPaid)
  if (paid.length === 0) return null
  const total = added(paid.map(paidParts))
  const opening = stepOn(ledger, `${year - 1}-12-31`).after.principal
  const closing = stepOn(ledger, end).after.principal
  const months = Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) => {
    const own = paid.filter(({ on }) => partsOf(on).month === month)
    return own.length === 0 ? [] : [{ month, ...added(own.map(paidParts)) }]
  })
  const since = later(begin, boarded.event.effectiveDate)
  return {
    year,
    since,
    isWhole: since === begin || since <= ledger.contract.start,
    opening,
    otherChanges: plus(minus(closing, opening), total.principal),
    closing,
    months,
    total,
  }
}

/** Calendar years before that of `today` in which money came, newest first. */
export function finishedYears(ledger: LoanLedger, today: CivilDate): number[] {
  const years = new Set(
    ledger.steps.filter(({ split }) => split !== null).map(({ event }) => yearOf(event)),
  )
  return [...years].filter((year) => year < partsOf(today).year).sort((a, b) => b - a)
}

/** Where the money of one row went. */
export function paidParts(row: Pick<StatedRow, 'amount' | 'parts'>): PaidParts {
  const paid = row.amount ?? ZERO_CENTS
  const [interest = ZERO_CENTS, principal = ZERO_CENTS, charges = ZERO_CENTS] = row.parts ?? []
  return {
    paid,
    interest,
    principal,
    charges,
    other: minus(paid, plus(interest, principal, charges)),
  }
}

export function added(all: readonly PaidParts[]): PaidParts {
  const of = (part: keyof PaidParts) => sum(all.map((each) => each[part]))
  return {
    paid: of('paid'),
    interest: of('interest'),
    principal: of('principal'),
    charges: of('charges'),
    other: of('other'),
  }
}

function yearOf({ effectiveDate }: AccountEvent): number {
  return partsOf(effectiveDate).year
}

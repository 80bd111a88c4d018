// A loan from its first day with us to its last: what was paid, and what is to be paid, with a
// subtotal of each year. The principal at the beginning, less all of it, comes to what is left.
import { assert } from '../../assert.ts'
import { type CivilDate, partsOf } from '../../calendar.ts'
import { type Cents, minus, plus, sum, ZERO_CENTS } from '../../money.ts'
import type { Projection } from '../../rules/projection.ts'
import type { Split } from '../../rules/waterfall.ts'
import type { AccountEvent } from '../event.ts'
import { type LoanLedger, stepOn } from '../ledger.ts'
import type { Standing } from '../standing.ts'
import { statedRows } from './statement-rows.ts'
import { added, type PaidParts, paidParts } from './year-of-loan.ts'

/** `catchUp`: all that is past due and all charges, as if paid today. */
export type ScheduleRow = PaidParts & {
  readonly on: CivilDate
  readonly state: 'paid' | 'catchUp' | 'ahead'
  /** Of an installment to come; null of other money. */
  readonly number: number | null
  /** Principal after it. */
  readonly balance: Cents
}

export type ScheduleOfLoan = {
  readonly since: CivilDate
  readonly on: CivilDate
  readonly opening: Cents
  /** Principal changed until today by something else than money. */
  readonly otherChanges: Cents
  /** At the end of `on`. */
  readonly principal: Cents
  readonly years: readonly {
    readonly year: number
    readonly rows: readonly ScheduleRow[]
    readonly total: PaidParts
  }[]
  readonly paid: PaidParts
  readonly ahead: PaidParts
  readonly total: PaidParts
  /** The day on which nothing is owed any more; null where the term ends before that. */
  readonly ends: CivilDate | null
  /** Principal after the last row. */
  readonly left: Cents
}

/**
 * As it stands at the end of `on`, on which `standing` is worked out: each installment to come on its
 * due date and nothing more. Null for a loan that was charged off: it has no installments.
 */
export function scheduleOfLoan(
  events: readonly AccountEvent[],
  { ledger, position, projection }: Pick<Standing, 'ledger' | 'position' | 'projection'>,
  on: CivilDate,
): ScheduleOfLoan | null {
  const [boarded] = ledger.steps
  assert(boarded, 'an account begins with its boarding')
  if (position.chargedOff !== null) return null
  const past = pastRows(ledger, events, on)
  const ahead = aheadRows(projection, on)
  const rows = [...past, ...ahead]
  const opening = boarded.after.principal
  const paid = added(past)
  const now = stepOn(ledger, on).after.principal
  const total = added(rows)
  const otherChanges = plus(minus(now, opening), paid.principal)
  const left = ahead.at(-1)?.balance ?? now
  assert(left === minus(plus(opening, otherChanges), total.principal), 'a schedule adds up')
  const years = [...new Set(rows.map(({ on: day }) => partsOf(day).year))].map((year) => {
    const own = rows.filter((row) => partsOf(row.on).year === year)
    return { year, rows: own, total: added(own) }
  })
  return {
    since: boarded.event.effectiveDate,
    ...{ on, opening, otherChanges, principal: now, years, paid, total },
    ahead: added(ahead),
    ends: projection.lastDue,
    left,
  }
}

function pastRows(
  ledger: LoanLedger,
  events: readonly AccountEvent[],
  on: CivilDate,
): ScheduleRow[] {
  return statedRows(ledger, events, on)
    .filter((row) => row.isPaid && row.on <= on)
    .map((row) => ({
      ...paidParts(row),
      on: row.on,
      state: 'paid',
      number: null,
      balance: row.after ?? ZERO_CENTS,
    }))
}

function aheadRows({ caughtUp, rows }: Projection, on: CivilDate): ScheduleRow[] {
  const ahead = rows.map(({ due, number, payment, interest, principal, balance }) => ({
    ...{ paid: payment, interest, principal, charges: ZERO_CENTS },
    other: minus(payment, plus(interest, principal)),
    ...{ on: due, state: 'ahead' as const, number, balance },
  }))
  if (caughtUp === null) return ahead
  const { split, balance } = caughtUp
  return [{ ...partsOfSplit(split), on, state: 'catchUp', number: null, balance }, ...ahead]
}

function partsOfSplit(split: Split): PaidParts {
  const { interest, principal, lateCharges, fees, recovered, suspense } = split
  const charges = plus(lateCharges, fees)
  const other = plus(recovered, suspense)
  return { paid: sum([interest, principal, charges, other]), interest, principal, charges, other }
}

// What an agreement to put off payments would do to a loan: due dates that move, the end that moves
// with them, and what interest costs meanwhile. It is only said, nothing is done.
// Example: 14,415.38 at 5.49 %, installment due 2026-12-05 put off by one month: 31 days more of
// simple interest on that principal, 67.21.

import type { LoanLedger } from '../account/ledger.ts'
import { positionOn } from '../account/replay.ts'
import { type CivilDate, daysBetween } from '../calendar.ts'
import { dueDate } from '../contract/schedule.ts'
import { type Cents, minus, plus, type RatePpb, sum, ZERO_CENTS } from '../money.ts'
import { extended } from '../rules/extension.ts'
import { nextInstallment, pastDueInstallments } from '../rules/installments.ts'
import { interestDue, isPaidInFull, type LoanPosition } from '../rules/position.ts'
import { project } from '../rules/projection.ts'
import { EXTENSION_MONTHS_MOST } from './plan-act.ts'

export type Deferment = {
  readonly on: CivilDate
  readonly months: number
  /** The unpaid installments whose due dates lie before the new next one. */
  readonly moved: readonly {
    readonly number: number
    /** Still unpaid of it. */
    readonly amount: Cents
    readonly due: CivilDate
    readonly newDue: CivilDate
  }[]
  readonly nextDue: { readonly before: CivilDate; readonly after: CivilDate }
  /** Of the last installment. */
  readonly lastDue: { readonly before: CivilDate; readonly after: CivilDate }
  readonly principal: Cents
  readonly rate: RatePpb
  /** If nothing is paid, from the old next due date, or `on` where that has passed, to the new. */
  readonly meanwhile: {
    readonly from: CivilDate
    readonly days: number
    readonly interest: Cents
  }
  /** Interest of the rest of the loan, each payment on its due date and nothing more. */
  readonly interestLeft: { readonly before: Cents; readonly after: Cents; readonly more: Cents }
  /** Late charges and fees that are owed already: they stay. */
  readonly charges: Cents
}

/** `ledger` with late charges through `on` assessed. */
export function planDeferment(
  ledger: LoanLedger,
  at: { readonly on: CivilDate; readonly months: number },
): Deferment | 'chargedOff' | 'nothingOwed' | 'nothingToMove' {
  const { on, months } = at
  const before = positionOn(ledger, on)
  if (before.chargedOff !== null) return 'chargedOff'
  if (isPaidInFull(before, on)) return 'nothingOwed'
  const first = nextInstallment(before, on)
  if (!first || months < 1 || months > EXTENSION_MONTHS_MOST) return 'nothingToMove'
  const after = extended(before, months, on)
  const newDue = dueDate(after.contract, first.number)
  const moved = pastDueInstallments(before, newDue)
  if (moved.length === 0 || newDue <= on) return 'nothingToMove'
  const last = before.contract.payments
  return {
    ...{ on, months },
    moved: moved.map((each) => ({ ...each, newDue: dueDate(after.contract, each.number) })),
    nextDue: { before: first.due, after: newDue },
    lastDue: { before: dueDate(before.contract, last), after: dueDate(after.contract, last) },
    ...{ principal: before.principal, rate: before.rate },
    meanwhile: interestMeanwhile(after, { on, due: first.due, newDue }),
    interestLeft: interestLeft(before, after, on),
    charges: plus(before.lateCharges, before.fees),
  }
}

/** Each end rounded as it would be posted. */
function interestMeanwhile(
  position: LoanPosition,
  { on, due, newDue }: { on: CivilDate; due: CivilDate; newDue: CivilDate },
): Deferment['meanwhile'] {
  const from = due < on ? on : due
  const interest = minus(interestDue(position, newDue), interestDue(position, from))
  return { from, days: daysBetween(from, newDue), interest }
}

function interestLeft(
  before: LoanPosition,
  after: LoanPosition,
  on: CivilDate,
): Deferment['interestLeft'] {
  const [without, withIt] = [interestOf(before, on), interestOf(after, on)]
  return { before: without, after: withIt, more: minus(withIt, without) }
}

/** What is past due is paid on `on`, as the pages foresee it. */
function interestOf(position: LoanPosition, on: CivilDate): Cents {
  const { interest, caughtUp } = project(position, { on, extraEach: ZERO_CENTS })
  return sum([interest, caughtUp?.split.interest ?? ZERO_CENTS])
}

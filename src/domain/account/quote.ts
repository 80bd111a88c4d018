// A payoff quote on a ledger: what closes the account on a day, with charges that will have fallen
// due by then, day by day, and the same again as if money that the bank can still return had never
// come.
import { addDays, type CivilDate, daysBetween } from '../calendar.ts'
import type { Explanation } from '../explanation.ts'
import { type Cents, sum } from '../money.ts'
import { explainLateCharge } from '../rules/late-charge.ts'
import { explainPayoff, type Payoff, payoffOn } from '../rules/payoff.ts'
import { type ActivityDay, clearingOf } from './activity-row.ts'
import type { AccountEvent } from './event.ts'
import { lateChargesToAssess } from './late-charges.ts'
import { type LoanLedger, stepOn } from './ledger.ts'
import { positionOn, replayLoan } from './replay.ts'

/**
 * What closes the account on `on`, late charges that will be owed by then included. Exact to the
 * cent on a ledger whose late charges are settled through its last event: a charge assessed before
 * a payment that stands could split it anew.
 */
export function quoteOn(ledger: LoanLedger, on: CivilDate): Payoff {
  const toCome = sum(lateChargesToAssess(ledger, on).map((charge) => charge.amount))
  return payoffOn(positionOn(ledger, on), { on, lateChargesToCome: toCome })
}

export function explainQuote(ledger: LoanLedger, on: CivilDate): Explanation {
  const toCome = lateChargesToAssess(ledger, on).map(({ effectiveDate, installment }) =>
    explainLateCharge(stepOn(ledger, addDays(effectiveDate, -1)).after, installment),
  )
  return explainPayoff(positionOn(ledger, on), quoteOn(ledger, on), toCome)
}

export type ReturnableMoney = {
  readonly eventId: string
  readonly amount: Cents
  readonly effectiveDate: CivilDate
  readonly until: CivilDate
}

/** Payments that count and that the bank can still return for lack of funds on `today`. */
export function returnableMoney(ledger: LoanLedger, at: ActivityDay): ReturnableMoney[] {
  return ledger.steps.flatMap(({ event }) => {
    if (event.payload.kind !== 'payment') return []
    const clearing = clearingOf(event, at)
    if (clearing.state !== 'returnable') return []
    const { id, effectiveDate } = event
    return [{ eventId: id, amount: event.payload.amount, effectiveDate, until: clearing.until }]
  })
}

/** The ledger as if `returnable` had never been received; null when there is none. */
export function clearedOnly(
  events: readonly AccountEvent[],
  returnable: readonly ReturnableMoney[],
): LoanLedger | null {
  if (returnable.length === 0) return null
  const left = new Set(returnable.map((money) => money.eventId))
  return replayLoan(events.filter((event) => !left.has(event.id)))
}

export type QuoteDay = {
  readonly on: CivilDate
  readonly interestDays: number
  readonly interest: Cents
  readonly total: Cents
  readonly clearedOnly: Cents | null
}

/**
 * One line for each day from `from` through `through`. Without the money that the bank can still
 * return on that very day: what has cleared by then stays counted.
 */
export function quoteDays(
  account: {
    ledger: LoanLedger
    events: readonly AccountEvent[]
    returnable: readonly ReturnableMoney[]
  },
  span: { from: CivilDate; through: CivilDate },
): QuoteDay[] {
  const { ledger, events, returnable } = account
  const cleared = clearedOnlyBy(events, returnable)
  const days: QuoteDay[] = []
  for (let on = span.from; on <= span.through; on = addDays(on, 1)) {
    const payoff = quoteOn(ledger, on)
    days.push({
      on,
      interestDays: interestDays(ledger, on),
      interest: payoff.interest,
      total: payoff.total,
      clearedOnly: returnable.length === 0 ? null : quoteOn(cleared(on) ?? ledger, on).total,
    })
  }
  return days
}

/** The ledger without what is returnable on a day: made once for each of its days of clearing. */
function clearedOnlyBy(events: readonly AccountEvent[], returnable: readonly ReturnableMoney[]) {
  const made = new Map<string, LoanLedger | null>()
  return (on: CivilDate): LoanLedger | null => {
    const left = returnable.filter((money) => on < money.until)
    const key = left.map((money) => money.eventId).join()
    const known = made.get(key) ?? clearedOnly(events, left)
    made.set(key, known)
    return known
  }
}

/** Days of interest unpaid on `on`, since interest was last paid. */
export function interestDays(ledger: LoanLedger, on: CivilDate): number {
  const first = positionOn(ledger, on).spans[0]
  return first ? daysBetween(first.from, on) : 0
}

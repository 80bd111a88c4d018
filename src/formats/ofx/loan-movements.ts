// A loan's history as amounts that only grow by new ones: what was taken back stays, followed by
// its own opposite. Each is signed as its owner sees it: above zero lowers what is owed.
// Example: 377.42 paid on 2026-02-15 is +377.42 (84.93 interest, 292.49 principal); returned on the
// 18th it stays, and -377.42 with the same parts follows.
import type { AccountEvent } from '#src/domain/account/event.ts'
import type { LoanLedger, Step } from '#src/domain/account/ledger.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { type Cents, minus, plus, sum, ZERO_CENTS } from '#src/domain/money.ts'
import { interestDue, type LoanPosition } from '#src/domain/rules/position.ts'

type Parts = {
  readonly principal: Cents
  readonly interest: Cents
  /** Late charges and fees. */
  readonly charges: Cents
  /** Held and not yet used. */
  readonly held: Cents
}

export type LoanMovement = Parts & {
  /** Of the event, for good. */
  readonly id: string
  /** The event that it takes back; null where it takes back none. */
  readonly reverses: string | null
  readonly kind: AccountEvent['payload']['kind']
  readonly on: CivilDate
  readonly amount: Cents
}

/**
 * Oldest first. The principal of all of them together is what is owed of it now, below zero; of a
 * charged-off loan what is still owed counts as principal. A change of rate or of due dates moves
 * nothing and is left out.
 */
export function loanMovements(
  events: readonly AccountEvent[],
  ledger: LoanLedger = replayLoan(events),
): LoanMovement[] {
  const counted = new Map(ledger.steps.map((step) => [step.event.id, step]))
  const reversals = new Map(
    events.flatMap((event) =>
      event.payload.kind === 'reversal' ? [[event.payload.of, event] as const] : [],
    ),
  )
  const struck = new Map(
    [...reversals].map(([id, reversal]) => [id, stepBefore(events, { id, reversal })]),
  )
  const movements = events.flatMap((event): LoanMovement[] => {
    const { payload, effectiveDate: on, id } = event
    if (payload.kind === 'rate' || payload.kind === 'extension') return []
    if (payload.kind === 'reversal') {
      const step = struck.get(payload.of)
      assert(step, 'what is taken back was there')
      const { kind } = step.event.payload
      if (kind === 'rate' || kind === 'extension') return []
      return [{ id, reverses: payload.of, kind: 'reversal', on, ...opposite(moved(step)) }]
    }
    const step = counted.get(id) ?? struck.get(id)
    assert(step, 'an event counts or was taken back')
    return [{ id, reverses: null, kind: payload.kind, on, ...moved(step) }]
  })
  return movements.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** What is owed of a loan as its movements count it. */
export function principalOwed({ principal, chargedOff }: LoanPosition): Cents {
  return plus(principal, chargedOff ?? ZERO_CENTS)
}

/** As it stood until the moment in which it was taken back. */
function stepBefore(
  events: readonly AccountEvent[],
  of: { readonly id: string; readonly reversal: AccountEvent },
): Step {
  const known = events.filter(({ seq }) => seq < of.reversal.seq)
  const step = replayLoan(known).steps.find(({ event }) => event.id === of.id)
  assert(step, 'what is taken back counted until then')
  return step
}

function moved(step: Step): Parts & { readonly amount: Cents } {
  const { payload } = step.event
  const parts = payload.kind === 'boarded' ? opened(step.after) : partsOf(step)
  // A prior servicer's month is a fact, whether or not its parts come to its amount.
  const amount = payload.kind === 'reportedMonth' ? payload.paid : sum(Object.values(parts))
  return { ...parts, amount }
}

function opened(at: LoanPosition): Parts {
  return {
    principal: minus(ZERO_CENTS, principalOwed(at)),
    interest: minus(ZERO_CENTS, interestDue(at, at.accruedThrough)),
    charges: minus(ZERO_CENTS, plus(at.lateCharges, at.fees)),
    held: at.suspense,
  }
}

function partsOf(step: Step): Parts {
  const { before, after } = step
  const charges = minus(plus(before.lateCharges, before.fees), plus(after.lateCharges, after.fees))
  return {
    principal: minus(principalOwed(before), principalOwed(after)),
    interest: interestOf(step),
    charges,
    held: minus(after.suspense, before.suspense),
  }
}

function interestOf({ event, before, split }: Step): Cents {
  const { payload, effectiveDate } = event
  if (split) return split.interest
  if (payload.kind === 'adjustment' && payload.bucket === 'interest')
    return minus(ZERO_CENTS, payload.amount)
  if (payload.kind === 'remainder' || payload.kind === 'chargeOff')
    return interestDue(before, effectiveDate)
  return ZERO_CENTS
}

function opposite(of: Parts & { readonly amount: Cents }) {
  const { principal, interest, charges, held, amount } = of
  return {
    principal: minus(ZERO_CENTS, principal),
    interest: minus(ZERO_CENTS, interest),
    charges: minus(ZERO_CENTS, charges),
    held: minus(ZERO_CENTS, held),
    amount: minus(ZERO_CENTS, amount),
  }
}

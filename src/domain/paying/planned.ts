// Payments that are set and whose money has not come (decision 0005): what they already pay for, so
// that another payment for the same thing is asked about and never made in silence.
// Example: 513.12 set for December 3 covers the installment due December 5; the amount due, set for
// December 4, would pay it a second time.

import type { AccountLedger } from '../account/ledger.ts'
import type { CivilDate } from '../calendar.ts'
import { type Cents, larger, minus, sum, ZERO_CENTS } from '../money.ts'
import type { Repetition } from '../refusal.ts'
import type { PaymentTerms } from '../rules/apply.ts'
import type { Installment } from '../rules/installments.ts'
import type { AmountChoice } from './loan-effect.ts'
import { countedBy, dueFor, nextUnpaid } from './payable.ts'

/** A payment that is set, or one that is being considered. */
export type Planned = {
  readonly choice: AmountChoice['choice']
  readonly terms: PaymentTerms
  readonly effective: CivilDate
}

/**
 * The payment among `planned` that does what `payment` would do again, and how; null when none
 * does. Neither is refused for it: no money has moved yet, so the obligor decides.
 */
export function repeatedBy<P extends Planned>(
  ledger: AccountLedger,
  payment: Planned,
  planned: readonly P[],
): { readonly of: P; readonly how: Repetition } | null {
  const { amount } = payment.terms
  const same = planned.find(
    (set) => set.terms.amount === amount && set.effective === payment.effective,
  )
  if (same) return { of: same, how: 'sameDay' }
  const payoff = planned.find((set) => set.choice === 'payoff')
  if (payoff) return { of: payoff, how: 'afterPayoff' }
  // A payoff is all that is owed, as if none of them were set.
  const first = inOrder(planned)[0]
  if (payment.choice === 'payoff') return first ? { of: first, how: 'withPayoff' } : null
  if (!isForInstallments(ledger, payment)) return null
  const covering = coverOf(ledger, planned, payment.effective)
  return covering && { of: covering.by, how: 'installment' }
}

/**
 * The oldest installment that is not paid, and the payment among `planned` with which it will be;
 * null when they bring less than it still needs.
 */
export function coverOf<P extends Planned>(
  ledger: AccountLedger,
  planned: readonly P[],
  on: CivilDate,
): { readonly by: P; readonly installment: Installment } | null {
  const installment = nextUnpaid(ledger, on)
  if (!installment) return null
  let missing = installment.amount
  for (const by of inOrder(planned)) {
    missing = minus(missing, countedBy(ledger, by.terms, by.effective))
    if (missing <= 0) return { by, installment }
  }
  return null
}

/**
 * What will be late on `on` after the payments among `planned` that count by then: what comes before
 * money for principal alone.
 */
export function lateDespite(
  ledger: AccountLedger,
  planned: readonly Planned[],
  on: CivilDate,
): Cents {
  const coming = planned.filter(({ effective }) => effective <= on)
  const late = dueFor(ledger, on).pastDue
  return larger(
    ZERO_CENTS,
    minus(late, sum(coming.map((each) => countedBy(ledger, each.terms, each.effective)))),
  )
}

/** The amount due, with or without more; or exactly what is late, typed or chosen. */
function isForInstallments(ledger: AccountLedger, { choice, terms, effective }: Planned): boolean {
  if (choice === 'principal') return false
  if (choice !== 'other') return true
  const due = dueFor(ledger, effective)
  return terms.amount === due.pastDue || terms.amount === due.total
}

function inOrder<P extends Planned>(planned: readonly P[]): P[] {
  return [...planned].sort((a, b) => (a.effective < b.effective ? -1 : 1))
}

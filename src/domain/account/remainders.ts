// A remainder too small to ask for is forgiven with the payment that leaves it, and owed again when
// that payment turns out not to have counted.
import type { CivilDate } from '../calendar.ts'
import type { Cents } from '../money.ts'
import { isSmallRemainder, leftToPay } from '../rules/loss.ts'
import type { AccountEvent } from './event.ts'
import { type LoanLedger, stepOn } from './ledger.ts'

/**
 * What a payment left at the end of its day, when the contract lets go of that much; null where
 * there is none, or it is forgiven already. What happens on later days owes anew.
 */
export function remainderToForgive(
  ledger: LoanLedger,
): { effectiveDate: CivilDate; amount: Cents } | null {
  if (ledger.contract.smallRemainder === 0) return null
  for (const step of ledger.steps) {
    const { payload, effectiveDate } = step.event
    if (payload.kind !== 'payment' && payload.kind !== 'proceeds') continue
    if (stepOn(ledger, effectiveDate) !== step) continue
    if (!isSmallRemainder(step.after, effectiveDate)) continue
    return { effectiveDate, amount: leftToPay(step.after, effectiveDate) }
  }
  return null
}

/** Remainders that were forgiven and are not what is left any more. */
export function remaindersToReverse(ledger: LoanLedger): AccountEvent[] {
  return ledger.steps
    .filter(({ event: { payload, effectiveDate }, before }) => {
      if (payload.kind !== 'remainder') return false
      return (
        !isSmallRemainder(before, effectiveDate) ||
        leftToPay(before, effectiveDate) !== payload.amount
      )
    })
    .map((step) => step.event)
}

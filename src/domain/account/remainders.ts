// A remainder too small to ask for is forgiven with the payment that leaves it, and owed again when
// that payment turns out not to have counted.
import type { CivilDate } from '../calendar.ts'
import type { Cents } from '../money.ts'
import { isSmallRemainder, leftToPay } from '../rules/loss.ts'
import type { AccountEvent } from './event.ts'
import type { LoanLedger } from './ledger.ts'

/** What the last payment left, when the contract lets go of that much; null otherwise. */
export function remainderToForgive(
  ledger: LoanLedger,
): { effectiveDate: CivilDate; amount: Cents } | null {
  const last = ledger.steps.at(-1)
  if (!last || (last.event.payload.kind !== 'payment' && last.event.payload.kind !== 'proceeds'))
    return null
  const { effectiveDate } = last.event
  if (!isSmallRemainder(last.after, effectiveDate)) return null
  return { effectiveDate, amount: leftToPay(last.after, effectiveDate) }
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

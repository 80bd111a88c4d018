// The next day on whose close an account has something to settle, if nothing is recorded until
// then.
// Example: installment 28 due 2026-12-05 and unpaid, 10 days of grace: the close of 2026-12-15
// finds the charge of 2026-12-16.
import { addDays, type CivilDate } from '../calendar.ts'
import { nextLateCharge } from './late-charges.ts'
import { nextLeaseCharge } from './lease-late-charges.ts'
import type { AccountLedger } from './ledger.ts'

/**
 * Exact: the close of every earlier day would settle nothing, that of this day does. Null when
 * nothing can come by itself.
 */
export function nextReview(ledger: AccountLedger): CivilDate | null {
  const chargedOn = ledger.product === 'loan' ? nextLateCharge(ledger) : nextLeaseCharge(ledger)
  return chargedOn === null ? null : addDays(chargedOn, -1)
}

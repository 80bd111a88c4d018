// What a replay makes of an account's events: of a loan or of a lease, by one pattern.
import { assert } from '../assert.ts'
import type { LeaseContract } from '../contract/lease.ts'
import type { LoanContract } from '../contract/loan.ts'
import type { Posting } from '../ledger/posting.ts'
import type { LeaseAllocation } from '../rules/lease-apply.ts'
import type { LeasePosition } from '../rules/lease-position.ts'
import type { LoanPosition } from '../rules/position.ts'
import type { Split } from '../rules/waterfall.ts'
import type { AccountEvent } from './event.ts'

/** One event with where the account stood before and after it; `split` only where money came. */
export type StepOf<P, S> = {
  readonly event: AccountEvent
  readonly before: P
  readonly after: P
  readonly split: S | null
}

export type LedgerOf<C, P, S> = {
  readonly contract: C
  readonly position: P
  readonly steps: readonly StepOf<P, S>[]
  readonly postings: readonly Posting[]
}

export type Step = StepOf<LoanPosition, Split>
export type LeaseStep = StepOf<LeasePosition, LeaseAllocation>

export type LoanLedger = LedgerOf<LoanContract, LoanPosition, Split> & { readonly product: 'loan' }
export type LeaseLedger = LedgerOf<LeaseContract, LeasePosition, LeaseAllocation> & {
  readonly product: 'lease'
}
export type AccountLedger = LoanLedger | LeaseLedger

/** The ledger of an account that is known to be a loan. */
export function loanLedger(ledger: AccountLedger): LoanLedger {
  assert(ledger.product === 'loan', 'the account is a loan')
  return ledger
}

/** The ledger of an account that is known to be a lease. */
export function leaseLedger(ledger: AccountLedger): LeaseLedger {
  assert(ledger.product === 'lease', 'the account is a lease')
  return ledger
}

/** The last step effective by the end of `on`; the boarding where there is none. */
export function stepOn<P, S>(
  ledger: { readonly steps: readonly StepOf<P, S>[] },
  on: string,
): StepOf<P, S> {
  const found = ledger.steps.findLast((step) => step.event.effectiveDate <= on) ?? ledger.steps[0]
  assert(found, 'a ledger has its boarding step')
  return found
}

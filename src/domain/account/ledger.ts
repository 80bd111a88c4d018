// What a replay makes of an account's events: of a loan or of a lease, by one pattern.
import { assert } from '../assert.ts'
import type { LeaseContract } from '../contract/lease.ts'
import type { LoanContract } from '../contract/loan.ts'
import { type Posting, posting } from '../ledger/posting.ts'
import { cents } from '../money.ts'
import type { Move } from '../rules/apply.ts'
import type { LeaseAllocation } from '../rules/lease-apply.ts'
import type { LeasePosition } from '../rules/lease-position.ts'
import type { LoanPosition } from '../rules/position.ts'
import type { Split } from '../rules/waterfall.ts'
import type { AccountEvent } from './event.ts'

/**
 * One event with where the account stood before and after it, and what it moved; `split` only where
 * money came.
 */
export type StepOf<P, S> = {
  readonly event: AccountEvent
  readonly before: P
  readonly after: P
  readonly split: S | null
  readonly moves: readonly Move[]
}

export type LedgerOf<C, P, S> = {
  readonly contract: C
  readonly position: P
  readonly steps: readonly StepOf<P, S>[]
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

/** What the ledger's events post, in its order. */
export function postingsOf(ledger: Pick<AccountLedger, 'steps'>): Posting[] {
  const steps: readonly Moving[] = ledger.steps
  return steps.flatMap(postingsOfStep)
}

type Moving = Pick<StepOf<unknown, unknown>, 'event' | 'moves'>

function postingsOfStep({ event, moves }: Moving): Posting[] {
  return moves
    .filter((move) => move.amount !== 0)
    .map((move) =>
      posting({
        eventId: event.id,
        effectiveDate: event.effectiveDate,
        debit: move.amount > 0 ? move.debit : move.credit,
        credit: move.amount > 0 ? move.credit : move.debit,
        amount: cents(Math.abs(move.amount)),
      }),
    )
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

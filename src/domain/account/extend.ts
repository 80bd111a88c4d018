// Adding facts to an account, with everything that follows: late charges that now hold or no longer
// hold, a small remainder, and the postings of each. Pure: ids and the moment of recording are
// given.
import { assert } from '../assert.ts'
import type { CivilDate } from '../calendar.ts'
import type { NewId } from '../clock.ts'
import type { AccountEvent, EventPayload } from './event.ts'
import { type LateChargeDue, lateChargesToAssess, lateChargesToReverse } from './late-charges.ts'
import { leaseChargesToAssess, leaseChargesToReverse } from './lease-late-charges.ts'
import type { AccountLedger, LoanLedger } from './ledger.ts'
import { type RecordedPosting, record } from './record.ts'
import { remaindersToReverse, remainderToForgive } from './remainders.ts'
import { replay } from './replay.ts'
import { waiversToReverse } from './waivers.ts'

export type Fact = { readonly effectiveDate: CivilDate; readonly payload: EventPayload }

export type Recorded = {
  readonly event: AccountEvent
  readonly postings: readonly RecordedPosting[]
}

export type Extension<L extends AccountLedger = AccountLedger> = {
  readonly recorded: readonly Recorded[]
  readonly events: readonly AccountEvent[]
  readonly ledger: L
}

/**
 * Records `facts` in order, then settles what follows from them: assesses late charges with an
 * effective date up to `through`, forgives a small remainder, reverses what no longer holds.
 * Recording nothing still settles.
 */
export function extend<L extends AccountLedger = AccountLedger>(
  events: readonly AccountEvent[],
  facts: readonly Fact[],
  at: {
    through: CivilDate
    postedAt: string
    newId: NewId
    /** The replay of `events`, where the caller has it. */
    ledger?: L
  },
): Extension<L> {
  const all = [...events]
  const recorded: Recorded[] = []
  let ledger: AccountLedger | null = at.ledger ?? (all.length === 0 ? null : replay(all))
  const add = ({ effectiveDate, payload }: Fact): AccountLedger => {
    const { newId, postedAt } = at
    const event = { id: newId(), seq: all.length + 1, effectiveDate, postedAt, payload }
    const next = record(all, event, ledger)
    all.push(event)
    recorded.push({ event, postings: next.postings })
    return next.ledger
  }
  for (const fact of facts) ledger = add(fact)
  assert(ledger, 'an account begins with its boarding')
  for (let next = whatFollows(ledger, at.through); next.length > 0; ) {
    for (const fact of next) ledger = add(fact)
    next = whatFollows(ledger, at.through)
  }
  // No event makes a loan of a lease.
  return { recorded, events: all, ledger: ledger as L }
}

/** What the facts up to `through` entail and nobody has recorded yet; empty once all is settled. */
export function whatFollows(ledger: AccountLedger, through: CivilDate): Fact[] {
  if (ledger.product === 'loan') return whatFollowsOfLoan(ledger, through)
  const wrong = [...leaseChargesToReverse(ledger), ...waiversToReverse(ledger)]
  return chargeFacts(wrong, leaseChargesToAssess(ledger, through))
}

function whatFollowsOfLoan(ledger: LoanLedger, through: CivilDate): Fact[] {
  const wrong = [
    ...lateChargesToReverse(ledger),
    ...remaindersToReverse(ledger),
    ...waiversToReverse(ledger),
  ]
  const charges = chargeFacts(wrong, lateChargesToAssess(ledger, through))
  if (charges.length > 0) return charges
  const left = remainderToForgive(ledger)
  if (!left) return []
  const { effectiveDate, amount } = left
  return [{ effectiveDate, payload: { kind: 'remainder', amount } }]
}

function chargeFacts(wrong: readonly AccountEvent[], due: readonly LateChargeDue[]): Fact[] {
  return [
    ...wrong.map(
      (event): Fact => ({
        effectiveDate: event.effectiveDate,
        payload: { kind: 'reversal', of: event.id, reason: 'correction', code: null },
      }),
    ),
    ...due.map(
      ({ installment, effectiveDate, amount, citation }): Fact => ({
        effectiveDate,
        payload: { kind: 'lateCharge', amount, installment, citation },
      }),
    ),
  ]
}

// Adding facts to an account, with everything that follows from them: late charges that now hold or
// no longer hold, and the postings of each. Pure: ids and the moment of recording are given.
import { assert } from '../assert.ts'
import type { CivilDate } from '../calendar.ts'
import type { NewId } from '../clock.ts'
import type { AccountEvent, EventPayload } from './event.ts'
import { lateChargesToAssess, lateChargesToReverse } from './late-charges.ts'
import { type RecordedPosting, record } from './record.ts'
import { type AccountLedger, replay } from './replay.ts'

export type Fact = { readonly effectiveDate: CivilDate; readonly payload: EventPayload }

export type Recorded = {
  readonly event: AccountEvent
  readonly postings: readonly RecordedPosting[]
}

export type Extension = {
  readonly recorded: readonly Recorded[]
  readonly events: readonly AccountEvent[]
  readonly ledger: AccountLedger
}

/**
 * Records `facts` in order, then settles late charges: assesses those with an effective date up to
 * `through`, reverses those that no longer hold. Recording nothing still settles.
 */
export function extend(
  events: readonly AccountEvent[],
  facts: readonly Fact[],
  at: {
    through: CivilDate
    postedAt: string
    newId: NewId
    /** The replay of `events`, where the caller has it. */
    ledger?: AccountLedger
  },
): Extension {
  const all = [...events]
  const recorded: Recorded[] = []
  let ledger = at.ledger ?? (all.length === 0 ? null : replay(all))
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
  for (let due = chargesThatFollow(ledger, at.through); due.length > 0; ) {
    for (const fact of due) ledger = add(fact)
    due = chargesThatFollow(ledger, at.through)
  }
  return { recorded, events: all, ledger }
}

function chargesThatFollow(ledger: AccountLedger, through: CivilDate): Fact[] {
  const wrong = lateChargesToReverse(ledger).map(
    (event): Fact => ({
      effectiveDate: event.effectiveDate,
      payload: { kind: 'reversal', of: event.id, reason: 'correction', code: null },
    }),
  )
  const due = lateChargesToAssess(ledger, through).map(
    ({ installment, effectiveDate, amount, citation }): Fact => ({
      effectiveDate,
      payload: { kind: 'lateCharge', amount, installment, citation },
    }),
  )
  return [...wrong, ...due]
}

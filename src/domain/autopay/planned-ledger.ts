// The ledger as it will be when payments that are set have come: worked out by the law that will
// post them, and written nowhere.

import type { AccountLedger } from '../account/ledger.ts'
import { advance } from '../account/replay.ts'
import { assert } from '../assert.ts'
import { type CivilDate, later } from '../calendar.ts'
import type { PaymentTerms } from '../rules/apply.ts'

/** A payment that is set or on its way and not yet counted. */
export type PlannedPayment = {
  readonly terms: PaymentTerms
  readonly effective: CivilDate
}

/** With those of `planned` that count by `through`. What should have come before comes now. */
export function withPlanned<L extends AccountLedger>(
  ledger: L,
  planned: readonly PlannedPayment[],
  through: CivilDate,
): L {
  return [...planned]
    .filter(({ effective }) => effective <= through)
    .sort((a, b) => (a.effective < b.effective ? -1 : 1))
    .reduce<L>(withPayment, ledger)
}

function withPayment<L extends AccountLedger>(ledger: L, { terms, effective }: PlannedPayment): L {
  const last = ledger.steps.at(-1)?.event
  assert(last, 'a ledger has its boarding step')
  // Behind every event there is, whatever the order in which they were recorded.
  const seq = ledger.steps.length + 1_000_000
  const event = {
    id: `planned ${seq}`,
    seq,
    effectiveDate: later(effective, last.effectiveDate),
    postedAt: last.postedAt,
    payload: { kind: 'payment', ...terms, paymentId: null, channel: 'ach' },
  } as const
  const next = advance(ledger, event)
  assert(next, 'a payment on or after the last event is one step more')
  // No payment makes a loan of a lease.
  return next as L
}

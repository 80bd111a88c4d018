// How much of the money held on an account may leave it: no more than would be held if every
// payment that a bank can still return had never come.
// Example: 40.00 held from a payment that cleared, 60.00 from one of yesterday: 40.00 may leave.

import { type ActivityDay, clearingOf } from '../account/activity-row.ts'
import type { AccountEvent } from '../account/event.ts'
import type { AccountLedger } from '../account/ledger.ts'
import { replay } from '../account/replay.ts'
import { type Cents, larger, smaller, ZERO_CENTS } from '../money.ts'

export type HeldMoney = { readonly held: Cents; readonly refundable: Cents }

export function heldMoney(
  account: { readonly ledger: AccountLedger; readonly events: readonly AccountEvent[] },
  at: ActivityDay,
): HeldMoney {
  const { ledger, events } = account
  const held = ledger.position.suspense
  const steps: readonly { readonly event: AccountEvent }[] = ledger.steps
  const open = new Set(
    steps
      .filter(({ event }) => event.payload.kind === 'payment' && event.payload.channel !== 'held')
      .filter(({ event }) => clearingOf(event, at).state === 'returnable')
      .map(({ event }) => event.id),
  )
  if (open.size === 0 || held <= 0) return { held, refundable: larger(held, ZERO_CENTS) }
  const cleared = replay(events.filter(({ id }) => !open.has(id))).position.suspense
  return { held, refundable: larger(ZERO_CENTS, smaller(held, cleared)) }
}

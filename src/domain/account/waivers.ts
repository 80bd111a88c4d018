// A forgiven late charge stays forgiven as long as the charge itself holds: when the facts strike
// the charge, forgiving it would give the same money twice.
import type { CivilDate } from '../calendar.ts'
import { type Cents, cents, smaller, sum } from '../money.ts'
import type { AccountEvent } from './event.ts'
import type { AccountLedger } from './ledger.ts'

/** Adjustments that forgive a late charge that does not count any more. */
export function waiversToReverse({ steps }: Pick<AccountLedger, 'steps'>): AccountEvent[] {
  const events: readonly { readonly event: AccountEvent }[] = steps
  const forgiving = events.filter(({ event }) => forgiven(event) !== null)
  if (forgiving.length === 0) return []
  const standing = new Set(events.map(({ event }) => event.id))
  return forgiving
    .filter(({ event }) => !standing.has(forgiven(event) ?? ''))
    .map(({ event }) => event)
}

export type OpenCharge = {
  readonly eventId: string
  readonly effectiveDate: CivilDate
  /** What of it is neither forgiven nor paid. */
  readonly open: Cents
}

/** Late charges of which something could be forgiven, the oldest first. */
export function openCharges({ steps, position }: AccountLedger): OpenCharge[] {
  const events = steps.map(({ event }: { readonly event: AccountEvent }) => event)
  return events.flatMap((event) => {
    const { id: eventId, effectiveDate, payload } = event
    if (payload.kind !== 'lateCharge') return []
    const lowered = events.flatMap((other) =>
      other.payload.kind === 'adjustment' && forgiven(other) === eventId
        ? [other.payload.amount]
        : [],
    )
    const left = cents(payload.amount + sum(lowered))
    const open = smaller(left, position.lateCharges)
    return open > 0 ? [{ eventId, effectiveDate, open }] : []
  })
}

/** The late charge that an adjustment forgives; null for every other event. */
export function forgiven({ payload }: AccountEvent): string | null {
  return payload.kind === 'adjustment' ? (payload.charge ?? null) : null
}

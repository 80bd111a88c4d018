// An account on a day twice: as it was known at an instant, and as it is known now, with what was
// recorded in between (PRODUCT C8).
// Example: a payment of Nov 5, recorded on Nov 20. Known on Nov 10, Nov 8 has a late charge and one
// more installment open; known now, it has neither.
import type { CivilDate } from '../../calendar.ts'
import type { Cents } from '../../money.ts'
import { leaseAmountDue } from '../../rules/lease-position.ts'
import type { AccountEvent } from '../event.ts'
import { leaseStandingOn } from '../lease-standing.ts'
import type { AccountLedger } from '../ledger.ts'
import { replay } from '../replay.ts'
import { standingOn } from '../standing.ts'

/** A day of the account, and the instant (UTC, ISO) up to which records count. */
export type KnownDay = { readonly on: CivilDate; readonly knownAt: string }

export type KnownFigures = {
  /** Of a loan its principal, of a lease its balance as scheduled. */
  readonly balance: Cents
  /** null: a lease has none. */
  readonly interest: Cents | null
  readonly lateCharges: Cents
  readonly fees: Cents
  /** Received and not applied. */
  readonly unapplied: Cents
  /** What is still owed after a charge-off; null: not charged off. */
  readonly chargedOff: Cents | null
  readonly pastDue: Cents
  readonly daysPastDue: number
  /** What would have closed it that day; null: a lease. */
  readonly payoff: Cents | null
}

/** Recorded after the instant. `of`: what a reversal strikes out. */
export type LaterEvent = { readonly event: AccountEvent; readonly of: AccountEvent | null }

export type AsKnown = KnownDay & {
  readonly product: AccountLedger['product']
  /** null: by then, or on that day, the account was not on the books. */
  readonly earlier: KnownFigures | null
  readonly now: KnownFigures | null
  /** In the order of recording; those that count only after the day are left out. */
  readonly later: readonly LaterEvent[]
}

/** `events` is the whole history. Nothing is settled that nobody had recorded. */
export function asKnown(events: readonly AccountEvent[], day: KnownDay): AsKnown {
  const { on, knownAt } = day
  const byId = new Map(events.map((event) => [event.id, event]))
  const later = events.filter((event) => event.postedAt > knownAt && event.effectiveDate <= on)
  const { product } = replay(events)
  return {
    ...day,
    product,
    earlier: figuresKnown(
      events.filter((event) => event.postedAt <= knownAt),
      on,
    ),
    now: figuresKnown(events, on),
    later: later.map((event) => ({ event, of: reversedBy(event, byId) })),
  }
}

function reversedBy({ payload }: AccountEvent, byId: ReadonlyMap<string, AccountEvent>) {
  return payload.kind === 'reversal' ? (byId.get(payload.of) ?? null) : null
}

function figuresKnown(events: readonly AccountEvent[], on: CivilDate): KnownFigures | null {
  const [boarded] = events
  if (!boarded || boarded.effectiveDate > on) return null
  return figuresOn(replay(events, { through: on }), on)
}

/** How the account stands at the end of a day, in the figures that staff ask for. */
export function figuresOn(ledger: AccountLedger, on: CivilDate): KnownFigures {
  if (ledger.product === 'lease') {
    const { position, balance, daysPastDue } = leaseStandingOn(ledger, on)
    const { lateCharges, fees, suspense: unapplied } = position
    const { pastDue } = leaseAmountDue(position, on)
    const common = { balance, lateCharges, fees, unapplied, pastDue, daysPastDue }
    return { ...common, interest: null, chargedOff: null, payoff: null }
  }
  const { position, due, daysPastDue, interestDue: interest, payoffToday } = standingOn(ledger, on)
  const { principal: balance, lateCharges, fees, suspense: unapplied, chargedOff } = position
  const { pastDue } = due
  return {
    ...{ balance, interest, lateCharges, fees, unapplied, chargedOff, pastDue, daysPastDue },
    payoff: payoffToday.total,
  }
}

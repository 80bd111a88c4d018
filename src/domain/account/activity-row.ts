// What a row of an account's history says of any account, and the order of the rows. Reversed
// events stay visible and say that they did not count.
import type { CivilDate } from '../calendar.ts'
import type { Explanation } from '../explanation.ts'
import { type Cents, cents, minus } from '../money.ts'
import { bankDates, type PaymentCalendar } from '../rules/payment-dates.ts'
import type { AccountEvent, EventPayload, ReleasedTo } from './event.ts'
import type { StepOf } from './ledger.ts'

/**
 * Whether money that counted can still be returned. `until` is the lender's waiting time;
 * `unauthorizedUntil` the bank's 60 days.
 */
export type Clearing =
  | {
      readonly state: 'returnable'
      readonly until: CivilDate
      readonly unauthorizedUntil: CivilDate
    }
  | { readonly state: 'cleared'; readonly on: CivilDate; readonly unauthorizedUntil: CivilDate }
  | { readonly state: 'returned'; readonly code: string | null }

export type ActivityFact = {
  readonly eventId: string
  readonly effectiveDate: CivilDate
  readonly postedAt: string
  readonly kind:
    | Exclude<EventPayload['kind'], 'reversal' | 'leaseBoarded'>
    | 'returned'
    /** The lender's bank refused the file that it stood in. */
    | 'unsent'
    | 'reversed'
  readonly amount: Cents | null
  /** The payment that an obligor made and that it is; null where nobody made one here. */
  readonly paymentId: string | null
  /** Where money went that was held. */
  readonly released: ReleasedTo | null
  readonly clearing: Clearing | null
  readonly explanation: Explanation | null
}

/** The bank's own days of a payment that was made here. */
export type BankDays = { readonly cleared: CivilDate; readonly returnableUntil: CivilDate }

/** The day on which activity is looked at, and when banks return money. */
export type ActivityDay = {
  readonly today: CivilDate
  readonly calendar: PaymentCalendar
  /** By the payment's id. Money that came another way clears by the calendar. */
  readonly banks?: ReadonlyMap<string, BankDays>
}

/** Newest first; on the same day the one recorded last comes first. */
export function activityRows<P, S, R>(
  account: {
    readonly ledger: { readonly steps: readonly StepOf<P, S>[] }
    readonly events: readonly AccountEvent[]
  },
  rowOf: {
    readonly counted: (event: AccountEvent, step: StepOf<P, S> | null) => R
    readonly struck: (event: AccountEvent, reversal: AccountEvent) => R
  },
): R[] {
  const steps = new Map(account.ledger.steps.map((step) => [step.event.id, step]))
  const reversals = new Map<string, AccountEvent>()
  for (const event of account.events)
    if (event.payload.kind === 'reversal') reversals.set(event.payload.of, event)
  return account.events
    .filter((event) => event.payload.kind !== 'reversal')
    .sort((a, b) =>
      a.effectiveDate === b.effectiveDate
        ? b.seq - a.seq
        : a.effectiveDate < b.effectiveDate
          ? 1
          : -1,
    )
    .map((event) => {
      const reversal = reversals.get(event.id)
      return reversal
        ? rowOf.struck(event, reversal)
        : rowOf.counted(event, steps.get(event.id) ?? null)
    })
}

/** What an event says without its account. */
export function bareFact(event: AccountEvent): ActivityFact {
  const { payload } = event
  return {
    eventId: event.id,
    effectiveDate: event.effectiveDate,
    postedAt: event.postedAt,
    kind: kindOf(payload),
    amount: amountOf(payload),
    paymentId: payload.kind === 'payment' ? payload.paymentId : null,
    released: payload.kind === 'release' ? payload.to : null,
    clearing: null,
    explanation: null,
  }
}

/** An event that does not count any more, and why. */
export function struckFact(event: AccountEvent, reversal: AccountEvent): ActivityFact {
  const by = reversal.payload.kind === 'reversal' ? reversal.payload : null
  return {
    ...bareFact(event),
    kind: by ? STRUCK[by.reason] : 'reversed',
    clearing: { state: 'returned', code: by?.code ?? null },
  }
}

const STRUCK = { return: 'returned', fileRefused: 'unsent', correction: 'reversed' } as const

/** Whether the money of a payment that counts can still be returned on `today`. */
export function clearingOf(event: AccountEvent, at: ActivityDay): Clearing {
  const { effectiveDate: on } = event
  const paymentId = bareFact(event).paymentId ?? ''
  const dates = at.banks?.get(paymentId) ?? bankDates(on, { today: on, calendar: at.calendar })
  const unauthorizedUntil = dates.returnableUntil
  return at.today < dates.cleared
    ? { state: 'returnable', until: dates.cleared, unauthorizedUntil }
    : { state: 'cleared', on: dates.cleared, unauthorizedUntil }
}

function kindOf({ kind }: EventPayload): ActivityFact['kind'] {
  if (kind === 'reversal') return 'reversed'
  return kind === 'leaseBoarded' ? 'boarded' : kind
}

function amountOf(payload: EventPayload): Cents | null {
  switch (payload.kind) {
    case 'payment':
    case 'fee':
    case 'lateCharge':
    case 'adjustment':
    case 'remainder':
      return payload.amount
    case 'release':
      return cents(-payload.amount)
    case 'proceeds':
      return minus(payload.amount, payload.expenses)
    case 'reportedMonth':
      return payload.paid
    case 'boarded':
      return cents(payload.opening.principal)
    default:
      return null
  }
}

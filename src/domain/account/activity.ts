// The account's history as a person reads it: each fact with its split, what it left owing, and
// whether the bank can still take the money back. Reversed events stay visible and say that they
// did not count.
import type { CivilDate } from '../calendar.ts'
import type { Explanation } from '../explanation.ts'
import { type Cents, cents, minus } from '../money.ts'
import { explainLateCharge } from '../rules/late-charge.ts'
import { bankDates, type PaymentCalendar } from '../rules/payment-dates.ts'
import { accrueTo, explainInterestDue } from '../rules/position.ts'
import { explainSplit, type Split } from '../rules/waterfall.ts'
import type { AccountEvent, EventPayload, ExtraChoice } from './event.ts'
import type { LoanLedger, Step } from './ledger.ts'

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

export type ActivityRow = {
  readonly eventId: string
  readonly effectiveDate: CivilDate
  readonly postedAt: string
  readonly kind:
    | Exclude<EventPayload['kind'], 'reversal' | 'leaseBoarded'>
    | 'returned'
    | 'reversed'
  readonly amount: Cents | null
  readonly split: Split | null
  readonly principalAfter: Cents | null
  /** What the extra part did, where the obligor paid extra. */
  readonly extra: ExtraChoice | null
  readonly clearing: Clearing | null
  readonly explanation: Explanation | null
}

/** Newest first; on the same day the one recorded last comes first. */
export function activityOf(
  account: { ledger: LoanLedger; events: readonly AccountEvent[] },
  at: { today: CivilDate; calendar: PaymentCalendar },
): ActivityRow[] {
  const steps = new Map(account.ledger.steps.map((step) => [step.event.id, step]))
  const reversals = new Map<string, AccountEvent>()
  for (const event of account.events)
    if (event.payload.kind === 'reversal') reversals.set(event.payload.of, event)
  return [...account.events]
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
      const step = steps.get(event.id)
      return reversal ? reversedRow(event, reversal) : countedRow(event, step ?? null, at)
    })
}

/**
 * Whether the money of a payment that counted on `effectiveDate` can still be returned on `today`.
 */
export function clearingOf(
  effectiveDate: CivilDate,
  at: { today: CivilDate; calendar: PaymentCalendar },
): Clearing {
  const dates = bankDates(effectiveDate, { today: effectiveDate, calendar: at.calendar })
  const unauthorizedUntil = dates.returnableUntil
  return at.today < dates.cleared
    ? { state: 'returnable', until: dates.cleared, unauthorizedUntil }
    : { state: 'cleared', on: dates.cleared, unauthorizedUntil }
}

/** The working of one step: how its money was split, or what a charge was made of. */
export function explainStep(step: Step): Explanation | null {
  const { payload, effectiveDate } = step.event
  if (payload.kind === 'lateCharge')
    return explainLateCharge(step.before.contract, payload.installment)
  if ((payload.kind !== 'payment' && payload.kind !== 'proceeds') || !step.split) return null
  const before = accrueTo(step.before, effectiveDate)
  return explainSplit(step.split, {
    amount: amountOf(payload) ?? payload.amount,
    order: before.contract.waterfall,
    interest: explainInterestDue(before, effectiveDate),
    ruleVersion: before.contract.ruleVersion,
  })
}

function reversedRow(event: AccountEvent, reversal: AccountEvent): ActivityRow {
  const by = reversal.payload.kind === 'reversal' ? reversal.payload : null
  const wasReturned = by?.reason === 'return'
  return {
    ...bare(event),
    kind: wasReturned ? 'returned' : 'reversed',
    clearing: { state: 'returned', code: by?.code ?? null },
  }
}

function countedRow(
  event: AccountEvent,
  step: Step | null,
  at: { today: CivilDate; calendar: PaymentCalendar },
): ActivityRow {
  const row = bare(event)
  if (!step) return row
  const isPayment = event.payload.kind === 'payment'
  return {
    ...row,
    split: step.split,
    principalAfter: step.after.principal,
    // Made when they are shown: an account has many rows, and a page few of them and few workings.
    get clearing() {
      return isPayment ? clearingOf(event.effectiveDate, at) : null
    },
    get explanation() {
      return explainStep(step)
    },
  }
}

function bare(event: AccountEvent): ActivityRow {
  const { payload } = event
  return {
    eventId: event.id,
    effectiveDate: event.effectiveDate,
    postedAt: event.postedAt,
    kind: kindOf(payload),
    amount: amountOf(payload),
    split: null,
    principalAfter: null,
    extra: payload.kind === 'payment' && payload.extraAmount ? payload.extra : null,
    clearing: null,
    explanation: null,
  }
}

function kindOf({ kind }: EventPayload): ActivityRow['kind'] {
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

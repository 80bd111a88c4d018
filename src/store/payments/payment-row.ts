// The row of a payment, and what it says.
import type { ExtraChoice } from '#src/domain/account/event.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { type Cents, plus } from '#src/domain/money.ts'
import type { PaymentFee } from '#src/domain/rules/payment-fee.ts'
import type { Db } from '../database.ts'

export type PaymentChoice = 'due' | 'pastDue' | 'duePlusExtra' | 'principal' | 'payoff' | 'other'
/**
 * `sent`: its entry is in a file to the bank. `held`: the bank refused that file, and whether it
 * goes again is not decided. `notSent`: it could not be sent. `returned`: the bank took it back,
 * and no further try is waiting. `charged`: its saved card was asked, and the payment by card of
 * the same id says what came of it; while it is not decided, nothing stands in `stateReason` or
 * `postedEventId`.
 */
export type PaymentState =
  | 'scheduled'
  | 'canceled'
  | 'sent'
  | 'held'
  | 'notSent'
  | 'returned'
  | 'charged'

/** The days of a payment that goes, or goes again. */
export type DatesAgain = {
  readonly sendOn: CivilDate
  readonly effective: CivilDate
  readonly withdrawn: CivilDate
  readonly cleared: CivilDate
  readonly returnableUntil: CivilDate
}

export function datesColumns(dates: DatesAgain) {
  return {
    send_on: dates.sendOn,
    effective_date: dates.effective,
    withdrawn_date: dates.withdrawn,
    cleared_date: dates.cleared,
    returnable_until: dates.returnableUntil,
  }
}

export type Payment = {
  readonly accountId: string
  readonly id: string
  readonly confirmation: string
  readonly obligorId: string
  readonly fundingAccountId: string
  readonly amount: Cents
  readonly choice: PaymentChoice
  readonly extra: ExtraChoice
  /** How much of it is extra by the obligor's word; null: whatever exceeds what is due. */
  readonly extraAmount: Cents | null
  readonly toCharges: Cents
  readonly quoteId: string | null
  /** When it counts, when it leaves the bank, when it is past the waiting time for returns. */
  readonly effectiveDate: CivilDate
  readonly withdrawnDate: CivilDate
  readonly clearedDate: CivilDate
  readonly returnableUntil: CivilDate
  /** The banking day at whose cutoff its file goes. */
  readonly sendOn: CivilDate
  readonly state: PaymentState
  /** A return's code, or a word of ours; null while all is as asked. */
  readonly stateReason: string | null
  /** The event by which it counts on the account; null before, and once it is taken back. */
  readonly postedEventId: string | null
  /** How often it went to the bank. */
  readonly attempts: number
  /** The autopay that made it; null for a payment that somebody made themselves. */
  readonly autopayId: string | null
  /** From a saved card. */
  readonly byCard: boolean
  /** The price of paying this way, on top of the amount, with the rule behind it. */
  readonly fee: Cents
  readonly feeCitation: string | null
  readonly authorizationText: string
  readonly idempotencyKey: string
  readonly createdAt: string
  readonly changedAt: string
}

/** What the bank or the card is asked for: the amount and the fee. */
export function takenFor({ amount, fee }: Pick<Payment, 'amount' | 'fee'>): Cents {
  return plus(amount, fee)
}

/** The fee with the rule behind it, as the ledger wants it; null where paying is free. */
export function feeOf({ fee: amount, feeCitation }: Payment): PaymentFee | null {
  return feeCitation === null ? null : { amount, citation: feeCitation }
}

export function rowOf(payment: Payment) {
  return {
    account_id: payment.accountId,
    id: payment.id,
    confirmation: payment.confirmation,
    obligor_id: payment.obligorId,
    funding_account_id: payment.fundingAccountId,
    amount: payment.amount,
    choice: payment.choice,
    extra: payment.extra,
    extra_amount: payment.extraAmount,
    to_charges: payment.toCharges,
    quote_id: payment.quoteId,
    effective_date: payment.effectiveDate,
    withdrawn_date: payment.withdrawnDate,
    cleared_date: payment.clearedDate,
    returnable_until: payment.returnableUntil,
    send_on: payment.sendOn,
    state: payment.state,
    state_reason: payment.stateReason,
    posted_event_id: payment.postedEventId,
    attempts: payment.attempts,
    autopay_id: payment.autopayId,
    by_card: payment.byCard,
    fee: payment.fee,
    fee_citation: payment.feeCitation,
    authorization_text: payment.authorizationText,
    idempotency_key: payment.idempotencyKey,
    created_at: payment.createdAt,
    changed_at: payment.changedAt,
  }
}

export function selectPayments(db: Db) {
  return db
    .selectFrom('payment')
    .select(['payment.account_id', 'payment.id', 'confirmation', 'payment.obligor_id'])
    .select(['funding_account_id', 'amount', 'choice', 'extra', 'extra_amount', 'to_charges'])
    .select(['quote_id', 'effective_date', 'withdrawn_date', 'cleared_date', 'returnable_until'])
    .select(['send_on', 'payment.state', 'payment.state_reason', 'posted_event_id', 'attempts'])
    .select(['fee', 'fee_citation'])
    .select(['authorization_text', 'payment.idempotency_key', 'created_at', 'changed_at'])
    .select(['payment.autopay_id', 'by_card'])
}

type PaymentRow = Awaited<ReturnType<ReturnType<typeof selectPayments>['executeTakeFirstOrThrow']>>

export function paymentOf(row: PaymentRow): Payment {
  return {
    accountId: row.account_id,
    id: row.id,
    confirmation: row.confirmation,
    obligorId: row.obligor_id,
    fundingAccountId: row.funding_account_id,
    amount: row.amount,
    choice: row.choice,
    extra: row.extra,
    extraAmount: row.extra_amount,
    toCharges: row.to_charges,
    quoteId: row.quote_id,
    effectiveDate: row.effective_date,
    withdrawnDate: row.withdrawn_date,
    clearedDate: row.cleared_date,
    returnableUntil: row.returnable_until,
    sendOn: row.send_on,
    state: row.state,
    stateReason: row.state_reason,
    postedEventId: row.posted_event_id,
    attempts: row.attempts,
    autopayId: row.autopay_id,
    byCard: row.by_card,
    fee: row.fee,
    feeCitation: row.fee_citation,
    authorizationText: row.authorization_text,
    idempotencyKey: row.idempotency_key,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}

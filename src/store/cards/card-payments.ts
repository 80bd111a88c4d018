// Payments by card: what an obligor agreed to, and what the processor said of it.
import type { ExtraChoice } from '#src/domain/account/event.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Db, Tx } from '../database.ts'
import type { PaymentChoice } from '../payments/payment-row.ts'

/**
 * `started`: on the processor's page. `taking`: the card's bank holds the money, and we ask for it.
 * `releasing`: we let go of it. `failed`: nothing was taken. `disputed`, `refunded`: it went back.
 */
export type CardPaymentState =
  | 'started'
  | 'taking'
  | 'releasing'
  | 'failed'
  | 'paid'
  | 'disputed'
  | 'refunded'

export type CardPayment = {
  readonly accountId: string
  readonly id: string
  readonly confirmation: string
  readonly obligorId: string
  /** What counts on the account; the fee is taken besides. */
  readonly amount: Cents
  readonly fee: Cents
  readonly feeCitation: string | null
  readonly choice: PaymentChoice
  readonly extra: ExtraChoice
  readonly extraAmount: Cents | null
  readonly toCharges: Cents
  readonly quoteId: string | null
  /** The day for which the amount was worked out. */
  readonly askedOn: CivilDate
  readonly state: CardPaymentState
  readonly stateReason: string | null
  /** The saved card that is charged; null: a card typed on the processor's page. */
  readonly fundingAccountId: string | null
  /** The bank of the saved card asks its owner first: it is paid on the page after all. */
  readonly needsPage: boolean
  /** The autopay whose debit it is; the payment that it set has the same id. */
  readonly autopayId: string | null
  /** The request of the desk by which its money goes back. */
  readonly refundRequest: string | null
  /** The processor's numbers of its page and of the payment. */
  readonly sessionId: string | null
  readonly intentId: string | null
  readonly brand: string | null
  readonly lastFour: string | null
  readonly expires: string | null
  readonly paidAt: string | null
  /** When it counts: the day it was paid. */
  readonly effectiveDate: CivilDate | null
  readonly postedEventId: string | null
  readonly authorizationText: string
  readonly idempotencyKey: string
  readonly createdAt: string
  readonly changedAt: string
}

/** With a key that was used before, nothing is written and the first one is the answer. */
export async function insertCardPayment(
  tx: Tx,
  payment: CardPayment,
): Promise<{ readonly isNew: boolean; readonly payment: CardPayment }> {
  const added = await tx
    .insertInto('card_payment')
    .values(rowOf(payment))
    .onConflict((conflict) => conflict.columns(['account_id', 'idempotency_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) return { isNew: true, payment }
  const first = await selectCards(tx)
    .where('account_id', '=', payment.accountId)
    .where('idempotency_key', '=', payment.idempotencyKey)
    .executeTakeFirstOrThrow()
  return { isNew: false, payment: cardPaymentOf(first) }
}

export async function readCardPayment(
  db: Db,
  which: { readonly accountId: string; readonly id: string },
): Promise<CardPayment | null> {
  const row = await selectCards(db)
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .executeTakeFirst()
  return row ? cardPaymentOf(row) : null
}

/** Of an account, newest first. */
export async function readCardPayments(db: Db, accountId: string): Promise<CardPayment[]> {
  const rows = await selectCards(db)
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(cardPaymentOf)
}

function selectCards(db: Db) {
  return db.selectFrom('card_payment').selectAll()
}

type CardRow = Awaited<ReturnType<ReturnType<typeof selectCards>['executeTakeFirstOrThrow']>>

function rowOf(payment: CardPayment) {
  return {
    account_id: payment.accountId,
    id: payment.id,
    confirmation: payment.confirmation,
    obligor_id: payment.obligorId,
    amount: payment.amount,
    fee: payment.fee,
    fee_citation: payment.feeCitation,
    choice: payment.choice,
    extra: payment.extra,
    extra_amount: payment.extraAmount,
    to_charges: payment.toCharges,
    quote_id: payment.quoteId,
    asked_on: payment.askedOn,
    state: payment.state,
    state_reason: payment.stateReason,
    funding_account_id: payment.fundingAccountId,
    autopay_id: payment.autopayId,
    brand: payment.brand,
    last_four: payment.lastFour,
    authorization_text: payment.authorizationText,
    idempotency_key: payment.idempotencyKey,
    created_at: payment.createdAt,
    changed_at: payment.changedAt,
  }
}

function cardPaymentOf(row: CardRow): CardPayment {
  return {
    accountId: row.account_id,
    id: row.id,
    confirmation: row.confirmation,
    obligorId: row.obligor_id,
    amount: row.amount,
    fee: row.fee,
    feeCitation: row.fee_citation,
    choice: row.choice,
    extra: row.extra,
    extraAmount: row.extra_amount,
    toCharges: row.to_charges,
    quoteId: row.quote_id,
    askedOn: row.asked_on,
    state: row.state,
    stateReason: row.state_reason,
    fundingAccountId: row.funding_account_id,
    needsPage: row.needs_page,
    autopayId: row.autopay_id,
    refundRequest: row.refund_request,
    sessionId: row.session_id,
    intentId: row.intent_id,
    brand: row.brand,
    lastFour: row.last_four,
    expires: row.expires,
    paidAt: row.paid_at,
    effectiveDate: row.effective_date,
    postedEventId: row.posted_event_id,
    authorizationText: row.authorization_text,
    idempotencyKey: row.idempotency_key,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}

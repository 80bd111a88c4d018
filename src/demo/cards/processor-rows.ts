// The rows of the demo's processor as the processor's library reads them.
import { type Paid, refundedOf, totalOf } from './processor-book.ts'
import type { TestCard } from './test-cards.ts'

export function sessionRow(paid: Paid, origin: string) {
  return {
    id: paid.session,
    object: 'checkout.session',
    mode: paid.mode,
    status: paid.page,
    url: paid.page === 'open' ? `${origin}/pay/${paid.session}` : null,
    amount_total: paid.mode === 'setup' ? null : totalOf(paid),
    customer: paid.customer,
    currency: 'usd',
    client_reference_id: paid.reference,
    metadata: paid.metadata,
    payment_intent: paid.money === 'none' ? null : intentRow(paid),
    setup_intent: paid.mode === 'setup' ? setupRow(paid) : null,
  }
}

function setupRow({ intent, card, page }: Paid) {
  const isSaved = page === 'complete' && card !== null
  return {
    id: intent.replace('pi_', 'seti_'),
    object: 'setup_intent',
    status: isSaved ? 'succeeded' : 'requires_payment_method',
    payment_method: isSaved
      ? {
          id: intent.replace('pi_', 'pm_'),
          object: 'payment_method',
          type: 'card',
          card: { ...cardRow(card), fingerprint: `demo ${card.id}` },
        }
      : null,
  }
}

function cardRow({ brand, last4, funding, month, year }: TestCard) {
  return { brand, last4, funding, exp_month: month, exp_year: year }
}

export function intentRow(paid: Paid) {
  return {
    id: paid.intent,
    object: 'payment_intent',
    status: isDeclined(paid) ? 'requires_payment_method' : paid.money,
    customer: paid.customer,
    last_payment_error: paid.declined === null ? null : errorRow(paid.declined),
    amount: totalOf(paid),
    currency: 'usd',
    metadata: paid.metadata,
    latest_charge: paid.card === null ? null : chargeRow(paid),
  }
}

/** Its bank said no, and nobody has dropped it since. */
function isDeclined({ declined, money }: Paid): boolean {
  return declined !== null && money === 'none'
}

/** Without the payment that it is about. */
export function errorRow(why: NonNullable<TestCard['later']>) {
  const code = why === 'authentication_required' ? why : 'card_declined'
  return {
    ...{ type: 'card_error', code, decline_code: why },
    message: 'The demo card processor declines this.',
  }
}

export function chargeRow(paid: Paid) {
  const { card, money, paidAt, dispute } = paid
  const amount = totalOf(paid)
  return {
    id: paid.charge,
    object: 'charge',
    amount,
    amount_captured: money === 'succeeded' ? amount : 0,
    amount_refunded: refundedOf(paid),
    captured: money === 'succeeded',
    created: paidAt,
    currency: 'usd',
    disputed: dispute !== null,
    metadata: paid.metadata,
    payment_intent: paid.intent,
    payment_method_details: {
      type: 'card',
      card: card && cardRow(card),
    },
  }
}

export function disputeRow(paid: Paid) {
  return {
    id: paid.charge.replace('ch_', 'dp_'),
    object: 'dispute',
    amount: totalOf(paid),
    charge: paid.charge,
    payment_intent: paid.intent,
    status: paid.dispute,
    metadata: {},
  }
}

/** In the order in which they were asked for. */
export function refundRows(paid: Paid) {
  return paid.refunds.map(({ amount, status }, index) => ({
    id: `${paid.charge.replace('ch_', 're_')}_${index}`,
    object: 'refund',
    amount,
    status,
    charge: paid.charge,
    payment_intent: paid.intent,
    metadata: {},
  }))
}

// The rows of the demo's processor as the processor's library reads them.
import { type Paid, totalOf } from './processor-book.ts'

export function sessionRow(paid: Paid, origin: string) {
  return {
    id: paid.session,
    object: 'checkout.session',
    mode: 'payment',
    status: paid.page,
    url: paid.page === 'open' ? `${origin}/pay/${paid.session}` : null,
    amount_total: totalOf(paid),
    currency: 'usd',
    client_reference_id: paid.reference,
    metadata: paid.metadata,
    payment_intent: paid.money === 'none' ? null : intentRow(paid),
  }
}

export function intentRow(paid: Paid) {
  return {
    id: paid.intent,
    object: 'payment_intent',
    status: paid.money,
    amount: totalOf(paid),
    currency: 'usd',
    metadata: paid.metadata,
    latest_charge: paid.card === null ? null : chargeRow(paid),
  }
}

export function chargeRow(paid: Paid) {
  const { card, money, paidAt, refunded, dispute } = paid
  const amount = totalOf(paid)
  return {
    id: paid.charge,
    object: 'charge',
    amount,
    amount_captured: money === 'succeeded' ? amount : 0,
    amount_refunded: refunded,
    captured: money === 'succeeded',
    created: paidAt,
    currency: 'usd',
    disputed: dispute !== null,
    metadata: paid.metadata,
    payment_intent: paid.intent,
    payment_method_details: {
      type: 'card',
      card: card && {
        ...{ brand: card.brand, last4: card.last4, funding: card.funding },
        ...{ exp_month: 12, exp_year: card.year },
      },
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

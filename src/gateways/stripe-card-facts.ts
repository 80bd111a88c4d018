// What Stripe's rows say of a payment, in our words.
import type Stripe from 'stripe'
import type { CardFacts, UsedCard } from './card.ts'

export function cardFacts(
  session: Stripe.Checkout.Session,
  disputes: readonly Stripe.Dispute[],
): CardFacts {
  const { payment_intent: given } = session
  const intent = given === null || typeof given === 'string' ? null : given
  const charge = chargeOf(intent)
  const isHeldOrTaken = intent?.status === 'requires_capture' || intent?.status === 'succeeded'
  return {
    page: PAGES[session.status ?? 'open'] ?? 'open',
    url: session.url,
    intentId: intent?.id ?? null,
    money: MONEY[intent?.status ?? ''] ?? 'none',
    paidAt: isHeldOrTaken && charge ? new Date(charge.created * 1000).toISOString() : null,
    amount: session.amount_total ?? 0,
    refunded: charge?.amount_refunded ?? 0,
    card: cardOf(charge),
    ...disputeOf(disputes),
  }
}

const PAGES: Readonly<Record<string, CardFacts['page']>> = {
  open: 'open',
  complete: 'done',
  expired: 'over',
}

const MONEY: Readonly<Record<string, CardFacts['money']>> = {
  requires_capture: 'held',
  succeeded: 'taken',
  canceled: 'released',
}

function chargeOf(intent: Stripe.PaymentIntent | null): Stripe.Charge | null {
  const charge = intent?.latest_charge ?? null
  return charge === null || typeof charge === 'string' ? null : charge
}

function cardOf(charge: Stripe.Charge | null): UsedCard | null {
  const card = charge?.payment_method_details?.card
  if (!card) return null
  const { brand, last4, exp_month: month, exp_year: year, funding } = card
  return {
    brand: brand ?? 'unknown',
    lastFour: last4 ?? '',
    expires: `${String(month).padStart(2, '0')}/${year}`,
    funding: FUNDINGS.find((known) => known === funding) ?? 'unknown',
  }
}

const FUNDINGS = ['debit', 'credit', 'prepaid'] as const

/**
 * A question of the card's bank ("warning…") moves no money yet. One that is open counts before one
 * that was lost, and that before one that was won.
 */
function disputeOf(disputes: readonly Stripe.Dispute[]): Pick<CardFacts, 'dispute' | 'disputeId'> {
  const moving = disputes.filter(({ status }) => !NO_MONEY.test(status))
  const open = moving.find(({ status }) => status !== 'won' && status !== 'lost')
  const counts = open ?? moving.find(({ status }) => status === 'lost') ?? moving[0]
  if (!counts) return { dispute: 'none', disputeId: null }
  const { status, id: disputeId } = counts
  const dispute = status === 'won' ? 'won' : status === 'lost' ? 'lost' : 'open'
  return { dispute, disputeId }
}

const NO_MONEY = /^warning_|^prevented$/

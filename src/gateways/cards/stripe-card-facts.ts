// What Stripe's rows say of a payment, in our words.
import type Stripe from 'stripe'
import type { CardDecline, CardFacts, UsedCard } from './card.ts'

/** What its bank took back, and what was sent back and did not fail. */
export type WentBack = { readonly disputes: readonly Stripe.Dispute[]; readonly refunded: number }

export const NOTHING_BACK: WentBack = { disputes: [], refunded: 0 }

export function cardFacts(session: Stripe.Checkout.Session, back: WentBack): CardFacts {
  const { payment_intent: given } = session
  const intent = given === null || typeof given === 'string' ? null : given
  return {
    ...factsOfIntent(intent, back),
    page: PAGES[session.status ?? 'open'] ?? 'open',
    url: session.url,
    amount: session.amount_total ?? 0,
    // On its page the processor itself tells whoever pays.
    declined: null,
  }
}

/** Of a saved card, which is charged on no page. */
export function chargeFacts(intent: Stripe.PaymentIntent, back: WentBack): CardFacts {
  const facts = factsOfIntent(intent, back)
  const error = intent.last_payment_error ?? null
  const isRefused = facts.money === 'none' && error !== null
  return {
    ...facts,
    ...{ page: 'done', url: null, amount: intent.amount },
    declined: isRefused ? declineOf(error) : null,
  }
}

function factsOfIntent(
  intent: Stripe.PaymentIntent | null,
  { disputes, refunded }: WentBack,
): Pick<
  CardFacts,
  'intentId' | 'money' | 'paidAt' | 'refunded' | 'card' | 'dispute' | 'disputeId'
> {
  const charge = chargeOf(intent)
  const isHeldOrTaken = intent?.status === 'requires_capture' || intent?.status === 'succeeded'
  return {
    intentId: intent?.id ?? null,
    money: MONEY[intent?.status ?? ''] ?? 'none',
    paidAt: isHeldOrTaken && charge ? new Date(charge.created * 1000).toISOString() : null,
    refunded,
    card: charge?.payment_method_details?.card
      ? usedCard(charge.payment_method_details.card)
      : null,
    ...disputeOf(disputes),
  }
}

/** The processor's codes of a refusal, by what its owner can do about it. */
export function declineOf(error: { code?: string; decline_code?: string }): CardDecline {
  const { code = '', decline_code: why = '' } = error
  if (code === 'authentication_required' || why === 'authentication_required') return 'ownerAsked'
  if (code === 'expired_card' || why === 'expired_card') return 'expired'
  if (why === 'insufficient_funds' || why === 'withdrawal_count_limit_exceeded') return 'funds'
  return GONE.has(why) || code === 'resource_missing' ? 'gone' : 'declined'
}

const GONE: ReadonlySet<string> = new Set([
  'lost_card',
  'stolen_card',
  'pickup_card',
  'restricted_card',
  'fraudulent',
  'invalid_account',
  'new_account_information_available',
  'revocation_of_authorization',
  'revocation_of_all_authorizations',
  'stop_payment_order',
])

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

export function usedCard(card: {
  brand: string | null
  last4: string | null
  exp_month: number
  exp_year: number
  funding: string | null
}): UsedCard {
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
 * A question of the card's bank ("warning…") moves no money yet. One that is open or lost counts
 * before one that was won.
 */
function disputeOf(disputes: readonly Stripe.Dispute[]): Pick<CardFacts, 'dispute' | 'disputeId'> {
  const moving = disputes.filter(({ status }) => !NO_MONEY.test(status))
  const open = moving.find(({ status }) => status !== 'won' && status !== 'lost')
  const lost = moving.find(({ status }) => status === 'lost')
  const [last] = moving
  const counts = open ?? lost ?? last
  if (!counts) return { dispute: 'none', disputeId: null }
  return { dispute: open ? 'open' : lost ? 'lost' : 'won', disputeId: counts.id }
}

const NO_MONEY = /^warning_|^prevented$/

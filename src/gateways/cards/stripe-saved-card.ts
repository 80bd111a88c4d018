// Cards that are kept at the processor and charged by token, their owner not there, by Stripe's
// API.
import Stripe from 'stripe'
import {
  type CardCharge,
  type CardFacts,
  type CardPage,
  CardProcessorDown,
  type CardSetupFacts,
  type CardSetupOrder,
  type CardToken,
  type SavedCard,
  type SavedCardProcessor,
} from './card.ts'
import { chargeFacts, NOTHING_BACK, usedCard, type WentBack } from './stripe-card-facts.ts'

export function savedCards(
  stripe: Stripe,
  by: { readonly asked: <T>(work: Promise<T>) => Promise<T>; readonly pageOrigin: string },
): SavedCardProcessor {
  const { asked, pageOrigin } = by
  return {
    openSetup: (order) => asked(openSetup(stripe, order, pageOrigin)),
    lookAtSetup: (sessionId) => asked(lookAtSetup(stripe, sessionId)),
    charge: (order) => asked(charge(stripe, order)),
    lookAtCharge: (intentId) => asked(lookAtCharge(stripe, intentId)),
    refund: (order) => asked(refund(stripe, order)),
    forget: (token) => asked(forget(stripe, token)),
  }
}

/** Stripe lists them by the payment; most payments have none. */
async function disputesOf(
  stripe: Stripe,
  { id, latest_charge: charge }: Stripe.PaymentIntent,
): Promise<readonly Stripe.Dispute[]> {
  if (charge === null || typeof charge === 'string' || !charge.disputed) return []
  return (await stripe.disputes.list({ payment_intent: id, limit: 10 })).data
}

/** Of what was paid, what its bank or we gave back. */
export async function wentBack(stripe: Stripe, intent: Stripe.PaymentIntent): Promise<WentBack> {
  const disputes = await disputesOf(stripe, intent)
  return { disputes, refunded: await refundsOf(stripe, intent) }
}

/** What was sent back of it and did not fail: of most payments nothing. */
async function refundsOf(
  stripe: Stripe,
  { id, latest_charge: charge }: Stripe.PaymentIntent,
): Promise<number> {
  if (charge === null || typeof charge === 'string' || charge.amount_refunded === 0) return 0
  const { data } = await stripe.refunds.list({ payment_intent: id, limit: 100 })
  return data.filter(isStanding).reduce((sum, { amount }) => sum + amount, 0)
}

function isStanding({ status }: Stripe.Refund): boolean {
  return status !== 'failed' && status !== 'canceled'
}

const PAGE_MINUTES = 31

async function openSetup(
  stripe: Stripe,
  order: CardSetupOrder,
  pageOrigin: string,
): Promise<CardPage> {
  const metadata = { account: order.accountId, setup: order.setupId }
  const { id, url } = await stripe.checkout.sessions.create(
    {
      mode: 'setup',
      currency: 'usd',
      allowed_payment_method_types: ['card'],
      // One customer for one card: forgotten together.
      customer_creation: 'always',
      client_reference_id: order.setupId,
      metadata,
      setup_intent_data: { metadata },
      expires_at: Math.floor(Date.now() / 1000) + PAGE_MINUTES * 60,
      locale: order.locale,
      success_url: order.doneUrl,
      cancel_url: order.backUrl,
    },
    { idempotencyKey: `setup ${order.setupId}` },
  )
  if (url === null || new URL(url).origin !== pageOrigin)
    throw new CardProcessorDown(`the page of ${id} is not at ${pageOrigin}`)
  return { sessionId: id, url }
}

async function lookAtSetup(stripe: Stripe, sessionId: string): Promise<CardSetupFacts> {
  const session = await stripe.checkout.sessions.retrieve(sessionId, {
    expand: ['setup_intent.payment_method'],
  })
  const { status, url } = session
  const page = status === 'complete' ? 'done' : status === 'expired' ? 'over' : 'open'
  return { page, url: page === 'open' ? url : null, saved: savedOf(session) }
}

function savedOf({ setup_intent: intent, customer }: Stripe.Checkout.Session): SavedCard | null {
  if (intent === null || typeof intent === 'string' || intent.status !== 'succeeded') return null
  const { payment_method: method } = intent
  if (method === null || typeof method === 'string' || !method.card || customer === null)
    return null
  const token = {
    customer: typeof customer === 'string' ? customer : customer.id,
    method: method.id,
  }
  return {
    token,
    card: usedCard(method.card),
    fingerprint: method.card.fingerprint ?? method.id,
  }
}

const EXPAND = ['latest_charge']

/** A customer has one card and few payments; the processor's keys are only good for a day. */
async function charge(stripe: Stripe, order: CardCharge): Promise<CardFacts> {
  const known = await chargeBefore(stripe, order)
  if (known) return factsOf(stripe, known)
  const { token, amount, accountId, paymentId } = order
  try {
    const intent = await stripe.paymentIntents.create(
      {
        ...{ amount, currency: 'usd', customer: token.customer, payment_method: token.method },
        allowed_payment_method_types: ['card'],
        ...{ confirm: true, off_session: true, capture_method: 'manual', expand: EXPAND },
        metadata: { account: accountId, payment: paymentId },
      },
      { idempotencyKey: `charge ${paymentId}` },
    )
    return factsOf(stripe, intent)
  } catch (error) {
    // A bank that says no is an answer.
    if (error instanceof Stripe.errors.StripeCardError && error.payment_intent)
      return chargeFacts(error.payment_intent, NOTHING_BACK)
    if (isMissing(error)) return { ...NOT_ASKED, amount }
    throw error
  }
}

/** The processor does not know the card any more: no bank was asked. */
const NOT_ASKED: Omit<CardFacts, 'amount'> = {
  ...{ page: 'done', url: null, intentId: null, money: 'none', paidAt: null, refunded: 0 },
  ...{ card: null, dispute: 'none', disputeId: null, declined: 'gone' },
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing'
  )
}

async function chargeBefore(
  stripe: Stripe,
  { token, paymentId }: CardCharge,
): Promise<Stripe.PaymentIntent | null> {
  const { customer } = token
  for await (const intent of stripe.paymentIntents.list({ customer, limit: 100 }))
    if (intent.metadata.payment === paymentId)
      return stripe.paymentIntents.retrieve(intent.id, { expand: EXPAND })
  return null
}

async function lookAtCharge(stripe: Stripe, intentId: string): Promise<CardFacts> {
  return factsOf(stripe, await stripe.paymentIntents.retrieve(intentId, { expand: EXPAND }))
}

async function factsOf(stripe: Stripe, intent: Stripe.PaymentIntent): Promise<CardFacts> {
  return chargeFacts(intent, await wentBack(stripe, intent))
}

async function refund(
  stripe: Stripe,
  order: { refundId: string; intentId: string; amount: number },
): Promise<'sent' | 'refused'> {
  const { refundId, intentId, amount } = order
  try {
    const { id } = await stripe.refunds.create(
      { payment_intent: intentId, amount, metadata: { refund: refundId } },
      { idempotencyKey: `refund ${refundId}` },
    )
    // Under a key of before, the answer is that of before: it may have failed since.
    return isStanding(await stripe.refunds.retrieve(id)) ? 'sent' : 'refused'
  } catch (error) {
    // Too old, disputed, sent back before: asked again it answers the same.
    if (error instanceof Stripe.errors.StripeInvalidRequestError) return 'refused'
    if (error instanceof Stripe.errors.StripeIdempotencyError) return 'refused'
    throw error
  }
}

async function forget(stripe: Stripe, { customer }: CardToken): Promise<void> {
  await stripe.customers.del(customer).catch((error: unknown) => {
    if (!isMissing(error)) throw error
  })
}

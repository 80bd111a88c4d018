// The card processor by Stripe's API and library: a hosted page, money held first and taken when
// we say so, events signed. Another host, port and protocol are a setting.
import Stripe from 'stripe'
import {
  type CardEvent,
  type CardPage,
  type CardPageOrder,
  type CardProcessor,
  CardProcessorDown,
} from './card.ts'
import { cardFacts, NOTHING_BACK } from './stripe-card-facts.ts'
import { savedCards, wentBack } from './stripe-saved-card.ts'

export type StripeSettings = {
  readonly apiUrl: string
  readonly secretKey: string
  /** By which events are signed. */
  readonly eventSecret: string
  readonly pageOrigin: string
}

const TIMEOUT_MS = 15_000

/** Stripe keeps a page open for half an hour at least, and this one no longer. */
const PAGE_MINUTES = 31

export function stripeCard(settings: StripeSettings): CardProcessor {
  const stripe = clientOf(settings)
  const asked = <T>(work: Promise<T>) => work.catch(unreachable)
  return {
    ...savedCards(stripe, { asked, pageOrigin: settings.pageOrigin }),
    pageOrigin: settings.pageOrigin,
    openPage: (order) => asked(openPage(stripe, order, settings.pageOrigin)),
    look: (sessionId) => asked(look(stripe, sessionId)),
    take: (intentId) => asked(take(stripe, intentId)),
    release: (intentId) => asked(release(stripe, intentId)),
    closePage: (sessionId) => asked(closePage(stripe, sessionId)),
    readEvent: (body, signature) =>
      readEvent(stripe, { body, signature, secret: settings.eventSecret }),
  }
}

function clientOf({ apiUrl, secretKey }: StripeSettings): Stripe {
  const { hostname, port, protocol } = new URL(apiUrl)
  return new Stripe(secretKey, {
    host: hostname,
    ...(port !== '' && { port }),
    protocol: protocol === 'http:' ? 'http' : 'https',
    timeout: TIMEOUT_MS,
    maxNetworkRetries: 2,
    telemetry: false,
  })
}

async function openPage(
  stripe: Stripe,
  order: CardPageOrder,
  pageOrigin: string,
): Promise<CardPage> {
  const metadata = { account: order.accountId, payment: order.paymentId }
  const session = await stripe.checkout.sessions.create(
    {
      mode: 'payment',
      allowed_payment_method_types: ['card'],
      line_items: order.lines.map(({ name, amount }) => ({
        quantity: 1,
        price_data: { currency: 'usd', unit_amount: amount, product_data: { name } },
      })),
      client_reference_id: order.paymentId,
      metadata,
      payment_intent_data: { capture_method: 'manual', metadata },
      expires_at: Math.floor(Date.now() / 1000) + PAGE_MINUTES * 60,
      locale: order.locale,
      success_url: order.doneUrl,
      cancel_url: order.backUrl,
    },
    { idempotencyKey: `page ${order.paymentId}` },
  )
  const { id, url } = session
  // A customer is led to the processor's page, wherever its answer points.
  if (url === null || new URL(url).origin !== pageOrigin)
    throw new CardProcessorDown(`the page of ${id} is not at ${pageOrigin}`)
  return { sessionId: id, url }
}

async function look(stripe: Stripe, sessionId: string) {
  const session = await stripe.checkout.sessions.retrieve(sessionId, {
    expand: ['payment_intent.latest_charge'],
  })
  const { payment_intent: intent } = session
  const isThere = intent !== null && typeof intent !== 'string'
  return cardFacts(session, isThere ? await wentBack(stripe, intent) : NOTHING_BACK)
}

async function take(stripe: Stripe, intentId: string): Promise<void> {
  await stripe.paymentIntents.capture(intentId, {}, { idempotencyKey: `take ${intentId}` })
}

async function release(stripe: Stripe, intentId: string): Promise<void> {
  await stripe.paymentIntents.cancel(intentId, {}, { idempotencyKey: `release ${intentId}` })
}

async function closePage(stripe: Stripe, sessionId: string): Promise<void> {
  await stripe.checkout.sessions.expire(sessionId)
}

async function readEvent(
  stripe: Stripe,
  of: { body: string; signature: string; secret: string },
): Promise<CardEvent | null> {
  const event = verified(stripe, of)
  if (event === null) return null
  const { id, type: kind } = event
  return { id, kind, about: await aboutOf(stripe, event) }
}

/** The library asks for a signature of the last five minutes. */
function verified(
  stripe: Stripe,
  { body, signature, secret }: { body: string; signature: string; secret: string },
): Stripe.Event | null {
  try {
    return stripe.webhooks.constructEvent(body, signature, secret)
  } catch {
    return null
  }
}

/** By what we wrote on the payment; a dispute or a refund only names the payment. */
async function aboutOf(stripe: Stripe, event: Stripe.Event): Promise<CardEvent['about']> {
  const object = event.data.object as {
    object?: string
    metadata?: Record<string, string> | null
    payment_intent?: string | { id: string } | null
  }
  const own = pairOf(object.metadata)
  if (own !== null) return own
  const { payment_intent: intent } = object
  if (!intent) return null
  const id = typeof intent === 'string' ? intent : intent.id
  const found = await stripe.paymentIntents.retrieve(id).catch(unreachable)
  return pairOf(found.metadata)
}

function pairOf(metadata: Record<string, string> | null | undefined): CardEvent['about'] {
  const { account, payment, setup } = metadata ?? {}
  if (account && setup) return { accountId: account, paymentId: setup, what: 'setup' }
  return account && payment ? { accountId: account, paymentId: payment, what: 'payment' } : null
}

/** What the library says may hold nothing of a card, and no key; still only its kind is told. */
function unreachable(error: unknown): never {
  if (error instanceof CardProcessorDown) throw error
  const kind = error instanceof Stripe.errors.StripeError ? error.type : 'no answer'
  throw new CardProcessorDown(`the card processor: ${kind}`, { cause: error })
}

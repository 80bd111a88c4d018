// A demo's book with the demo's card processor running beside it, reached by the real library over
// HTTP; and a customer who does what its page asks.

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { startDemoProcessor } from '#src/demo/cards/demo-processor.ts'
import { cents } from '#src/domain/money.ts'
import { stripeCard } from '#src/gateways/cards/stripe-card.ts'
import type { CardContext } from '#src/servicing/cards/card-context.ts'
import type { CardOrder } from '#src/servicing/cards/decide-card-payment.ts'
import { openCardPage } from '#src/servicing/cards/open-card-page.ts'
import { previewCardPayment } from '#src/servicing/cards/preview-card-payment.ts'
import { receiveCardEvent } from '#src/servicing/cards/receive-card-event.ts'
import { startCardPayment } from '#src/servicing/cards/start-card-payment.ts'
import type { Owner, ServicingContext } from '#src/servicing/context.ts'
import { newTestId } from './database.ts'

const SECRETS = { secretKey: 'sk_test_0123456789', eventSecret: 'whsec_0123456789abcdef' }

/** What the processor sent, as it came. */
export type SentEvent = { readonly body: string; readonly signature: string; readonly kind: string }

export type CardWorld = Awaited<ReturnType<typeof openCardWorld>>

/** `takes`: what the portal's end does with an event; by default it only keeps it. */
export async function openCardWorld(now: () => string) {
  const sent: SentEvent[] = []
  let answer: (event: SentEvent) => Promise<number> = async () => 200
  const ear = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', async () => {
      const signature = String(request.headers['stripe-signature'] ?? '')
      const event = { body, signature, kind: JSON.parse(body).type }
      sent.push(event)
      response.writeHead(await answer(event).catch(() => 500)).end()
    })
  })
  await new Promise<void>((done) => ear.listen(0, 'localhost', done))
  const address = ear.address()
  assert(address && typeof address === 'object')
  const processor = await startDemoProcessor({
    ...SECRETS,
    ...{ port: 0, file: null, now, disputeAfterMs: 0, refundFailsAfterMs: 1500 },
    eventUrl: `http://localhost:${address.port}/`,
    tries: [0, 50, 100, 200, 400, 800],
  })
  const { origin } = processor
  const card = stripeCard({ ...SECRETS, apiUrl: origin, pageOrigin: origin })
  return {
    origin,
    card,
    sent,
    secrets: SECRETS,
    /** From now on the processor's events are answered so. */
    hears: (by: typeof answer) => {
      answer = by
    },
    /** Events go where the portal takes them. */
    connect: (ctx: ServicingContext) => {
      answer = async (event) =>
        (await receiveCardEvent({ ...ctx, card }, event)) === 'taken' ? 200 : 400
    },
    close: async () => {
      await processor.stop()
      await new Promise((done) => ear.close(done))
    },
  }
}

/** An order of `amount` for today, with all its boxes ticked. */
export async function cardOrder(
  ctx: ServicingContext,
  owner: Owner,
  choice: Partial<CardOrder['choice']> = {},
): Promise<CardOrder> {
  const wanted: CardOrder['choice'] = {
    choice: 'other',
    amount: cents(20_000),
    extraAmount: null,
    extra: 'principal',
    ...choice,
  }
  const preview = await previewCardPayment(ctx, owner, wanted)
  assert(preview.ok, 'it can be paid')
  return {
    choice: wanted,
    fundingAccountId: null,
    shownAmount: preview.value.amount,
    shownFee: preview.value.fee?.amount ?? cents(0),
    ...{ agreed: 'yes', duplicateConfirmed: 'yes', unusualConfirmed: 'yes' },
    authorizationText: 'I authorize it.',
    idempotencyKey: newTestId(),
  }
}

/** Started, with its page open: the payment's id and the page's address. */
export async function onItsPage(
  ctx: CardContext,
  owner: Owner,
  order: CardOrder,
): Promise<{ readonly id: string; readonly url: string }> {
  const started = await startCardPayment(ctx, owner, order)
  assert(started.ok, 'it can be started')
  const { paymentId: id } = started.value
  const url = await pageOf(ctx, owner, id)
  assert(url, 'it has a page')
  return { id, url }
}

export async function pageOf(ctx: CardContext, owner: Owner, id: string): Promise<string | null> {
  const words = {
    locale: 'en',
    doneUrl: 'http://localhost:3000/done',
    backUrl: 'http://localhost:3000/back',
    paymentName: 'Payment',
    feeName: 'Fee',
  } as const
  const opened = await openCardPage(ctx, owner, { paymentId: id, words })
  assert(opened.ok, 'the processor answers')
  return opened.value
}

/** Chooses a card on the processor's page and presses a button; the status of its answer. */
export async function useCard(url: string, card: string, pressed = 'pay'): Promise<number> {
  const body = new URLSearchParams({ card, do: pressed })
  return (await fetch(url, { method: 'POST', body, redirect: 'manual' })).status
}

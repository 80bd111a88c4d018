// Asks the processor what became of a payment by card, and does what follows from it, until there
// is nothing more to do. Whoever asks: the customer who comes back, an event, or the clock.
import { assert } from '#src/domain/assert.ts'
import { cardStep } from '#src/domain/paying/card-step.ts'
import type { CardFacts } from '#src/gateways/cards/card.ts'
import { type CardPayment, readCardPayment } from '#src/store/cards/card-payments.ts'
import type { CardContext } from './card-context.ts'
import { cardDeclined } from './card-declined.ts'
import { factsOf } from './card-facts.ts'
import { cardPaid } from './card-paid.ts'
import { cardRefundFailed, cardUnexpected, cardWentBack, cardWon } from './card-went-back.ts'
import { decideHeldCard, failCard } from './decide-held-card.ts'
import { sendCardBack } from './send-card-back.ts'

type Which = { readonly accountId: string; readonly id: string }

/** Decide, take, paid; disputed, won and disputed again take fewer. */
const MOST_STEPS = 8

/**
 * Nothing is believed but what the processor answers now, so that events may come late, twice and
 * in any order. Ended anywhere and run again, it goes on where it was: money is taken once and
 * counts once.
 */
export async function followCardPayment(ctx: CardContext, which: Which): Promise<void> {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const payment = await readCardPayment(ctx.db, which)
    const facts = payment && (await factsOf(ctx, payment))
    if (!payment || !facts) return
    if ((await takeStep(ctx, payment, facts)) === 'rest') return
  }
  assert(false, `payment by card ${which.id} comes to rest`)
}

async function takeStep(
  ctx: CardContext,
  payment: CardPayment,
  facts: CardFacts,
): Promise<'rest' | 'again'> {
  const of = { payment, facts }
  const step = cardStep(payment.state, facts, payment.refundRequest === null ? 'none' : 'asked')
  switch (step) {
    case 'wait':
      return 'rest'
    case 'decide':
      await decideHeldCard(ctx, of)
      return 'again'
    case 'take':
      await ctx.card.take(intentOf(facts))
      return 'again'
    case 'release':
      await ctx.card.release(intentOf(facts))
      return 'again'
    case 'paid':
      await cardPaid(ctx, of)
      return 'again'
    case 'declined':
      return cardDeclined(ctx, of)
    case 'notPaid':
      await failCard(ctx, { ...of, reason: 'notPaid' })
      return 'rest'
    case 'released':
      await failCard(ctx, { ...of, reason: payment.stateReason ?? 'released' })
      return 'rest'
    case 'disputed':
    case 'refunded':
      await cardWentBack(ctx, { ...of, to: step })
      return 'again'
    case 'won':
      await cardWon(ctx, of)
      return 'again'
    case 'refundFailed':
      await cardRefundFailed(ctx, of)
      return 'again'
    case 'sendBack':
      return sendCardBack(ctx, of)
    case 'partlyRefunded':
    case 'unexpected':
      await cardUnexpected(ctx, { ...of, what: step })
      return 'rest'
  }
}

function intentOf({ intentId }: CardFacts): string {
  assert(intentId, 'money that is held has a number at the processor')
  return intentId
}

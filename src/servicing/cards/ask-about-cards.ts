import { readCardPayment } from '#src/store/cards/card-payments.ts'
import { cardsToRefund } from '#src/store/cards/card-refunds.ts'
import { cardPaymentsToAsk, paidCardsOfMinute } from '#src/store/cards/cards-to-ask.ts'
import type { CardContext } from './card-context.ts'
import { postDueCardPayments } from './card-paid.ts'
import { failCard } from './decide-held-card.ts'
import { followCardPayment } from './follow-card-payment.ts'
import { isCharged } from './open-card-page.ts'

const PAYMENTS_A_RUN = 200

/** An event or the customer who comes back is usually sooner. */
const ASKED_AFTER_MS = 2 * 60_000
/** Its page was never opened: whoever began it has pressed again, or gone. */
const NEVER_OPENED_AFTER_MS = 60 * 60_000

/** The networks' time for a dispute is 120 days; what is decided about one comes later. */
const WENT_BACK_WITHIN_MS = 240 * 86_400_000

/**
 * Asks the processor about each payment by card that is under way, as if no event had come, and
 * posts those whose day has come. One that was paid is asked about once a day, so that a dispute or
 * a refund is found without its event. One that fails holds up no other; it is told at the end.
 */
export async function askAboutCards(ctx: CardContext): Promise<void> {
  const now = Date.parse(ctx.clock.now())
  const before = new Date(now - ASKED_AFTER_MS).toISOString()
  const failed: unknown[] = []
  for (const which of await cardPaymentsToAsk(ctx.db, { before, limit: PAYMENTS_A_RUN }))
    await ask(ctx, which, now).catch((error: unknown) => failed.push(error))
  for (const which of await cardsToRefund(ctx.db, PAYMENTS_A_RUN))
    await followCardPayment(ctx, which).catch((error: unknown) => failed.push(error))
  for (const which of await paidCardsOfMinute(ctx.db, minuteOf(now)))
    await followCardPayment(ctx, which).catch((error: unknown) => failed.push(error))
  await postDueCardPayments(ctx)
  if (failed.length > 0)
    throw new AggregateError(failed, `${failed.length} payments by card: ${failed[0]}`)
}

/** By the clock's minute of the day: each payment has its own. */
function minuteOf(now: number): { minute: number; since: string } {
  const minute = Math.floor(now / 60_000) % 1440
  return { minute, since: new Date(now - WENT_BACK_WITHIN_MS).toISOString() }
}

async function ask(
  ctx: CardContext,
  which: { accountId: string; id: string },
  now: number,
): Promise<void> {
  const payment = await readCardPayment(ctx.db, which)
  if (!payment || payment.sessionId !== null || isCharged(payment))
    return followCardPayment(ctx, which)
  if (Date.parse(payment.createdAt) < now - NEVER_OPENED_AFTER_MS)
    await failCard(ctx, { payment, reason: 'notOpened' })
}

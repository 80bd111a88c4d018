import { CardProcessorDown } from '#src/gateways/cards/card.ts'
import { isKnownCardEvent, keepCardEvent } from '#src/store/cards/card-events.ts'
import { followCardSetup } from '../saved-cards/follow-card-setup.ts'
import type { CardContext } from './card-context.ts'
import { followCardPayment } from './follow-card-payment.ts'

/**
 * Takes an event of the processor. `refused`: not signed by it, or too old; `later`: it does not
 * answer when it is asked about it. What it says is not
 * believed: the processor is asked about the payment it names, and the event is kept once all that
 * follows is written, so that one which was not finished is sent again.
 */
export async function receiveCardEvent(
  ctx: CardContext,
  sent: { readonly body: string; readonly signature: string },
): Promise<'taken' | 'refused' | 'later'> {
  try {
    return await receive(ctx, sent)
  } catch (error) {
    if (error instanceof CardProcessorDown) return 'later'
    throw error
  }
}

async function receive(
  ctx: CardContext,
  sent: { readonly body: string; readonly signature: string },
): Promise<'taken' | 'refused'> {
  const event = await ctx.card.readEvent(sent.body, sent.signature)
  if (event === null) return 'refused'
  if (await isKnownCardEvent(ctx.db, event.id)) return 'taken'
  const about =
    event.about && ID.test(event.about.accountId + event.about.paymentId) ? event.about : null
  if (about) {
    const which = { accountId: about.accountId, id: about.paymentId }
    await (about.what === 'setup' ? followCardSetup(ctx, which) : followCardPayment(ctx, which))
  }
  const { id, kind } = event
  await ctx.db
    .transaction()
    .execute((tx) => keepCardEvent(tx, { id, kind, about, at: ctx.clock.now() }))
  return 'taken'
}

/** Two ids of ours, one after the other. */
const ID = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}){2}$/

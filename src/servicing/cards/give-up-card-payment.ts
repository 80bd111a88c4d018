import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { CardProcessorDown } from '#src/gateways/cards/card.ts'
import { readCardPayment } from '#src/store/cards/card-payments.ts'
import type { Owner } from '../context.ts'
import type { CardContext } from './card-context.ts'
import { failCard } from './decide-held-card.ts'
import { followCardPayment } from './follow-card-payment.ts'
import { isCharged } from './open-card-page.ts'

/**
 * Ends a payment by card that nobody paid: its page is closed at the processor first, so that
 * nothing can be paid there afterwards. One that was paid meanwhile stays paid: asked again, the
 * page of the payment says so; a saved card that is being charged is not given up.
 */
export async function giveUpCardPayment(
  ctx: CardContext,
  owner: Owner,
  id: string,
): Promise<Outcome<'done'>> {
  const which = { accountId: owner.accountId, id }
  const payment = await readCardPayment(ctx.db, which)
  if (payment?.obligorId !== owner.obligorId) return refused({ code: 'paymentNotFound' })
  if (payment.state !== 'started') return accepted('done')
  try {
    if (isCharged(payment)) await followCardPayment(ctx, which)
    else if (payment.sessionId === null) await failCard(ctx, { payment, reason: 'notPaid' })
    else {
      const { page } = await ctx.card.look(payment.sessionId)
      if (page === 'open') await ctx.card.closePage(payment.sessionId)
      await followCardPayment(ctx, which)
    }
    return accepted('done')
  } catch (error) {
    if (error instanceof CardProcessorDown) return refused({ code: 'cardProcessorDown' })
    throw error
  }
}

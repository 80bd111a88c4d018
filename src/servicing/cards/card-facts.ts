import { assert } from '#src/domain/assert.ts'
import type { CardFacts } from '#src/gateways/cards/card.ts'
import type { CardPayment } from '#src/store/cards/card-payments.ts'
import { openCardToken } from '#src/store/cards/saved-cards.ts'
import type { CardContext } from './card-context.ts'

/**
 * What the processor says of a payment now. A saved card that was agreed to is charged by this
 * question, once: what was asked before for the same payment is looked for first. Null where there
 * is nothing to ask about.
 */
export async function factsOf(ctx: CardContext, payment: CardPayment): Promise<CardFacts | null> {
  const { accountId, id, sessionId, intentId, fundingAccountId, needsPage } = payment
  if (sessionId !== null) return ctx.card.look(sessionId)
  if (fundingAccountId === null || needsPage) return null
  if (intentId !== null) return ctx.card.lookAtCharge(intentId)
  if (payment.state !== 'started') return null
  const token = await openCardToken(ctx.db, ctx.vault, { accountId, id: fundingAccountId })
  assert(token, 'a saved card has its token')
  const amount = payment.amount + payment.fee
  return ctx.card.charge({ accountId, paymentId: id, amount, token })
}

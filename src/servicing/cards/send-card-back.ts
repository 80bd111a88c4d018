import { assert } from '#src/domain/assert.ts'
import type { CardFacts } from '#src/gateways/cards/card.ts'
import type { CardPayment } from '#src/store/cards/card-payments.ts'
import { dropRefund } from '#src/store/cards/card-refunds.ts'
import { openMoneyTask } from '../ach-returns/money-task.ts'
import { loadForUpdate } from '../load-account.ts'
import type { CardContext } from './card-context.ts'

/**
 * Sends back what is left of a payment by card, under the id of the request for it: ended anywhere
 * and run again, it is sent once. That it was sent is believed when the processor is asked next.
 * One that the processor will not send goes before a person, and still counts.
 */
export async function sendCardBack(
  ctx: CardContext,
  of: { readonly payment: CardPayment; readonly facts: CardFacts },
): Promise<'again'> {
  const { payment, facts } = of
  const { refundRequest: refundId } = payment
  assert(refundId && facts.intentId, 'money that goes back was asked for, and was taken')
  const amount = facts.amount - facts.refunded
  const answer = await ctx.card.refund({ refundId, intentId: facts.intentId, amount })
  if (answer === 'refused') await giveUp(ctx, { payment, refundId, name: facts.intentId })
  return 'again'
}

async function giveUp(
  ctx: CardContext,
  of: { readonly payment: CardPayment; readonly refundId: string; readonly name: string },
): Promise<void> {
  const { payment, refundId, name } = of
  const { accountId, id, confirmation, amount } = payment
  await ctx.db.transaction().execute(async (tx) => {
    const { account } = await loadForUpdate(tx, accountId)
    const change = { id, requestId: refundId, at: ctx.clock.now() }
    if (!(await dropRefund(tx, account, change))) return
    const details = { amount, reason: confirmation, name }
    await openMoneyTask(ctx, tx, { kind: 'cardNotRefunded', about: refundId, accountId, details })
  })
}

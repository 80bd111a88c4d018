import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { type CardPageOrder, CardProcessorDown } from '#src/gateways/cards/card.ts'
import { type CardPayment, readCardPayment } from '#src/store/cards/card-payments.ts'
import { keepPage } from '#src/store/cards/card-steps.ts'
import type { Owner } from '../context.ts'
import type { CardContext } from './card-context.ts'

/** What the processor's page shows besides the amount, and where its buttons lead. */
export type CardPageWords = Pick<CardPageOrder, 'locale' | 'doneUrl' | 'backUrl'> & {
  readonly paymentName: string
  readonly feeName: string
}

/**
 * The address of the processor's page for a payment that was started; asked again, the same page.
 * Null where nothing is left to be paid there. Refuses while the processor cannot be reached:
 * nothing is lost by asking later.
 */
export async function openCardPage(
  ctx: CardContext,
  owner: Owner,
  of: { readonly paymentId: string; readonly words: CardPageWords },
): Promise<Outcome<string | null>> {
  const which = { accountId: owner.accountId, id: of.paymentId }
  const payment = await readCardPayment(ctx.db, which)
  if (payment?.obligorId !== owner.obligorId) return refused({ code: 'paymentNotFound' })
  if (payment.state !== 'started' || isCharged(payment)) return accepted(null)
  try {
    return accepted(await addressOf(ctx, payment, of.words))
  } catch (error) {
    if (error instanceof CardProcessorDown) return refused({ code: 'cardProcessorDown' })
    throw error
  }
}

/** A saved card is charged without a page, unless its bank wants to ask its owner. */
export function isCharged({ fundingAccountId, needsPage }: CardPayment): boolean {
  return fundingAccountId !== null && !needsPage
}

async function addressOf(
  ctx: CardContext,
  payment: CardPayment,
  words: CardPageWords,
): Promise<string | null> {
  if (payment.sessionId !== null) return (await ctx.card.look(payment.sessionId)).url
  const { accountId, id, amount, fee } = payment
  const { paymentName, feeName, ...rest } = words
  const { sessionId, url } = await ctx.card.openPage({
    ...{ accountId, paymentId: id, ...rest },
    lines: [{ name: paymentName, amount }, ...(fee > 0 ? [{ name: feeName, amount: fee }] : [])],
  })
  const isKept = await ctx.db
    .transaction()
    .execute((tx) => keepPage(tx, { accountId, id, sessionId }))
  if (isKept) return url
  // Dropped in another window while it was opened: nobody pays there.
  await ctx.card.closePage(sessionId)
  return null
}

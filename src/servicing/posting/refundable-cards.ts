import type { OrderedAccount } from '#src/domain/orders/money-order.ts'
import { type CountedCard, countedCards } from '#src/domain/orders/plan-card-refund.ts'
import { readCardPayments } from '#src/store/cards/card-payments.ts'
import type { PostingContext } from './posting-context.ts'

const SHOWN = 12

/** A payment by card that counts and can go back to its card. */
export type RefundableCard = CountedCard & {
  readonly confirmation: string
  readonly brand: string | null
  readonly lastFour: string | null
}

/** The latest ones, the last first; none that is disputed or being sent back. */
export async function refundableCards(
  ctx: PostingContext,
  of: { readonly accountId: string; readonly account: Pick<OrderedAccount, 'ledger'> },
): Promise<RefundableCard[]> {
  const paid = await readCardPayments(ctx.db, of.accountId)
  return countedCards(of.account)
    .flatMap((counted) => {
      const found = paid.find(({ id }) => id === counted.paymentId)
      if (found?.state !== 'paid' || found.refundRequest !== null) return []
      const { confirmation, brand, lastFour } = found
      return [{ ...counted, confirmation, brand, lastFour }]
    })
    .reverse()
    .slice(0, SHOWN)
}

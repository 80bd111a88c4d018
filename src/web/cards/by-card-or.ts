import type { Refusal } from '#src/domain/refusal.ts'
import { viewCardPayment } from '#src/servicing/cards/view-card-payment.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { refusedPage } from '../errors.tsx'
import { paymentIdOf } from '../payments/payment-id.ts'

/** The account's history names a payment by card as any other; its page is another one. */
export async function byCardOr(
  { c, ctx, owner, base }: AccountVisit,
  refusal: Refusal,
): Promise<Response> {
  const id = paymentIdOf(c)
  const byCard = await viewCardPayment(ctx, owner, id)
  return byCard.ok ? c.redirect(`${base}/card-payments/${id}`, 302) : refusedPage(c, refusal)
}

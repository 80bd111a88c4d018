import type { Refusal } from '#src/domain/refusal.ts'
import { insertCardPayment, readCardPayments } from '#src/store/cards/card-payments.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadForUpdate, settled } from '../load-account.ts'
import { cardDay } from './card-context.ts'
import { type CardOrder, decideCardPayment } from './decide-card-payment.ts'
import { cardFeeOn, newCardPayment, noteStarted } from './new-card-payment.ts'
import { noteCardAttempt } from './note-card-attempt.ts'
import { savedCardOf } from './saved-card-of.ts'

/** `attempt` is the number of one that failed: no money moves for it. */
export type StartedCardPayment =
  | { readonly ok: true; readonly value: { readonly paymentId: string } }
  | { readonly ok: false; readonly refusal: Refusal; readonly attempt: string | null }

/**
 * Sets down what an obligor agreed to pay by card, before they are led to the processor's page, or
 * before their saved card is charged. It takes nothing and counts nothing. The same idempotency key
 * answers with the payment it made. Refuses an amount or a fee that is no longer the one shown;
 * what is refused has a number.
 */
export async function startCardPayment(
  ctx: ServicingContext,
  owner: Owner,
  order: CardOrder,
): Promise<StartedCardPayment> {
  return ctx.db.transaction().execute(async (tx): Promise<StartedCardPayment> => {
    const loaded = await loadForUpdate(tx, owner.accountId)
    const cards = await readCardPayments(tx, owner.accountId)
    const earlier = cards.find((known) => known.idempotencyKey === order.idempotencyKey)
    if (earlier)
      return earlier.obligorId === owner.obligorId
        ? { ok: true, value: { paymentId: earlier.id } }
        : { ok: false, refusal: { code: 'formAlreadyUsed' }, attempt: null }
    const on = await cardDay(ctx, tx)
    const saved = await savedCardOf(tx, owner, { id: order.fundingAccountId, on })
    if (!saved.ok) return { ok: false, refusal: saved.refusal, attempt: null }
    const payments = await readPayments(tx, owner.accountId)
    const asOf = { loaded: settled(ctx, loaded, on), on, payments, cards }
    const decided = decideCardPayment(ctx, { ...asOf, order })
    const fee = cardFeeOn(ctx, on)
    const refusal: Refusal | null = !decided.ok
      ? decided.refusal
      : (fee?.amount ?? 0) === order.shownFee
        ? null
        : { code: 'amountChanged', now: decided.value.amount }
    if (!decided.ok || refusal) {
      const why = refusal ?? { code: 'formAlreadyUsed' }
      const { account } = loaded
      const attempt = await noteCardAttempt(ctx, tx, { owner, order, on, refusal: why, account })
      return { ok: false, refusal: why, attempt }
    }
    const terms = decided.value
    const payment = newCardPayment(ctx, { owner, order, on, terms, fee, saved: saved.value })
    await insertCardPayment(tx, payment)
    await noteStarted(ctx, tx, { account: loaded.account, payment })
    return { ok: true, value: { paymentId: payment.id } }
  })
}

import type { Refusal } from '#src/domain/refusal.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { businessDay } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadForUpdate, settled } from '../load-account.ts'
import { decidePayment, type PaymentOrder } from './decide-payment.ts'
import { noteAttempt } from './note-attempt.ts'
import { paymentOf, savePayment } from './save-payment.ts'

/** `attempt` is the number of a payment that failed: no money moves for it. */
export type MadePayment =
  | {
      readonly ok: true
      readonly value: { readonly paymentId: string; readonly wasNew: 'yes' | 'no' }
    }
  | { readonly ok: false; readonly refusal: Refusal; readonly attempt: string | null }

/**
 * Sets a payment from the obligor's bank account: checked under the account's lock, recorded with
 * its authorization, a receipt put on its way, all in one commit. Nothing is collected yet. The
 * same idempotency key answers with the payment it made. Refuses an amount that is no longer the
 * one shown. What is refused is kept as an attempt, with a number.
 */
export async function makePayment(
  ctx: ServicingContext,
  owner: Owner,
  order: PaymentOrder,
): Promise<MadePayment> {
  return ctx.db.transaction().execute(async (tx): Promise<MadePayment> => {
    const loaded = await loadForUpdate(tx, owner.accountId)
    const payments = await readPayments(tx, owner.accountId)
    const earlier = payments.find((known) => known.idempotencyKey === order.idempotencyKey)
    if (earlier)
      return earlier.obligorId === owner.obligorId
        ? { ok: true, value: { paymentId: earlier.id, wasNew: 'no' } }
        : { ok: false, refusal: { code: 'formAlreadyUsed' }, attempt: null }
    const today = await businessDay(tx)
    const asOfToday = settled(ctx, loaded, today)
    const decided = await decidePayment(ctx, tx, {
      owner,
      order,
      loaded: asOfToday,
      today,
      payments,
    })
    if (!decided.ok) {
      const { refusal } = decided
      const attempt = await noteAttempt(ctx, tx, { owner, order, refusal, account: loaded.account })
      return { ok: false, refusal, attempt }
    }
    const payment = paymentOf(ctx, { owner, order, today, ...decided.value })
    await savePayment(ctx, tx, { payment, account: loaded.account, owner })
    return { ok: true, value: { paymentId: payment.id, wasNew: 'yes' } }
  })
}

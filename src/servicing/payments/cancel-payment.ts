import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { cancelPayment as cancelRow, readPayment } from '#src/store/payments/payments.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { isCancelable } from '../scheduled-payments.ts'
import { tellOfPayment } from './tell-of-payment.ts'

/**
 * Cancels one's own payment until its file's cutoff, or while a refused one waits for a decision. Canceling it again answers the same. Refuses a
 * co-borrower's payment, and one whose cutoff has passed.
 */
export async function cancelPayment(
  ctx: ServicingContext,
  owner: Owner,
  order: { paymentId: string },
): Promise<Outcome<{ paymentId: string }>> {
  return ctx.db.transaction().execute(async (tx) => {
    const { account } = await loadForUpdate(tx, owner.accountId)
    const { paymentId } = order
    const payment = await readPayment(tx, { accountId: owner.accountId, id: paymentId })
    if (!payment) return refused({ code: 'paymentNotFound' })
    if (payment.obligorId !== owner.obligorId) return refused({ code: 'paymentOfCoBorrower' })
    if (payment.state === 'canceled') return accepted({ paymentId })
    const now = ctx.clock.now()
    if (!isCancelable(ctx, payment, now)) return refused({ code: 'paymentNotCancelable' })
    if (!(await cancelRow(tx, account, { id: paymentId, at: now })))
      return refused({ code: 'paymentNotCancelable' })
    const { confirmation } = payment
    await tellOfPayment(ctx, tx, { payment, template: 'paymentCanceled' })
    await appendAccountAudit(tx, ctx.vault, {
      account,
      entry: {
        at: now,
        requestId: ctx.requestId,
        actor: { kind: 'obligor', id: owner.obligorId },
        action: 'payment canceled',
        details: { paymentId, confirmation },
      },
    })
    return accepted({ paymentId })
  })
}

import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { cancelPayment as cancelRow } from '#src/store/payments/payments.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { tellObligor } from '../tell-obligor.ts'

/** Cancels a payment whose bank account is removed, in the same transaction; its owner agreed. */
export async function cancelWithAccount(
  ctx: ServicingContext,
  tx: Tx,
  of: { owner: Owner; account: LockedAccount; payment: Payment },
): Promise<LockedAccount> {
  const { owner, account, payment } = of
  const at = ctx.clock.now()
  await cancelRow(tx, account, { id: payment.id, at })
  const { confirmation, amount, effectiveDate: effective, id: paymentId } = payment
  await tellObligor(ctx, tx, {
    owner,
    template: 'paymentCanceled',
    parameters: { paymentId, confirmation, amount: String(amount), effective },
  })
  return appendAccountAudit(tx, ctx.vault, {
    account,
    entry: {
      at,
      requestId: ctx.requestId,
      actor: { kind: 'obligor', id: owner.obligorId },
      action: 'payment canceled',
      details: { paymentId, confirmation, because: 'bank account removed' },
    },
  })
}

import { readObligors } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import type { ServicingContext } from '../context.ts'
import { tellOfPayment } from '../payments/tell-of-payment.ts'
import { tellObligor } from '../tell-obligor.ts'

/**
 * Tells whose payment it is that it did not go; every other obligor, where it had counted, that it
 * does not count now.
 */
export async function tellOfHeld(
  ctx: ServicingContext,
  tx: Tx,
  of: { readonly payment: Payment; readonly isTakenBack: boolean },
): Promise<void> {
  const { payment, isTakenBack } = of
  await tellOfPayment(ctx, tx, { payment, template: 'paymentHeld' })
  if (!isTakenBack) return
  const { accountId, id: paymentId, confirmation, amount, effectiveDate: effective } = payment
  const parameters = { paymentId, confirmation, amount: String(amount), effective }
  for (const { id: obligorId } of await readObligors(tx, ctx.vault, accountId))
    if (obligorId !== payment.obligorId)
      await tellObligor(ctx, tx, {
        owner: { accountId, obligorId },
        template: 'paymentHeldShared',
        parameters,
      })
}

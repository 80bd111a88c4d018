import type { NotSentReason } from '#src/domain/account/sending.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import type { ServicingContext } from '../context.ts'
import { tellObligor } from '../tell-obligor.ts'

/** Money that was promised and will not move: never in silence. */
export async function tellNotSent(
  ctx: ServicingContext,
  tx: Tx,
  { payment, reason }: { payment: Payment; reason: NotSentReason },
): Promise<void> {
  const { accountId, obligorId, id: paymentId, confirmation, amount } = payment
  const { effectiveDate: effective } = payment
  await tellObligor(ctx, tx, {
    owner: { accountId, obligorId },
    template: 'paymentNotSent',
    parameters: { paymentId, confirmation, amount: String(amount), effective, reason },
  })
}

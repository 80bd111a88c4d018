import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { plus } from '#src/domain/money.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import type { ServicingContext } from '../context.ts'
import { type ToldSplit, tellOfPayment } from './tell-of-payment.ts'

/** Tells whose payment it is that it counts from now on, with its split from the ledger. */
export async function tellApplied(
  ctx: ServicingContext,
  tx: Tx,
  of: { payment: Payment; ledger: AccountLedger; eventId: string },
): Promise<void> {
  const { payment } = of
  const split = splitOf(of.ledger, of.eventId)
  await tellOfPayment(ctx, tx, { payment, template: 'paymentApplied', ...(split && { split }) })
}

/** Of a loan; a lease has no interest and no principal to tell of. */
function splitOf(ledger: AccountLedger, eventId: string): ToldSplit | null {
  if (ledger.product !== 'loan') return null
  const split = ledger.steps.find(({ event }) => event.id === eventId)?.split
  if (!split) return null
  const { interest, principal, recovered, lateCharges, fees } = split
  return { interest, principal: plus(principal, recovered), charges: plus(lateCharges, fees) }
}

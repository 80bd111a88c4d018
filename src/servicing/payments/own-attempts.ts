import { type PaymentAttempt, readAttempts } from '#src/store/payments/payment-attempts.ts'
import type { Owner, ServicingContext } from '../context.ts'

const MOST_SHOWN = 100

/** Payments that this obligor tried to make and that were refused, newest first. */
export function ownAttempts(
  ctx: ServicingContext,
  { accountId, obligorId }: Owner,
): Promise<PaymentAttempt[]> {
  return readAttempts(ctx.db, { accountId, obligorId, limit: MOST_SHOWN })
}

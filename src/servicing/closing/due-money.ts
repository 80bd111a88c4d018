import type { BankContext } from '../ach/bank-context.ts'
import { postDuePayments } from '../ach/post-due-payments.ts'
import { chargeCardsIfAny } from '../saved-cards/charge-due-cards.ts'

/**
 * What counts from the day: payments that the bank has, and debits of saved cards, unless the
 * minute's job charged them. Neither waits for the other; what fails is told after both.
 */
export async function countDueMoney(ctx: BankContext): Promise<void> {
  const done = await Promise.allSettled([postDuePayments(ctx), chargeCardsIfAny(ctx)])
  const failed = done.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  if (failed.length > 0) throw new AggregateError(failed, failed.join('; '))
}

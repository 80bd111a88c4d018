import { CardProcessorDown } from '#src/gateways/cards/card.ts'
import type { Owner } from '../context.ts'
import type { CardContext } from './card-context.ts'
import { followCardPayment } from './follow-card-payment.ts'

/**
 * For whoever comes back from the processor's page: that they came says nothing, the processor is
 * asked. `down`: it does not answer, and what is known stays as it is.
 */
export async function lookAtCardPayment(
  ctx: CardContext,
  { accountId }: Owner,
  id: string,
): Promise<'answered' | 'down'> {
  try {
    await followCardPayment(ctx, { accountId, id })
    return 'answered'
  } catch (error) {
    if (error instanceof CardProcessorDown) return 'down'
    throw error
  }
}

import { takeIncoming } from '../ach-returns/take-incoming.ts'
import { settleRefusedFiles } from '../refused-files/settle-refused-files.ts'
import type { BankContext } from './bank-context.ts'
import { cutoffThrough } from './cutoff-through.ts'
import { postDuePayments } from './post-due-payments.ts'

/**
 * What the clock asks for now: the files of cutoffs that have passed, what the bank sent back or
 * refused, then the payments that count. A bank that cannot be reached holds up no posting; what
 * went wrong is told at the end.
 */
export async function sendPayments(ctx: BankContext): Promise<void> {
  const done = [
    await settledOf(cutoffThrough(ctx, ctx.clock.now())),
    await settledOf(takeIncoming(ctx)),
    await settledOf(settleRefusedFiles(ctx)),
    await settledOf(postDuePayments(ctx)),
  ]
  const failed = done.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  if (failed.length > 0) throw new AggregateError(failed, failed.join('; '))
}

async function settledOf(work: Promise<void>): Promise<PromiseSettledResult<void>> {
  const [result] = await Promise.allSettled([work])
  return result
}

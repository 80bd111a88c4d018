import type { Bank } from '#src/gateways/bank.ts'
import type { ServicingContext } from '../context.ts'
import { handleReturns } from './handle-returns.ts'
import { takeBankFile } from './take-bank-file.ts'

/**
 * Takes every whole file that the bank left for us and handles what stands in them. Stopped
 * anywhere and run again, a file is taken once and each item of it handled once.
 */
export async function takeIncoming(ctx: ServicingContext & { readonly bank: Bank }): Promise<void> {
  for (const name of await ctx.bank.incoming()) {
    await takeBankFile(ctx, { name, bytes: await ctx.bank.fetch(name) })
    await ctx.bank.markTaken(name)
  }
  await handleReturns(ctx)
}

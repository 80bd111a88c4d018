import type { BankContext } from '../ach/bank-context.ts'
import { bringBackRefunds } from '../posting/bring-back-refunds.ts'
import { settleRefusedFiles } from '../refused-files/settle-refused-files.ts'

/** What becomes of files that the bank refused, and of refunds that did not arrive. */
export async function afterBank(ctx: BankContext): Promise<void> {
  await settleRefusedFiles(ctx)
  await bringBackRefunds(ctx)
}

import type { BankContext } from '../ach/bank-context.ts'
import { bringBackRefunds } from '../posting/bring-back-refunds.ts'
import { postCreditFiles } from '../posting/post-credit-files.ts'
import { settleRefusedFiles } from '../refused-files/settle-refused-files.ts'

/** Files that the bank refused, refunds that did not arrive, and payments of approved files. */
export async function afterBank(ctx: BankContext): Promise<void> {
  await settleRefusedFiles(ctx)
  await bringBackRefunds(ctx)
  await postCreditFiles(ctx)
}

import { readObligors } from '#src/store/accounts/obligors.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import type { PostingContext } from './posting-context.ts'

/** A verified bank account of a borrower: money is sent back to no other. */
export type RefundBank = {
  readonly id: string
  readonly kind: 'checking' | 'savings'
  readonly lastFour: string
  readonly whose: string
}

export async function refundBanks(ctx: PostingContext, accountId: string): Promise<RefundBank[]> {
  const banks: RefundBank[] = []
  for (const { id: obligorId, details } of await readObligors(ctx.db, ctx.vault, accountId)) {
    const own = await readFundingAccounts(ctx.db, { accountId, obligorId })
    for (const { id, kind, lastFour, state } of own)
      if (state === 'verified') banks.push({ id, kind, lastFour, whose: details.givenName })
  }
  return banks
}

import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import type { ServicingContext } from '../context.ts'
import { loadLoanForUpdate } from '../load-account.ts'
import { autopayAtCutoff } from './autopay-at-cutoff.ts'

/**
 * Looks once more at the payments of autopay that a file is about to take: each goes as it is,
 * smaller, or not at all, and its owner is told. `isChanged`: they have to be read again.
 */
export async function settleAutopay(
  ctx: ServicingContext,
  tx: Tx,
  of: { readonly accounts: readonly LockedAccount[]; readonly payments: readonly Payment[] },
): Promise<{ readonly accounts: LockedAccount[]; readonly isChanged: boolean }> {
  const held = new Map(of.accounts.map((account) => [account.accountId, account]))
  let isChanged = false
  for (const payment of of.payments) {
    if (payment.autopayId === null) continue
    const loaded = await loadLoanForUpdate(tx, payment.accountId)
    const now = await autopayAtCutoff(tx, ctx, { loaded, payment })
    held.set(payment.accountId, now.account)
    isChanged ||= now.payment?.amount !== payment.amount
  }
  return { accounts: [...held.values()], isChanged }
}

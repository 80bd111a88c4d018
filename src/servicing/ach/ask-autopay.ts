import { replay } from '#src/domain/account/replay.ts'
import { readEvents } from '#src/store/accounts/account-events.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { autopayAtCutoff } from '../autopay/autopay-at-cutoff.ts'
import type { ServicingContext } from '../context.ts'

/**
 * Asks autopay about each payment that it made, under the accounts' locks: it may make one smaller
 * or take it off, and tells whose it is. Answers with the accounts as they are then; the payments
 * are to be read again.
 */
export async function askAutopay(
  ctx: ServicingContext,
  tx: Tx,
  of: { readonly accounts: readonly LockedAccount[]; readonly payments: readonly Payment[] },
): Promise<readonly LockedAccount[]> {
  const byAccount = Map.groupBy(of.payments, ({ accountId }) => accountId)
  const after: LockedAccount[] = []
  for (const held of of.accounts) {
    let account = held
    const payments = byAccount.get(account.accountId) ?? []
    if (payments.length > 0) {
      const events = await readEvents(tx, account.accountId)
      const ledger = replay(events)
      for (const payment of payments) {
        const loaded = { account, events, ledger }
        account = (await autopayAtCutoff(tx, ctx, { loaded, payment })).account
      }
    }
    after.push(account)
  }
  return after
}

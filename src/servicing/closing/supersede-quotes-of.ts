import type { AccountLedger } from '#src/domain/account/replay.ts'
import { assert } from '#src/domain/assert.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { readOpenQuotesOf } from '#src/store/payments/open-quotes.ts'
import { closeQuote } from '#src/store/payments/payoff-quotes.ts'
import { stillHolds } from '../supersede-quotes.ts'

/** As `supersedeQuotes`, for several accounts: their open quotes are read at once. */
export async function supersedeQuotesOf(
  tx: Tx,
  changed: readonly { readonly account: LockedAccount; readonly ledger: AccountLedger }[],
): Promise<void> {
  if (changed.length === 0) return
  const byId = new Map(changed.map((each) => [each.account.accountId, each]))
  for (const quote of await readOpenQuotesOf(tx, [...byId.keys()])) {
    const each = byId.get(quote.accountId)
    assert(each, 'only quotes of the asked accounts are read')
    if (!stillHolds(quote, each.ledger))
      await closeQuote(tx, each.account, { id: quote.id, state: 'superseded' })
  }
}

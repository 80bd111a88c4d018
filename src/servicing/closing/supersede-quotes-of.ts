import { loanLedger } from '#src/domain/account/ledger.ts'
import { assert } from '#src/domain/assert.ts'
import type { Tx } from '#src/store/database.ts'
import { readOpenQuotesOf } from '#src/store/payments/open-quotes.ts'
import { closeQuote } from '#src/store/payments/payoff-quotes.ts'
import { stillHolds } from '../supersede-quotes.ts'
import type { SettledAccount } from './settle-account.ts'

/** As `supersedeQuotes`, for several accounts: their open quotes are read at once. */
export async function supersedeQuotesOf(tx: Tx, settled: readonly SettledAccount[]): Promise<void> {
  if (settled.length === 0) return
  const byId = new Map(settled.map((each) => [each.move.account.accountId, each]))
  for (const quote of await readOpenQuotesOf(tx, [...byId.keys()])) {
    const each = byId.get(quote.accountId)
    assert(each, 'only quotes of the asked accounts are read')
    if (!stillHolds(quote, loanLedger(each.extension.ledger)))
      await closeQuote(tx, each.move.account, { id: quote.id, state: 'superseded' })
  }
}

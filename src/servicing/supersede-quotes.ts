import type { LoanLedger } from '#src/domain/account/ledger.ts'
import { quoteOn } from '#src/domain/account/quote.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { closeQuote, type PayoffQuote, readOpenQuotes } from '#src/store/payments/payoff-quotes.ts'

/**
 * Marks open quotes whose amount no longer closes the account on one of their days: a quote is
 * right or it says so.
 */
export async function supersedeQuotes(
  tx: Tx,
  account: LockedAccount,
  ledger: LoanLedger,
): Promise<void> {
  for (const quote of await readOpenQuotes(tx, account))
    if (!stillHolds(quote, ledger))
      await closeQuote(tx, account, { id: quote.id, state: 'superseded' })
}

/** Whether each day of the quote still costs what it says. */
export function stillHolds(quote: PayoffQuote, ledger: LoanLedger): boolean {
  return quote.body.days.every((day) => quoteOn(ledger, day.on).total === day.total)
}

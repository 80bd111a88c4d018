import { assert } from '#src/domain/assert.ts'
import { type LedgerFile, ledgerFile } from '#src/formats/ledger/ledger-file.ts'
import { businessDay } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { knownThrough, loadAccount, settled } from '../load-account.ts'

/**
 * A loan as anybody can compute it again, as of the end of the business date; of an account known
 * from public filings, of their last day. Null: a lease, which the calculator does not replay.
 */
export async function ownLedger(ctx: ServicingContext, owner: Owner): Promise<LedgerFile | null> {
  const [loaded, today] = await Promise.all([
    loadAccount(ctx.db, owner.accountId),
    businessDay(ctx.db),
  ])
  if (loaded.ledger.product === 'lease') return null
  const on = knownThrough(loaded) ?? today
  const { ledger } = settled(ctx, loaded, on)
  assert(ledger.product === 'loan', 'no event makes a lease of a loan')
  return ledgerFile(loaded.events, { ledger, on })
}

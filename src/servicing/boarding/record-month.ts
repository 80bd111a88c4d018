// One filed month of an account that is on the books: its fact and a line of the audit.
import type { Fact } from '#src/domain/account/extend.ts'
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import type { LoadedAccount } from '../load-account.ts'
import { recordFacts } from '../record-facts.ts'
import { type Boardable, sourceNumber } from './boarding-outcome.ts'

/** Records `fact`, effective at the end of its period, under the account's lock. */
export async function recordMonth<L extends AccountLedger>(
  tx: Tx,
  ctx: ServicingContext,
  month: { from: Boardable; loaded: LoadedAccount<LockedAccount, L>; fact: Fact },
): Promise<LoadedAccount<LockedAccount, L>> {
  const { from, fact } = month
  const periodEnd = fact.effectiveDate
  const loaded = await recordFacts(tx, ctx, {
    loaded: month.loaded,
    facts: [fact],
    through: periodEnd,
  })
  const entry = {
    at: ctx.clock.now(),
    requestId: ctx.requestId,
    actor: { kind: 'system', id: 'boarding' },
    action: 'reported month added',
    details: { source: sourceNumber(from.record), periodEnd },
  } as const
  const account = await appendAccountAudit(tx, ctx.vault, { account: loaded.account, entry })
  return { ...loaded, account }
}

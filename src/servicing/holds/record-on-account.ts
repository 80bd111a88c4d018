import type { Fact } from '#src/domain/account/extend.ts'
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { type AccountAuditEntry, appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { autopayAfter } from '../autopay/autopay-after.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import type { LoadedAccount } from '../load-account.ts'
import { recordFacts } from '../record-facts.ts'

/**
 * Records what happened to an account that is held: due dates moved, a charge-off, an adjustment.
 * Autopay follows in the same transaction: each debit that is set is decided on anew and its owner
 * told. With a line in the audit.
 */
export async function recordOnAccount<L extends AccountLedger>(
  tx: Tx,
  ctx: ServicingContext,
  of: {
    readonly loaded: LoadedAccount<LockedAccount, L>
    readonly facts: readonly Fact[]
    readonly actor: AccountAuditEntry['actor']
  },
): Promise<LoadedAccount<LockedAccount, L>> {
  const { loaded, facts, actor } = of
  const through = await businessDay(tx)
  const recorded = await recordFacts(tx, ctx, { loaded, facts, through })
  const after = await autopayAfter(tx, ctx, { loaded: recorded, cause: { kind: 'facts' } })
  const kinds = facts.map(({ payload }) => payload.kind)
  const account = await appendAccountAudit(tx, ctx.vault, {
    account: after.account,
    entry: {
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      actor,
      action: 'recorded on account',
      details: { kinds, effective: facts.map(({ effectiveDate }) => effectiveDate) },
    },
  })
  return { ...after, account }
}

import { type AccountAuditEntry, appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { readKnownFunding, stopFunding } from '#src/store/payments/funding-changes.ts'
import type { ServicingContext } from '../context.ts'
import { bankAccountStopped } from './bank-account-stopped.ts'
import { tellOfBankAccount } from './tell-of-return.ts'

/**
 * Nothing more is taken from a bank account: its bank or its owner said no, or its number is marked
 * (`fraud`). Whatever waits for it is held back and its owner is told; stopped before, nothing is
 * done but that what a bank says stands in place of a mark.
 */
export async function stopBankAccount(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly account: LockedAccount
    readonly fundingAccountId: string
    readonly code: string
    /** Who stops it; the bank where this is left out. */
    readonly actor?: AccountAuditEntry['actor']
  },
): Promise<LockedAccount> {
  const { fundingAccountId, code, actor = { kind: 'system', id: 'bank' } } = of
  const which = { accountId: of.account.accountId, id: fundingAccountId }
  if (!(await stopFunding(tx, { ...which, reason: code }))) return of.account
  const account = await appendAccountAudit(tx, ctx.vault, {
    account: of.account,
    entry: {
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      actor,
      action: 'bank account stopped',
      details: { fundingAccountId, code },
    },
  })
  const funding = await readKnownFunding(tx, which)
  if (funding && !funding.isRemoved)
    await tellOfBankAccount(ctx, tx, { ...which, funding, template: 'bankAccountStopped', code })
  return bankAccountStopped(ctx, tx, { account, fundingAccountId, actor })
}

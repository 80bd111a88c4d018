import type { AccountLedger } from '#src/domain/account/ledger.ts'
import type { AccountAuditEntry } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { withdrawEntries } from '#src/store/payments/checks-to-settle.ts'
import { endCheck, readLastCheck } from '#src/store/payments/funding-checks.ts'
import { noteMet } from '#src/store/payments/marked-accounts.ts'
import { autopayAfter } from '../autopay/autopay-after.ts'
import type { ServicingContext } from '../context.ts'
import type { LoadedAccount } from '../load-account.ts'
import { stopBankAccount } from './stop-bank-account.ts'

/**
 * A bank account whose number is marked: how it stood is noted, autopay decides its debits, a check
 * of it ends, and it is stopped; met before, nothing is done.
 */
export async function stopMarkedAccount(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly loaded: LoadedAccount<LockedAccount, AccountLedger>
    readonly fundingAccountId: string
    readonly markId: string
    readonly actor: AccountAuditEntry['actor']
  },
): Promise<void> {
  const { loaded, fundingAccountId, markId, actor } = of
  const { accountId } = loaded.account
  const at = ctx.clock.now()
  if (!(await noteMet(tx, { accountId, id: fundingAccountId, markId, at }))) return
  const check = await readLastCheck(tx, { accountId, fundingAccountId })
  if (check?.state === 'open') {
    await withdrawEntries(tx, check, at)
    await endCheck(tx, check, { from: 'open', state: 'withdrawn', reason: 'stopped', at })
  }
  const cause = { kind: 'bankAccountStopped', fundingAccountId } as const
  const { account } = await autopayAfter(tx, ctx, { loaded, cause })
  await stopBankAccount(ctx, tx, { account, fundingAccountId, code: 'fraud', actor })
}

import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { failFunding, readKnownFunding } from '#src/store/payments/funding-changes.ts'
import type { ServicingContext } from '../context.ts'
import type { ItemOf } from './item-of.ts'
import { tellOfBankAccount } from './tell-of-return.ts'

/**
 * A prenote or an amount that was to prove a bank account came back: it is not verified, and its
 * owner is told.
 */
export async function fundingCheckReturned(
  ctx: ServicingContext,
  tx: Tx,
  of: ItemOf & { readonly code: string },
): Promise<LockedAccount> {
  const { entry, code } = of
  const { accountId, fundingAccountId } = entry
  const which = { accountId, id: fundingAccountId }
  const { account } = of.loaded
  if (!(await failFunding(tx, { ...which, reason: code }))) return account
  const funding = await readKnownFunding(tx, which)
  if (funding && !funding.isRemoved)
    await tellOfBankAccount(ctx, tx, { accountId, funding, template: 'bankAccountRefused', code })
  return appendAccountAudit(tx, ctx.vault, {
    account,
    entry: {
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      actor: { kind: 'system', id: 'bank' },
      action: 'bank account not verified',
      details: { fundingAccountId, code },
    },
  })
}

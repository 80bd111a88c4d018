import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { Tx } from '#src/store/database.ts'
import { lockNumber, markOn } from '#src/store/payments/fraud-marks.ts'
import type { KnownFunding } from '#src/store/payments/funding-changes.ts'
import type { ServicingContext } from '../context.ts'
import type { ItemOf } from './item-of.ts'
import { stopMarkedAccount } from './stop-marked-account.ts'
import { tellOfBankAccount } from './tell-of-return.ts'

/**
 * What follows once a bank account has its corrected numbers: a line in the audit and a message to
 * its owner; or it is stopped, where the number it now has is marked for fraud.
 */
export async function followCorrection(
  ctx: ServicingContext,
  tx: Tx,
  of: ItemOf & { readonly funding: KnownFunding; readonly numberHash: Buffer },
): Promise<void> {
  const { loaded, entry, item, funding } = of
  const { accountId, fundingAccountId } = entry
  const actor = { kind: 'system', id: 'bank' } as const
  const account = await appendAccountAudit(tx, ctx.vault, {
    account: loaded.account,
    entry: {
      ...{ at: ctx.clock.now(), requestId: ctx.requestId, actor },
      action: 'bank account corrected',
      details: { fundingAccountId, code: item.code, ending: funding.lastFour },
    },
  })
  await lockNumber(tx, of.numberHash, 'take')
  const markId = await markOn(tx, of.numberHash)
  if (markId !== null)
    return stopMarkedAccount(ctx, tx, {
      ...{ loaded: { ...loaded, account }, fundingAccountId, markId, actor },
    })
  if (!funding.isRemoved)
    await tellOfBankAccount(ctx, tx, {
      ...{ accountId, funding, code: item.code },
      template: 'bankAccountCorrected',
    })
}

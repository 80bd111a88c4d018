import { type AccountAuditEntry, appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { withdrawWaiting } from '#src/store/ach/returned-entries.ts'
import type { Tx } from '#src/store/database.ts'
import { holdBackPayments, takeBackPayment } from '#src/store/payments/returned-payments.ts'
import type { ServicingContext } from '../context.ts'
import { tellOfPayment } from '../payments/tell-of-payment.ts'

/**
 * What follows once a bank account is stopped: payments that wait for their day are not sent, tries
 * that wait for a file are withdrawn, and each owner is told of each payment. Whatever else draws
 * on a bank account hears of it here.
 */
export async function bankAccountStopped(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly account: LockedAccount
    readonly fundingAccountId: string
    readonly actor: AccountAuditEntry['actor']
  },
): Promise<LockedAccount> {
  const { fundingAccountId } = of
  const { accountId } = of.account
  const at = ctx.clock.now()
  const withdrawn = await withdrawWaiting(tx, { accountId, fundingAccountId, at })
  for (const { purpose, paymentId } of withdrawn)
    if (purpose === 'retry' && paymentId !== null)
      await takeBackPayment(tx, of.account, { id: paymentId, code: REASON, at })
  const held = await holdBackPayments(tx, of.account, { fundingAccountId, reason: REASON, at })
  let account = of.account
  for (const payment of held) {
    const { id: paymentId, confirmation } = payment
    await tellOfPayment(ctx, tx, { payment, template: 'paymentNotSent', reason: REASON })
    account = await appendAccountAudit(tx, ctx.vault, {
      account,
      entry: {
        at,
        requestId: ctx.requestId,
        actor: of.actor,
        action: 'payment not sent',
        details: { paymentId, confirmation, reason: REASON },
      },
    })
  }
  return account
}

const REASON = 'bankAccountStopped'

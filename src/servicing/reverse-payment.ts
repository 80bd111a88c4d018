import type { ReversalReason } from '#src/domain/account/event.ts'
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { assert } from '#src/domain/assert.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { Account } from '#src/store/accounts/accounts.ts'
import { businessDay } from './business-day.ts'
import type { ServicingContext } from './context.ts'
import { type LoadedAccount, loadForUpdate } from './load-account.ts'
import { recordFacts } from './record-facts.ts'

/**
 * Takes back a payment that the bank returned or that was posted wrongly: from its own effective
 * date it never counted, everything after it is replayed. Refuses an event that is not a payment or
 * was reversed before.
 */
export async function reversePayment(
  ctx: ServicingContext,
  order: { accountId: string; eventId: string; reason: ReversalReason; code: string | null },
): Promise<LoadedAccount<Account, AccountLedger>> {
  return ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, order.accountId)
    const today = await businessDay(tx)
    const payment = loaded.ledger.steps.find((step) => step.event.id === order.eventId)?.event
    assert(payment?.payload.kind === 'payment', `event ${order.eventId} is a payment that counts`)
    const { reason, code } = order
    const after = await recordFacts(tx, ctx, {
      loaded,
      facts: [
        {
          effectiveDate: payment.effectiveDate,
          payload: { kind: 'reversal', of: payment.id, reason, code },
        },
      ],
      through: today,
    })
    await appendAccountAudit(tx, ctx.vault, {
      account: after.account,
      entry: {
        at: ctx.clock.now(),
        requestId: ctx.requestId,
        actor: { kind: 'system', id: reason },
        action: 'payment reversed',
        details: { eventId: order.eventId, reason, code },
      },
    })
    return after
  })
}

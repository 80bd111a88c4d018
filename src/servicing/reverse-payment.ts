import type { ReversalReason } from '#src/domain/account/event.ts'
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { assert } from '#src/domain/assert.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { Account, LockedAccount } from '#src/store/accounts/accounts.ts'
import { openTask } from '#src/store/ach/money-tasks.ts'
import type { Tx } from '#src/store/database.ts'
import { businessDay } from './business-day.ts'
import type { ServicingContext } from './context.ts'
import { type LoadedAccount, loadForUpdate } from './load-account.ts'
import { recordFacts } from './record-facts.ts'

/**
 * Takes back a payment that was posted wrongly: from its own effective date it never counted,
 * everything after it is replayed. Refuses an event that is not a payment or was reversed before.
 */
export async function reversePayment(
  ctx: ServicingContext,
  order: { accountId: string; eventId: string; reason: ReversalReason; code: string | null },
): Promise<LoadedAccount<Account, AccountLedger>> {
  return ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, order.accountId)
    return reverseIn(tx, ctx, { loaded, ...order })
  })
}

/** The same in the caller's transaction, whose account is held already. */
export async function reverseIn(
  tx: Tx,
  ctx: ServicingContext,
  order: {
    loaded: LoadedAccount<LockedAccount, AccountLedger>
    eventId: string
    reason: ReversalReason
    code: string | null
  },
): Promise<LoadedAccount<LockedAccount, AccountLedger>> {
  const { loaded, eventId, reason, code } = order
  const today = await businessDay(tx)
  const payment = loaded.ledger.steps.find((step) => step.event.id === eventId)?.event
  assert(payment?.payload.kind === 'payment', `event ${eventId} is a payment that counts`)
  const { effectiveDate, id: of } = payment
  const after = await recordFacts(tx, ctx, {
    loaded,
    facts: [{ effectiveDate, payload: { kind: 'reversal', of, reason, code } }],
    through: today,
  })
  const { suspense } = after.ledger.position
  // A surplus of it was used or refunded already: somebody has to ask for it back.
  if (suspense < 0) {
    const details = { amount: suspense, code, day: today }
    await openTask(tx, {
      ...{ id: ctx.newId(), kind: 'heldBelowZero', about: eventId, openedAt: ctx.clock.now() },
      ...{ accountId: order.loaded.account.accountId, details },
    })
  }
  const account = await appendAccountAudit(tx, ctx.vault, {
    account: after.account,
    entry: {
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      actor: { kind: 'system', id: reason },
      action: 'payment reversed',
      details: { eventId, reason, code },
    },
  })
  return { ...after, account }
}

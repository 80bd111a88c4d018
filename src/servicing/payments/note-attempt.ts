import { assert } from '#src/domain/assert.ts'
import type { Refusal } from '#src/domain/refusal.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { claimNumbers } from '#src/store/accounts/directory.ts'
import type { Tx } from '#src/store/database.ts'
import { insertAttempt } from '#src/store/payments/payment-attempts.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { confirmationNumber } from './confirmation-number.ts'
import type { PaymentOrder } from './decide-payment.ts'

/**
 * Keeps a payment that was tried and refused, in the caller's transaction, and answers with its
 * number; the same form that fails in the same way has one. A question that waits for its answer on
 * the page is no failure: null.
 */
export async function noteAttempt(
  ctx: ServicingContext,
  tx: Tx,
  of: { owner: Owner; order: PaymentOrder; refusal: Refusal; account: LockedAccount },
): Promise<string | null> {
  const { owner, order, refusal, account } = of
  if (QUESTIONS.has(refusal.code)) return null
  const { accountId, obligorId } = owner
  const now = ctx.clock.now()
  const { isNew, number } = await insertAttempt(tx, {
    accountId,
    id: ctx.newId(),
    number: confirmationNumber(),
    obligorId,
    reason: refusal.code,
    amount: order.shownAmount,
    choice: order.choice.choice,
    effectiveDate: order.choice.effective,
    idempotencyKey: order.idempotencyKey,
    triedAt: now,
  })
  if (!isNew) return number
  const taken = await claimNumbers(tx, ctx.vault, [{ kind: 'confirmation', number, accountId }])
  assert(taken.length === 0, 'a confirmation number of 45 random bits is new')
  await appendAccountAudit(tx, ctx.vault, {
    account,
    entry: {
      at: now,
      requestId: ctx.requestId,
      actor: { kind: 'obligor', id: obligorId },
      action: 'payment refused',
      details: { number, reason: refusal.code, amount: order.shownAmount },
    },
  })
  return number
}

const QUESTIONS: ReadonlySet<Refusal['code']> = new Set([
  'authorizationMissing',
  'duplicatePayment',
  'unusualAmount',
])

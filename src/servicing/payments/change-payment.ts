import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import {
  changedByForm,
  changePayment as changeRow,
  readPaymentChanges,
} from '#src/store/payments/payment-changes.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { businessDay } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadForUpdate, settled } from '../load-account.ts'
import { cancelUntil } from '../scheduled-payments.ts'
import { decidePayment, type PaymentOrder } from './decide-payment.ts'
import { paymentOf } from './save-payment.ts'
import { tellOfPayment } from './tell-of-payment.ts'

/**
 * Changes one's own scheduled payment until its cutoff: amount, day, bank account. Checked as a new
 * one is, by the same law and the same refusals; it keeps its confirmation number, and what it was
 * is kept with it. The same form sent twice changes once. Refuses a co-borrower's payment and one
 * whose cutoff has passed.
 */
export async function changePayment(
  ctx: ServicingContext,
  owner: Owner,
  order: PaymentOrder & { readonly paymentId: string },
): Promise<Outcome<{ paymentId: string }>> {
  return ctx.db.transaction().execute(async (tx) => {
    const { accountId } = owner
    const { paymentId, idempotencyKey } = order
    const loaded = await loadForUpdate(tx, accountId)
    const payments = await readPayments(tx, accountId)
    const before = payments.find(({ id }) => id === paymentId)
    if (!before) return refused({ code: 'paymentNotFound' })
    if (before.obligorId !== owner.obligorId) return refused({ code: 'paymentOfCoBorrower' })
    const done = await changedByForm(tx, { accountId, idempotencyKey })
    if (done !== null)
      return done === paymentId ? accepted({ paymentId }) : refused({ code: 'formAlreadyUsed' })
    if (!isChangeable(ctx, before)) return refused({ code: 'paymentNotChangeable' })
    const today = await businessDay(tx)
    const asOfToday = settled(ctx, loaded, today)
    const others = payments.filter(({ id }) => id !== paymentId)
    const asked = { owner, order, loaded: asOfToday, today, payments: others }
    const decided = await decidePayment(ctx, tx, asked)
    if (!decided.ok) return decided
    const made = paymentOf(ctx, { owner, order, today, ...decided.value })
    const { id, confirmation, createdAt } = before
    const after = { ...made, id, confirmation, createdAt }
    const change = { account: loaded.account, before, after, idempotencyKey }
    return (await save(ctx, tx, change))
      ? accepted({ paymentId })
      : refused({ code: 'paymentNotChangeable' })
  })
}

/** False when it is no longer scheduled. */
async function save(
  ctx: ServicingContext,
  tx: Tx,
  of: { account: LockedAccount; before: Payment; after: Payment; idempotencyKey: string },
): Promise<boolean> {
  const { account, before, after } = of
  const { accountId, id: paymentId, confirmation, changedAt: at } = after
  const earlier = await readPaymentChanges(tx, { accountId, paymentId })
  if (!(await changeRow(tx, account, { ...of, number: earlier.length + 1 }))) return false
  await tellOfPayment(ctx, tx, { payment: after, template: 'paymentChanged' })
  await appendAccountAudit(tx, ctx.vault, {
    account,
    entry: {
      at,
      requestId: ctx.requestId,
      actor: { kind: 'obligor', id: after.obligorId },
      action: 'payment changed',
      details: { paymentId, confirmation, from: told(before), to: told(after) },
    },
  })
  return true
}

/** Until the cutoff of the file it is in line for. */
export function isChangeable(ctx: ServicingContext, payment: Payment): boolean {
  return payment.state === 'scheduled' && ctx.clock.now() < cancelUntil(ctx, payment)
}

function told({ amount, effectiveDate, fundingAccountId }: Payment) {
  return { amount, effective: effectiveDate, fundingAccountId }
}

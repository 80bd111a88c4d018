// What a payment was until it was changed: append-only. The payment itself says what it is.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { LockedAccount } from '../accounts/accounts.ts'
import type { Db, Tx } from '../database.ts'
import { type Payment, rowOf } from './payment-row.ts'
import { movePayment } from './payments.ts'

export type PaymentChange = {
  /** The first change of a payment is 1. */
  readonly number: number
  readonly amount: Cents
  readonly effectiveDate: CivilDate
  readonly fundingAccountId: string
  readonly changedAt: string
}

/** What the payment was before each of its changes, the first change first. */
export async function readPaymentChanges(
  db: Db,
  of: { readonly accountId: string; readonly paymentId: string },
): Promise<PaymentChange[]> {
  const rows = await db
    .selectFrom('payment_change')
    .select(['number', 'amount', 'effective_date', 'funding_account_id', 'changed_at'])
    .where('account_id', '=', of.accountId)
    .where('payment_id', '=', of.paymentId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    amount: row.amount,
    effectiveDate: row.effective_date,
    fundingAccountId: row.funding_account_id,
    changedAt: row.changed_at,
  }))
}

/** The payment that a form changed already; null for a form that changed nothing. */
export async function changedByForm(
  db: Db,
  form: { readonly accountId: string; readonly idempotencyKey: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('payment_change')
    .select('payment_id')
    .where('account_id', '=', form.accountId)
    .where('idempotency_key', '=', form.idempotencyKey)
    .executeTakeFirst()
  return row?.payment_id ?? null
}

/** Makes of a scheduled payment what `after` says and keeps what it was; false when it is gone. */
export async function changePayment(
  tx: Tx,
  account: LockedAccount,
  change: {
    readonly before: Payment
    readonly after: Payment
    readonly number: number
    readonly idempotencyKey: string
  },
): Promise<boolean> {
  const { before, after } = change
  const isChanged = await movePayment(tx, account, {
    id: before.id,
    from: ['scheduled'],
    set: changedColumns(after),
    at: after.changedAt,
  })
  if (!isChanged) return false
  await tx
    .insertInto('payment_change')
    .values({
      account_id: account.accountId,
      payment_id: before.id,
      number: change.number,
      amount: before.amount,
      choice: before.choice,
      effective_date: before.effectiveDate,
      funding_account_id: before.fundingAccountId,
      authorization_text: before.authorizationText,
      idempotency_key: change.idempotencyKey,
      changed_at: after.changedAt,
    })
    .execute()
  return true
}

/** All but what names the payment: its number stays, and so does the form that made it. */
function changedColumns(after: Payment) {
  const row = rowOf(after)
  return {
    funding_account_id: row.funding_account_id,
    amount: row.amount,
    choice: row.choice,
    extra: row.extra,
    extra_amount: row.extra_amount,
    to_charges: row.to_charges,
    quote_id: row.quote_id,
    effective_date: row.effective_date,
    withdrawn_date: row.withdrawn_date,
    cleared_date: row.cleared_date,
    returnable_until: row.returnable_until,
    send_on: row.send_on,
    fee: row.fee,
    fee_citation: row.fee_citation,
    authorization_text: row.authorization_text,
  }
}

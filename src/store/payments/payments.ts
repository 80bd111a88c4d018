// Payments: what an obligor told us to collect, and its fate.
import type { ExtraChoice } from '#src/domain/account/event.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { LockedAccount } from '../accounts/accounts.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'

export type PaymentChoice = 'due' | 'duePlusExtra' | 'payoff' | 'other'
export type PaymentState = 'scheduled' | 'canceled'

export type Payment = {
  readonly accountId: string
  readonly id: string
  readonly confirmation: string
  readonly obligorId: string
  readonly fundingAccountId: string
  readonly amount: Cents
  readonly choice: PaymentChoice
  readonly extra: ExtraChoice
  /** How much of it is extra by the obligor's word; null: whatever exceeds what is due. */
  readonly extraAmount: Cents | null
  readonly toCharges: Cents
  readonly quoteId: string | null
  /** When it counts, when it leaves the bank, when it is past the waiting time for returns. */
  readonly effectiveDate: CivilDate
  readonly withdrawnDate: CivilDate
  readonly clearedDate: CivilDate
  readonly returnableUntil: CivilDate
  readonly state: PaymentState
  readonly authorizationText: string
  readonly idempotencyKey: string
  readonly createdAt: string
  readonly changedAt: string
}

/**
 * Records a payment; with a key that was used before, nothing is written and the first payment is
 * the answer.
 */
export async function insertPayment(
  tx: Tx,
  payment: Payment,
): Promise<{ readonly isNew: boolean; readonly payment: Payment }> {
  const { rows } = await addPayment(tx, payment)
  if (rows.length > 0) return { isNew: true, payment }
  const first = await selectPayments(tx)
    .where('account_id', '=', payment.accountId)
    .where('idempotency_key', '=', payment.idempotencyKey)
    .executeTakeFirstOrThrow()
  return { isNew: false, payment: paymentOf(first) }
}

const addPayment = compiledOnce((db, payment: Payment) =>
  db
    .insertInto('payment')
    .values(rowOf(payment))
    .onConflict((conflict) => conflict.columns(['account_id', 'idempotency_key']).doNothing())
    .returning('id'),
)

export async function readPayment(
  db: Db,
  which: { readonly accountId: string; readonly id: string },
): Promise<Payment | null> {
  const row = await selectPayments(db)
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .executeTakeFirst()
  return row ? paymentOf(row) : null
}

/** Payments of an account, newest first. */
export async function readPayments(db: Db, accountId: string): Promise<Payment[]> {
  const { rows } = await paymentsOfAccount(db, { accountId })
  return rows.map(paymentOf)
}

const paymentsOfAccount = compiledOnce((db, of: { readonly accountId: string }) =>
  selectPayments(db).where('account_id', '=', of.accountId).orderBy('id', 'desc'),
)

export type FundingLabel = {
  readonly kind: 'checking' | 'savings'
  readonly lastFour: string
}

/**
 * Payments of an account, newest first, each with the bank account it comes from where that is this
 * obligor's own.
 */
export async function readPaymentsAs(
  db: Db,
  obligor: { readonly accountId: string; readonly obligorId: string },
): Promise<(Payment & { readonly fundingLabel: FundingLabel | null })[]> {
  const { rows } = await paymentsWithFunding(db, obligor)
  return rows.map((row) => {
    const { kind, last_four: lastFour } = row
    const fundingLabel = kind === null || lastFour === null ? null : { kind, lastFour }
    return { ...paymentOf(row), fundingLabel }
  })
}

const paymentsWithFunding = compiledOnce(
  (db, obligor: { readonly accountId: string; readonly obligorId: string }) =>
    selectPayments(db)
      .leftJoin('funding_account', (join) =>
        join
          .onRef('funding_account.account_id', '=', 'payment.account_id')
          .onRef('funding_account.id', '=', 'payment.funding_account_id')
          .on('funding_account.obligor_id', '=', obligor.obligorId),
      )
      .select(['funding_account.kind', 'funding_account.last_four'])
      .where('payment.account_id', '=', obligor.accountId)
      .orderBy('payment.id', 'desc'),
)

/** Cancels a payment that is still scheduled; false when it is not. */
export async function cancelPayment(
  tx: Tx,
  account: LockedAccount,
  change: { readonly id: string; readonly at: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('payment')
    .set({ state: 'canceled', changed_at: change.at })
    .where('account_id', '=', account.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'scheduled')
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

function rowOf(payment: Payment) {
  return {
    account_id: payment.accountId,
    id: payment.id,
    confirmation: payment.confirmation,
    obligor_id: payment.obligorId,
    funding_account_id: payment.fundingAccountId,
    amount: payment.amount,
    choice: payment.choice,
    extra: payment.extra,
    extra_amount: payment.extraAmount,
    to_charges: payment.toCharges,
    quote_id: payment.quoteId,
    effective_date: payment.effectiveDate,
    withdrawn_date: payment.withdrawnDate,
    cleared_date: payment.clearedDate,
    returnable_until: payment.returnableUntil,
    state: payment.state,
    authorization_text: payment.authorizationText,
    idempotency_key: payment.idempotencyKey,
    created_at: payment.createdAt,
    changed_at: payment.changedAt,
  }
}

function selectPayments(db: Db) {
  return db
    .selectFrom('payment')
    .select(['payment.account_id', 'payment.id', 'confirmation', 'payment.obligor_id'])
    .select(['funding_account_id', 'amount', 'choice', 'extra', 'extra_amount', 'to_charges'])
    .select(['quote_id', 'effective_date', 'withdrawn_date', 'cleared_date', 'returnable_until'])
    .select(['state', 'authorization_text', 'payment.idempotency_key', 'created_at', 'changed_at'])
}

type PaymentRow = Awaited<ReturnType<ReturnType<typeof selectPayments>['executeTakeFirstOrThrow']>>

function paymentOf(row: PaymentRow): Payment {
  return {
    accountId: row.account_id,
    id: row.id,
    confirmation: row.confirmation,
    obligorId: row.obligor_id,
    fundingAccountId: row.funding_account_id,
    amount: row.amount,
    choice: row.choice,
    extra: row.extra,
    extraAmount: row.extra_amount,
    toCharges: row.to_charges,
    quoteId: row.quote_id,
    effectiveDate: row.effective_date,
    withdrawnDate: row.withdrawn_date,
    clearedDate: row.cleared_date,
    returnableUntil: row.returnable_until,
    state: row.state,
    authorizationText: row.authorization_text,
    idempotencyKey: row.idempotency_key,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}

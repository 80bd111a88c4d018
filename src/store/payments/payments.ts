// Payments: what an obligor told us to collect, and its fate.
import type { Updateable } from 'kysely'
import type { LockedAccount } from '../accounts/accounts.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'
import type { Database } from '../rows.ts'
import type { FundingKind } from './funding-kinds.ts'
import { type Payment, type PaymentState, paymentOf, rowOf, selectPayments } from './payment-row.ts'

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
  readonly kind: FundingKind
  readonly lastFour: string
  /** Of a card, its brand. */
  readonly bankName: string
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
    const { kind, last_four: lastFour, bank_name: bankName } = row
    const isOwn = kind !== null && lastFour !== null && bankName !== null
    const fundingLabel = isOwn ? { kind, lastFour, bankName } : null
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
      .select(['funding_account.kind', 'funding_account.last_four', 'funding_account.bank_name'])
      .where('payment.account_id', '=', obligor.accountId)
      .orderBy('payment.id', 'desc'),
)

/**
 * Cancels a payment that is still scheduled, or whose file the bank refused; false when it is
 * neither.
 */
export async function cancelPayment(
  tx: Tx,
  account: LockedAccount,
  change: { readonly id: string; readonly at: string },
): Promise<boolean> {
  const from = ['scheduled', 'held'] as const
  return movePayment(tx, account, { ...change, from, set: { state: 'canceled' } })
}

/** Another amount for a payment that is still scheduled: autopay takes what is still due. */
export async function changeAmount(
  tx: Tx,
  account: LockedAccount,
  change: {
    readonly id: string
    readonly at: string
    readonly terms: Pick<Payment, 'amount' | 'extraAmount' | 'toCharges'>
  },
): Promise<boolean> {
  const { amount, extraAmount, toCharges } = change.terms
  const set = { amount, extra_amount: extraAmount, to_charges: toCharges }
  return movePayment(tx, account, { ...change, from: ['scheduled'], set })
}

/**
 * Changes a payment of a held account that is still where the change takes it for; false, and
 * nothing is done, when it is not.
 */
export async function movePayment(
  tx: Tx,
  account: LockedAccount,
  change: {
    readonly id: string
    readonly from: readonly PaymentState[]
    readonly set: Updateable<Database['payment']>
    readonly at: string
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('payment')
    .set({ ...change.set, changed_at: change.at })
    .where('account_id', '=', account.accountId)
    .where('id', '=', change.id)
    .where('state', 'in', change.from)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

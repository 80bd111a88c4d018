// What was decided for each day of an autopay, once.
import type { DebitReason } from '#src/domain/autopay/debit-amount.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { LockedAccount } from '../accounts/accounts.ts'
import type { Db, Tx } from '../database.ts'

export type AutopayDebit = {
  readonly accountId: string
  readonly id: string
  readonly autopayId: string
  /** When it was to count as paid. */
  readonly day: CivilDate
  readonly installment: number
  /** `replaced`: no longer holds before anything went, and the day is open again. */
  readonly state: 'made' | 'skipped' | 'replaced'
  readonly reasons: readonly DebitReason[]
  /** As it was announced. */
  readonly amount: Cents
  readonly paymentId: string | null
  readonly decidedAt: string
}

/** False, and nothing is written, where the day was decided on before. */
export async function insertAutopayDebit(
  tx: Tx,
  _: LockedAccount,
  debit: AutopayDebit,
): Promise<boolean> {
  const row = await tx
    .insertInto('autopay_debit')
    .values({
      account_id: debit.accountId,
      id: debit.id,
      autopay_id: debit.autopayId,
      day: debit.day,
      installment: debit.installment,
      state: debit.state,
      reasons: JSON.stringify(debit.reasons),
      amount: debit.amount,
      payment_id: debit.paymentId,
      decided_at: debit.decidedAt,
      changed_at: debit.decidedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'autopay_id', 'day', 'stands']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Opens the day again: its payment was taken back before it went to the bank, or nothing was taken
 * while autopay was paused.
 */
export async function replaceAutopayDebit(
  tx: Tx,
  account: LockedAccount,
  change: { readonly id: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('autopay_debit')
    .set({ state: 'replaced', changed_at: change.at })
    .where('account_id', '=', account.accountId)
    .where('id', '=', change.id)
    .where('state', '<>', 'replaced')
    .execute()
}

/** Every decision of the autopay, by day. */
export async function readAutopayDebits(
  db: Db,
  of: { readonly accountId: string; readonly autopayId: string },
): Promise<AutopayDebit[]> {
  const rows = await db
    .selectFrom('autopay_debit')
    .selectAll()
    .where('account_id', '=', of.accountId)
    .where('autopay_id', '=', of.autopayId)
    .orderBy('day')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    id: row.id,
    autopayId: row.autopay_id,
    day: row.day,
    installment: row.installment,
    state: row.state,
    reasons: row.reasons as DebitReason[],
    amount: row.amount,
    paymentId: row.payment_id,
    decidedAt: row.decided_at,
  }))
}

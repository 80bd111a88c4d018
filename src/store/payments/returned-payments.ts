// Payments that the bank took back, and those that cannot go any more.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { LockedAccount } from '../accounts/accounts.ts'
import type { Tx } from '../database.ts'
import { type Payment, paymentOf, selectPayments } from './payment-row.ts'

/** It does not count any more and no further try follows. False when it was not with the bank. */
export async function takeBackPayment(
  tx: Tx,
  account: LockedAccount,
  change: { readonly id: string; readonly code: string; readonly at: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('payment')
    .set({
      state: 'returned',
      state_reason: change.code,
      posted_event_id: null,
      changed_at: change.at,
    })
    .where('account_id', '=', account.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'sent')
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** It does not count until the money of its next try comes. */
export async function putBackInLine(
  tx: Tx,
  account: LockedAccount,
  change: {
    readonly id: string
    readonly code: string
    readonly dates: {
      readonly sendOn: CivilDate
      readonly effective: CivilDate
      readonly cleared: CivilDate
      readonly returnableUntil: CivilDate
    }
    readonly at: string
  },
): Promise<boolean> {
  const { dates } = change
  const result = await tx
    .updateTable('payment')
    .set({
      state_reason: change.code,
      posted_event_id: null,
      send_on: dates.sendOn,
      effective_date: dates.effective,
      withdrawn_date: dates.effective,
      cleared_date: dates.cleared,
      returnable_until: dates.returnableUntil,
      changed_at: change.at,
    })
    .where('account_id', '=', account.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'sent')
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** Payments that wait for their day and come from a bank account: they will not be sent. */
export async function holdBackPayments(
  tx: Tx,
  account: LockedAccount,
  of: { readonly fundingAccountId: string; readonly reason: string; readonly at: string },
): Promise<Payment[]> {
  const rows = await selectPayments(tx)
    .where('account_id', '=', account.accountId)
    .where('funding_account_id', '=', of.fundingAccountId)
    .where('state', '=', 'scheduled')
    .execute()
  await tx
    .updateTable('payment')
    .set({ state: 'notSent', state_reason: of.reason, changed_at: of.at })
    .where('account_id', '=', account.accountId)
    .where('funding_account_id', '=', of.fundingAccountId)
    .where('state', '=', 'scheduled')
    .execute()
  return rows.map(paymentOf)
}

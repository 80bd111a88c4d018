// Payments that the bank took back, and those that cannot go any more.
import type { LockedAccount } from '../accounts/accounts.ts'
import type { Tx } from '../database.ts'
import {
  type DatesAgain,
  datesColumns,
  type Payment,
  paymentOf,
  selectPayments,
} from './payment-row.ts'
import { movePayment } from './payments.ts'

/** It does not count any more and no further try follows. False when it was not with the bank. */
export async function takeBackPayment(
  tx: Tx,
  account: LockedAccount,
  change: { readonly id: string; readonly code: string; readonly at: string },
): Promise<boolean> {
  const set = { state: 'returned' as const, state_reason: change.code, posted_event_id: null }
  return movePayment(tx, account, { ...change, from: ['sent'], set })
}

/** It does not count until the money of its next try comes. */
export async function putBackInLine(
  tx: Tx,
  account: LockedAccount,
  change: {
    readonly id: string
    readonly code: string
    readonly dates: DatesAgain
    readonly at: string
  },
): Promise<boolean> {
  const set = { state_reason: change.code, posted_event_id: null, ...datesColumns(change.dates) }
  return movePayment(tx, account, { ...change, from: ['sent'], set })
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

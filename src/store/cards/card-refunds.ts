// Payments by card whose money one of us sends back: asked for once, and the processor is asked
// until it was sent.
import type { LockedAccount } from '../accounts/accounts.ts'
import type { Db, Tx } from '../database.ts'

type Change = { readonly id: string; readonly requestId: string; readonly at: string }

/** False where it is not paid, does not count, or is being sent back already. */
export async function askRefund(tx: Tx, account: LockedAccount, change: Change): Promise<boolean> {
  const result = await tx
    .updateTable('card_payment')
    .set({ refund_request: change.requestId, changed_at: change.at })
    .where('account_id', '=', account.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'paid')
    .where('posted_event_id', 'is not', null)
    .where('refund_request', 'is', null)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** The processor will not send it. False where it was sent or dropped before. */
export async function dropRefund(tx: Tx, account: LockedAccount, change: Change): Promise<boolean> {
  const result = await tx
    .updateTable('card_payment')
    .set({ refund_request: null, changed_at: change.at })
    .where('account_id', '=', account.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'paid')
    .where('refund_request', '=', change.requestId)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** Those that are to be sent back, and were not yet. */
export async function cardsToRefund(
  db: Db,
  limit: number,
): Promise<{ readonly accountId: string; readonly id: string }[]> {
  const rows = await db
    .selectFrom('card_payment')
    .select(['account_id', 'id'])
    .where('refund_request', 'is not', null)
    .where('state', '=', 'paid')
    .orderBy('changed_at')
    .limit(limit)
    .execute()
  return rows.map(({ account_id: accountId, id }) => ({ accountId, id }))
}

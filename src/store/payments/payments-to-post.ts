// Sent payments whose day has come.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { LockedAccount } from '../accounts/accounts.ts'
import type { Db, Tx } from '../database.ts'
import { type Payment, paymentOf, selectPayments } from './payment-row.ts'

export type PaymentToPost = {
  readonly effectiveDate: CivilDate
  readonly accountId: string
  readonly id: string
}

/** In the order in which they count, the first `limit` after `after`. */
export async function paymentsToPost(
  db: Db,
  page: {
    readonly through: CivilDate
    readonly after: PaymentToPost | null
    readonly limit: number
  },
): Promise<PaymentToPost[]> {
  let query = db
    .selectFrom('payment')
    .select(['effective_date', 'account_id', 'id'])
    .where('state', '=', 'sent')
    .where('posted_event_id', 'is', null)
    .where('effective_date', '<=', page.through)
    .where(ITS_MONEY_WAS_ASKED_FOR)
    .orderBy('effective_date')
    .orderBy('account_id')
    .orderBy('id')
    .limit(page.limit)
  if (page.after !== null) {
    const { effectiveDate, accountId, id } = page.after
    query = query.where(
      sql<boolean>`(effective_date, account_id, id) > (${effectiveDate}, ${accountId}, ${id})`,
    )
  }
  return (await query.execute()).map((row) => ({
    effectiveDate: row.effective_date,
    accountId: row.account_id,
    id: row.id,
  }))
}

/**
 * One whose next try still waits for its file does not count, whatever its day; nor one in a file
 * that the bank refused and that is about to be taken back.
 */
const ITS_MONEY_WAS_ASKED_FOR = sql<boolean>`not exists (
  select from ach_entry entry where entry.account_id = payment.account_id
    and entry.payment_id = payment.id
    and (entry.state = 'waiting' and entry.purpose = 'retry'
      or entry.state = 'inFile' and entry.file_id = any(array(
        select id from ach_file where state = 'refused' and taken_back_at is null))))`

/** Of an account that the transaction holds; null when it is not to be posted any more. */
export async function readPaymentToPost(
  tx: Tx,
  account: LockedAccount,
  of: { readonly id: string; readonly through: CivilDate },
): Promise<Payment | null> {
  const row = await selectPayments(tx)
    .where('account_id', '=', account.accountId)
    .where('id', '=', of.id)
    .where('state', '=', 'sent')
    .where('posted_event_id', 'is', null)
    .where('effective_date', '<=', of.through)
    .where(ITS_MONEY_WAS_ASKED_FOR)
    .executeTakeFirst()
  return row ? paymentOf(row) : null
}

/** From now on it counts on the account, by this event. */
export async function markPosted(
  tx: Tx,
  account: LockedAccount,
  change: { readonly id: string; readonly eventId: string; readonly at: string },
): Promise<void> {
  const result = await tx
    .updateTable('payment')
    .set({ posted_event_id: change.eventId, changed_at: change.at })
    .where('account_id', '=', account.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'sent')
    .where('posted_event_id', 'is', null)
    .executeTakeFirstOrThrow()
  if (result.numUpdatedRows !== 1n) throw new Error('broken invariant: a payment is posted once')
}

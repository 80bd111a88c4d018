// Payments that were set from a saved card, on their way to its bank.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { LockedAccount } from '../accounts/accounts.ts'
import type { Db, Tx } from '../database.ts'

type Place = { readonly accountId: string; readonly id: string }

/** Those whose cutoff is that of `through` or an earlier day, in the order in which they count. */
export async function cardDebitsDue(
  db: Db,
  page: { readonly through: CivilDate; readonly limit: number },
): Promise<Place[]> {
  const rows = await db
    .selectFrom('payment')
    .select(['account_id', 'id'])
    .where('by_card', '=', true)
    .where('state', '=', 'scheduled')
    .where('send_on', '<=', page.through)
    .orderBy('send_on')
    .orderBy('id')
    .limit(page.limit)
    .execute()
  return rows.map(({ account_id: accountId, id }) => ({ accountId, id }))
}

/** Its card is asked from now on. Fails where it is no longer scheduled. */
export async function markCharged(
  tx: Tx,
  account: LockedAccount,
  change: { readonly id: string; readonly at: string },
): Promise<void> {
  const result = await tx
    .updateTable('payment')
    .set({ state: 'charged', attempts: 1, changed_at: change.at })
    .where('account_id', '=', account.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'scheduled')
    .where('by_card', '=', true)
    .executeTakeFirstOrThrow()
  if (result.numUpdatedRows !== 1n)
    throw new Error('broken invariant: a payment of a held account is still scheduled')
}

/** What is on its way on an account by card and counts nowhere yet. */
export async function cardMoneyOnItsWay(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql<{ amount: number }>`
    select coalesce(sum(amount), 0)::bigint as amount from card_payment
    where account_id = ${accountId} and posted_event_id is null
      and (state = 'paid' or state = 'taking'
        or state = 'started' and funding_account_id is not null and not needs_page)`.execute(tx)
  return Number(rows[0]?.amount ?? 0)
}

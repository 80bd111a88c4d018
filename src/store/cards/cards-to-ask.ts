// Which payments by card the clock asks about, and which of them begin to count.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Db } from '../database.ts'

type Place = { readonly accountId: string; readonly id: string }

/** What the processor is to be asked about, the longest unchanged first. */
export async function cardPaymentsToAsk(
  db: Db,
  page: { readonly before: string; readonly limit: number },
): Promise<Place[]> {
  const rows = await db
    .selectFrom('card_payment')
    .select(['account_id', 'id'])
    .where('state', 'in', ['started', 'taking', 'releasing'])
    .where('changed_at', '<', page.before)
    .orderBy('changed_at')
    .limit(page.limit)
    .execute()
  return rows.map(({ account_id: accountId, id }) => ({ accountId, id }))
}

/** Paid since `since`: the part of them that is asked about in one minute of the day, 0 to 1439. */
export async function paidCardsOfMinute(
  db: Db,
  of: { readonly minute: number; readonly since: string },
): Promise<Place[]> {
  const rows = await db
    .selectFrom('card_payment')
    .select(['account_id', 'id'])
    .where('state', 'in', ['paid', 'disputed', 'refunded'])
    .where(sql<boolean>`(hashtext(id::text) & 1023) = ${of.minute}`)
    .where('paid_at', '>=', of.since)
    .execute()
  return rows.map(({ account_id: accountId, id }) => ({ accountId, id }))
}

/** Paid, and counting by `through`, but not on their accounts yet. */
export async function cardPaymentsToPost(
  db: Db,
  page: { readonly through: CivilDate; readonly limit: number },
): Promise<Place[]> {
  const rows = await db
    .selectFrom('card_payment')
    .select(['account_id', 'id'])
    .where('state', '=', 'paid')
    .where('posted_event_id', 'is', null)
    .where('effective_date', '<=', page.through)
    .orderBy('effective_date')
    .orderBy('id')
    .limit(page.limit)
    .execute()
  return rows.map(({ account_id: accountId, id }) => ({ accountId, id }))
}

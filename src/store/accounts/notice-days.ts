// When the owners of an account are next to be told something by the calendar.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Db, Tx } from '../database.ts'

export type NoticeDay = { readonly accountId: string; readonly noticeOn: CivilDate }

/** Open accounts whose next notice is on or before `through`, in order of day and account. */
export async function noticesDue(
  db: Db,
  page: {
    readonly through: CivilDate
    readonly after: NoticeDay | null
    readonly limit: number
  },
): Promise<NoticeDay[]> {
  let query = db
    .selectFrom('account')
    .select(['account_id', 'notice_on'])
    .where('status', '=', 'open')
    .where('notice_on', '<=', page.through)
    .orderBy('notice_on')
    .orderBy('account_id')
    .limit(page.limit)
  if (page.after !== null) {
    const { noticeOn, accountId } = page.after
    query = query.where(sql<boolean>`(notice_on, account_id) > (${noticeOn}, ${accountId})`)
  }
  const rows = await query.execute()
  return rows.flatMap(({ account_id: accountId, notice_on: noticeOn }) =>
    noticeOn === null ? [] : [{ accountId, noticeOn }],
  )
}

/** Of accounts that the transaction holds, in one statement. */
export async function setNoticeDays(
  tx: Tx,
  days: readonly { readonly accountId: string; readonly noticeOn: CivilDate | null }[],
): Promise<void> {
  if (days.length === 0) return
  await sql`
    update account set notice_on = next.notice_on
    from unnest(${days.map((each) => each.accountId)}::uuid[],
      ${days.map((each) => each.noticeOn)}::date[]) as next (account_id, notice_on)
    where account.account_id = next.account_id
  `.execute(tx)
}

/** Who owes on each of the accounts. */
export async function obligorsOf(
  db: Db,
  accountIds: readonly string[],
): Promise<Map<string, readonly string[]>> {
  const { rows } = await sql<{ account_id: string; ids: readonly string[] }>`
    select account_id, array_agg(id order by id) as ids from obligor
    where account_id = any(${accountIds}::uuid[]) group by account_id
  `.execute(db)
  return new Map(rows.map((row) => [row.account_id, row.ids]))
}

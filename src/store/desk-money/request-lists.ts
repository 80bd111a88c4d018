// Requests about money as the desk lists them, and what one person moved without another.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Db } from '../database.ts'
import { type MoneyRequest, requestOf, selectRequests } from './money-requests.ts'

/** What a person moved alone: on each account since a day, and on one business day in all. */
export async function movedAlone(
  db: Db,
  of: {
    readonly by: string
    readonly accountIds: readonly string[]
    readonly since: CivilDate
    readonly on: CivilDate
  },
): Promise<{ readonly onAccount: Cents; readonly inDay: Cents }> {
  const { rows } = await sql<{ on_account: Cents; in_day: Cents }>`
    select
      coalesce((select max(total) from (
        select sum(amount)::bigint as total from (
          select a, r.amount
          from money_request r, unnest(${of.accountIds}::uuid[]) a
          where r.alone and r.decided_by = ${of.by} and r.decided_on >= ${of.since}
            and a in (r.account_id, r.other_account_id)
          union all
          select c.account_id, c.amount
          from money_request r join received_credit c on c.file_id = r.subject_id
          where r.kind = 'file' and r.alone and r.decided_by = ${of.by}
            and r.decided_on >= ${of.since} and c.account_id = any(${of.accountIds}::uuid[])
        ) moved(a, amount) group by a) each), 0)::bigint as on_account,
      coalesce((select sum(amount) from money_request
        where alone and decided_by = ${of.by} and decided_on = ${of.on}), 0)::bigint as in_day
  `.execute(db)
  const [row] = rows
  return { onAccount: row?.on_account ?? (0 as Cents), inDay: row?.in_day ?? (0 as Cents) }
}

/** The request that a form of this person made; null while there is none. */
export async function requestOfForm(
  db: Db,
  of: { readonly formKey: string; readonly askedBy: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('money_request')
    .select('id')
    .where('form_key', '=', of.formKey)
    .where('asked_by', '=', of.askedBy)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Open ones, the longest wait first. */
export async function openRequests(db: Db, limit: number): Promise<MoneyRequest[]> {
  const rows = await selectRequests(db)
    .where('r.state', '=', 'asked')
    .orderBy('asked_at')
    .orderBy('r.id')
    .limit(limit)
    .execute()
  return rows.map(requestOf)
}

/** Decided ones, the latest first. */
export async function decidedRequests(db: Db, limit: number): Promise<MoneyRequest[]> {
  const rows = await selectRequests(db)
    .where('r.state', '<>', 'asked')
    .orderBy('decided_at', 'desc')
    .orderBy('r.id')
    .limit(limit)
    .execute()
  return rows.map(requestOf)
}

/** Everything that was asked for about an account, the latest first. */
export async function requestsOfAccount(
  db: Db,
  of: { readonly accountId: string; readonly limit: number },
): Promise<MoneyRequest[]> {
  const rows = await selectRequests(db)
    .where((or) =>
      or.or([or('r.account_id', '=', of.accountId), or('r.other_account_id', '=', of.accountId)]),
    )
    .orderBy('asked_at', 'desc')
    .limit(of.limit)
    .execute()
  return rows.map(requestOf)
}

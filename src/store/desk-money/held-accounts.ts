// Accounts on which money is held, or on which less than nothing is, as their postings say.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Db } from '../database.ts'

export type HeldOnAccount = {
  readonly accountId: string
  /** Last four of its number. */
  readonly ending: string
  /** Below zero where money that was sent back turned out not to have come. */
  readonly amount: Cents
  /** The first day after which it was never nothing. */
  readonly since: CivilDate
}

/** The longest held first. */
export async function heldAccounts(db: Db, limit: number): Promise<HeldOnAccount[]> {
  const { rows } = await sql<HeldRow>`
    with days as (
      select account_id, effective_date,
        sum(case when credit = 'suspense' then amount else -amount end)::bigint as change
      from posting where debit = 'suspense' or credit = 'suspense'
      group by account_id, effective_date),
    standing as (
      select *, sum(change) over (partition by account_id order by effective_date) as held
      from days),
    marked as (
      select *, max(effective_date) filter (where held = 0) over (partition by account_id) as nil
      from standing)
    select account_id, right(min(account_number), 4) as ending, sum(change)::bigint as amount,
      min(effective_date) filter (where nil is null or effective_date > nil) as since
    from marked join account using (account_id)
    group by account_id having sum(change) <> 0
    order by since, account_id limit ${limit}`.execute(db)
  return rows.map(({ account_id: accountId, ...held }) => ({ accountId, ...held }))
}

type HeldRow = Omit<HeldOnAccount, 'accountId'> & { readonly account_id: string }

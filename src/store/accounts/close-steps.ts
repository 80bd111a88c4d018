// What the close of a day has done to an account: each step exactly once, by the table's key.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Tx } from '../database.ts'
import { type LockedAccount, readAccounts } from './accounts.ts'
import { plainArray } from './plain-array.ts'

export type CloseStep = {
  readonly accountIds: readonly string[]
  readonly businessDate: CivilDate
  readonly kind: string
  readonly doneAt: string
}

/**
 * Claims a step for each account that has not done it, and answers with those. They count as
 * locked: each claim refers to its account, so no writer can lock the account's row before this
 * transaction ends, and the claim waits for one that has it. Rows are claimed in the order of their
 * ids, as everyone does who holds more than one account.
 */
export async function claimCloseSteps(tx: Tx, step: CloseStep): Promise<LockedAccount[]> {
  const { rows } = await sql<{ account_id: string }>`
    insert into close_step (account_id, business_date, kind, done_at)
    select account_id, ${step.businessDate}::date, ${step.kind}, ${step.doneAt}::timestamptz
    from unnest(${plainArray(step.accountIds)}::uuid[]) as asked (account_id) order by account_id
    on conflict (account_id, business_date, kind) do nothing
    returning account_id
  `.execute(tx)
  if (rows.length === 0) return []
  const claimed = await readAccounts(
    tx,
    rows.map((row) => row.account_id),
  )
  return claimed as LockedAccount[]
}

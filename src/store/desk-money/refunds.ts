// Money held that was sent back. One that does not arrive is brought back once.
import { sql } from 'kysely'
import type { Cents } from '#src/domain/money.ts'
import type { LockedAccount } from '../accounts/accounts.ts'
import type { Db, Tx } from '../database.ts'

export type NewRefund = {
  readonly accountId: string
  readonly id: string
  readonly amount: Cents
  /** The entry that takes it to a bank account; null: by a check. */
  readonly entryId: string | null
  readonly eventId: string
  readonly at: string
}

export async function insertRefund(tx: Tx, refund: NewRefund): Promise<void> {
  await tx
    .insertInto('refund')
    .values({
      account_id: refund.accountId,
      id: refund.id,
      amount: refund.amount,
      way: refund.entryId === null ? 'check' : 'bank',
      entry_id: refund.entryId,
      event_id: refund.eventId,
      state: 'sent',
      created_at: refund.at,
      changed_at: refund.at,
    })
    .execute()
}

/** Refunds whose entry came back, or never went, and whose money still counts as gone. */
export async function refundsThatFailed(
  db: Db,
  limit: number,
): Promise<{ readonly accountId: string; readonly id: string }[]> {
  const { rows } = await sql<{ account_id: string; id: string }>`
    select r.account_id, r.id from refund r
    where r.state = 'sent' and exists (${ITS_FAILED_ENTRY})
    order by r.account_id, r.id limit ${limit}`.execute(db)
  return rows.map((row) => ({ accountId: row.account_id, id: row.id }))
}

/**
 * Its entry, or the one that went in its place after the bank had refused a file, if that came back
 * or does not go.
 */
const ITS_FAILED_ENTRY = sql`
  with recursive went as (
    select e.account_id, e.id, e.state, e.return_code, e.refused_then, e.sent_again_as
    from ach_entry e where e.account_id = r.account_id and e.id = r.entry_id
    union all
    select n.account_id, n.id, n.state, n.return_code, n.refused_then, n.sent_again_as
    from ach_entry n join went on n.account_id = went.account_id and n.id = went.sent_again_as)
  select return_code from went
  where state in ('withdrawn', 'returned') or refused_then = 'notSent'`

export type FailedRefund = {
  readonly amount: Cents
  readonly eventId: string
  /** The return's code; null: it never went. */
  readonly code: string | null
}

/** Marks it as returned and answers with what to take back; null when somebody did it before. */
export async function takeBackRefund(
  tx: Tx,
  account: LockedAccount,
  of: { readonly id: string; readonly at: string },
): Promise<FailedRefund | null> {
  const { rows } = await sql<{ amount: Cents; event_id: string; return_code: string | null }>`
    update refund r set state = 'returned', state_reason = (${ITS_FAILED_ENTRY}),
      changed_at = ${of.at}
    where r.account_id = ${account.accountId} and r.id = ${of.id} and r.state = 'sent'
      and exists (${ITS_FAILED_ENTRY})
    returning r.amount, r.event_id, r.state_reason as return_code`.execute(tx)
  const [row] = rows
  return row ? { amount: row.amount, eventId: row.event_id, code: row.return_code } : null
}

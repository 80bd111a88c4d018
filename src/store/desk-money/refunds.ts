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
    join ach_entry e on e.account_id = r.account_id and e.id = r.entry_id
    where r.state = 'sent' and e.state in ('withdrawn', 'returned')
    order by r.account_id, r.id limit ${limit}`.execute(db)
  return rows.map((row) => ({ accountId: row.account_id, id: row.id }))
}

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
    update refund r set state = 'returned', state_reason = e.return_code, changed_at = ${of.at}
    from ach_entry e
    where r.account_id = ${account.accountId} and r.id = ${of.id} and r.state = 'sent'
      and e.account_id = r.account_id and e.id = r.entry_id
      and e.state in ('withdrawn', 'returned')
    returning r.amount, r.event_id, e.return_code`.execute(tx)
  const [row] = rows
  return row ? { amount: row.amount, eventId: row.event_id, code: row.return_code } : null
}

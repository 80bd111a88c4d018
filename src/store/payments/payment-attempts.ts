// Payments that were tried and refused: each has a number, and moves no money. Append-only.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Db, Tx } from '../database.ts'

export type PaymentAttempt = {
  readonly accountId: string
  readonly id: string
  readonly number: string
  readonly obligorId: string
  /** The code of the refusal. */
  readonly reason: string
  readonly amount: Cents | null
  readonly choice: string | null
  readonly effectiveDate: CivilDate | null
  readonly idempotencyKey: string
  readonly triedAt: string
}

/** Keeps an attempt; the number of the one that is kept, if the same form failed so before. */
export async function insertAttempt(
  tx: Tx,
  attempt: PaymentAttempt,
): Promise<{ readonly isNew: boolean; readonly number: string }> {
  const added = await tx
    .insertInto('payment_attempt')
    .values({
      account_id: attempt.accountId,
      id: attempt.id,
      number: attempt.number,
      obligor_id: attempt.obligorId,
      reason: attempt.reason,
      amount: attempt.amount,
      choice: attempt.choice,
      effective_date: attempt.effectiveDate,
      idempotency_key: attempt.idempotencyKey,
      tried_at: attempt.triedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'idempotency_key', 'reason']).doNothing(),
    )
    .returning('number')
    .executeTakeFirst()
  if (added) return { isNew: true, number: added.number }
  const first = await tx
    .selectFrom('payment_attempt')
    .select('number')
    .where('account_id', '=', attempt.accountId)
    .where('idempotency_key', '=', attempt.idempotencyKey)
    .where('reason', '=', attempt.reason)
    .executeTakeFirstOrThrow()
  return { isNew: false, number: first.number }
}

/** An obligor's own, newest first. */
export async function readAttempts(
  db: Db,
  of: { readonly accountId: string; readonly obligorId: string; readonly limit: number },
): Promise<PaymentAttempt[]> {
  const rows = await db
    .selectFrom('payment_attempt')
    .selectAll()
    .where('account_id', '=', of.accountId)
    .where('obligor_id', '=', of.obligorId)
    .orderBy('id', 'desc')
    .limit(of.limit)
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    id: row.id,
    number: row.number,
    obligorId: row.obligor_id,
    reason: row.reason,
    amount: row.amount,
    choice: row.choice,
    effectiveDate: row.effective_date,
    idempotencyKey: row.idempotency_key,
    triedAt: row.tried_at,
  }))
}

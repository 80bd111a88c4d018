// Payments by the day on which they go to the bank, and those that did not go.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Db } from '../database.ts'

export type QueueDay = {
  readonly day: CivilDate
  readonly payments: number
  /** With fees for paying: what the bank is asked for. */
  readonly amount: number
}

/** What is set to go, the next day first. */
export async function scheduledByDay(db: Db, limit: number): Promise<QueueDay[]> {
  const { rows } = await sql<QueueDay>`
    select send_on as day, count(*)::integer as payments, sum(amount + fee)::float8 as amount
    from payment where state = 'scheduled' group by send_on order by send_on limit ${limit}
  `.execute(db)
  return rows
}

/** Debits that wait for one more try, by the day on which they go. */
export async function retriesByDay(db: Db, limit: number): Promise<QueueDay[]> {
  const { rows } = await sql<QueueDay>`
    select send_on as day, count(*)::integer as payments, sum(amount)::float8 as amount
    from ach_entry where state = 'waiting' and purpose = 'retry'
    group by send_on order by send_on limit ${limit}
  `.execute(db)
  return rows
}

/** Sent, and their money does not count yet, by the day on which it does. */
export async function onTheWayByDay(db: Db, limit: number): Promise<QueueDay[]> {
  const { rows } = await sql<QueueDay>`
    select effective_date as day, count(*)::integer as payments, sum(amount + fee)::float8 as amount
    from payment where state = 'sent' and posted_event_id is null
    group by effective_date order by effective_date limit ${limit}
  `.execute(db)
  return rows
}

export type UntakenPayment = {
  readonly accountId: string
  readonly confirmation: string
  readonly amount: Cents
  readonly sendOn: CivilDate
  readonly state: 'held' | 'notSent' | 'returned'
  /** A return's code, or a word of ours. */
  readonly reason: string | null
}

/** Payments that could not be sent or came back, the ones that changed last first. */
export async function untakenPayments(db: Db, limit: number): Promise<UntakenPayment[]> {
  const rows = await db
    .selectFrom('payment')
    .select(['account_id', 'confirmation', 'amount', 'send_on', 'state', 'state_reason'])
    .where('state', 'in', ['held', 'notSent', 'returned'])
    .orderBy('changed_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    confirmation: row.confirmation,
    amount: row.amount,
    sendOn: row.send_on,
    state: row.state as UntakenPayment['state'],
    reason: row.state_reason,
  }))
}

// Events of the processor that were seen: each is taken once, however often it is sent.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'

/** An event of the processor. False when it was seen before. */
export async function keepCardEvent(
  tx: Tx,
  event: {
    readonly id: string
    readonly kind: string
    readonly about: { readonly accountId: string; readonly paymentId: string } | null
    readonly at: string
  },
): Promise<boolean> {
  const row = await tx
    .insertInto('card_event')
    .values({
      id: event.id,
      kind: event.kind,
      account_id: event.about?.accountId ?? null,
      payment_id: event.about?.paymentId ?? null,
      received_at: event.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function isKnownCardEvent(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`select from card_event where id = ${id}`.execute(db)
  return rows.length > 0
}

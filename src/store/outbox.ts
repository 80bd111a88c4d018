// Messages to be sent, written in the transaction of what they tell about, delivered by a job at
// least once.
import type { Db, Tx } from './database.ts'

export type Channel = 'portal' | 'email' | 'sms'

export type OutboxMessage = {
  readonly id: string
  readonly accountId: string | null
  readonly obligorId: string | null
  readonly loginId: string | null
  readonly channel: Channel
  /** Key of the wording. */
  readonly template: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly createdAt: string
}

export async function insertOutbox(tx: Tx, messages: readonly OutboxMessage[]): Promise<void> {
  if (messages.length === 0) return
  await tx
    .insertInto('outbox')
    .values(
      messages.map((message) => ({
        id: message.id,
        account_id: message.accountId,
        obligor_id: message.obligorId,
        login_id: message.loginId,
        channel: message.channel,
        template: message.template,
        parameters: JSON.stringify(message.parameters),
        created_at: message.createdAt,
        delivered_at: null,
      })),
    )
    .execute()
}

/** Holds a message that waits; null when it is delivered, gone, or another worker has it. */
export async function lockWaitingMessage(tx: Tx, id: string): Promise<OutboxMessage | null> {
  const row = await selectOutbox(tx)
    .where('id', '=', id)
    .where('delivered_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row ? messageOf(row) : null
}

/** Messages that have waited since before `before`: their job was lost or failed. */
export async function readWaitingMessages(
  db: Db,
  which: { readonly before: string; readonly limit: number },
): Promise<OutboxMessage[]> {
  const rows = await selectOutbox(db)
    .where('delivered_at', 'is', null)
    .where('created_at', '<', which.before)
    .orderBy('created_at')
    .limit(which.limit)
    .execute()
  return rows.map(messageOf)
}

export async function markDelivered(
  tx: Tx,
  message: { readonly id: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ delivered_at: message.at })
    .where('id', '=', message.id)
    .execute()
}

/** Removes what was delivered before `before`. */
export async function forgetDelivered(tx: Tx, before: string): Promise<number> {
  const result = await tx
    .deleteFrom('outbox')
    .where('delivered_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(result.numDeletedRows)
}

function selectOutbox(db: Db) {
  return db
    .selectFrom('outbox')
    .select([
      'id',
      'account_id',
      'obligor_id',
      'login_id',
      'channel',
      'template',
      'parameters',
      'created_at',
    ])
}

type OutboxRow = Awaited<ReturnType<ReturnType<typeof selectOutbox>['executeTakeFirstOrThrow']>>

function messageOf(row: OutboxRow): OutboxMessage {
  return {
    id: row.id,
    accountId: row.account_id,
    obligorId: row.obligor_id,
    loginId: row.login_id,
    channel: row.channel,
    template: row.template,
    parameters: row.parameters as Record<string, unknown>,
    createdAt: row.created_at,
  }
}

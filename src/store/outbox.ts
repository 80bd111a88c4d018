// Messages to be sent, written in the transaction of what they tell about, delivered by a job at
// least once.
import { sql } from 'kysely'
import { compiledOnce } from './compiled-once.ts'
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
  /** Whom it goes to and its code, sealed by the caller; null for the portal, and once sent. */
  readonly sealed: Uint8Array | null
  /** Not sent after that moment; null: however late. */
  readonly expiresAt: string | null
  readonly createdAt: string
}

export async function insertOutbox(tx: Tx, messages: readonly OutboxMessage[]): Promise<void> {
  if (messages.length === 0) return
  await addMessages(tx, columnsOf(messages))
}

const addMessages = compiledOnce(
  (_, of: ReturnType<typeof columnsOf>) => sql`
    insert into outbox (id, account_id, obligor_id, login_id, channel, template, parameters,
      sealed, expires_at, created_at)
    select * from unnest(${of.ids}::uuid[], ${of.accountIds}::uuid[], ${of.obligorIds}::uuid[],
      ${of.loginIds}::uuid[], ${of.channels}::text[], ${of.templates}::text[],
      ${of.parameters}::jsonb[], ${of.sealed}::bytea[], ${of.expiresAts}::timestamptz[],
      ${of.createdAts}::timestamptz[])
  `,
)

function columnsOf(messages: readonly OutboxMessage[]) {
  return {
    ids: messages.map((message) => message.id),
    accountIds: messages.map((message) => message.accountId),
    obligorIds: messages.map((message) => message.obligorId),
    loginIds: messages.map((message) => message.loginId),
    channels: messages.map((message) => message.channel),
    templates: messages.map((message) => message.template),
    parameters: messages.map((message) => JSON.stringify(message.parameters)),
    sealed: messages.map((message) => message.sealed),
    expiresAts: messages.map((message) => message.expiresAt),
    createdAts: messages.map((message) => message.createdAt),
  }
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

/** Whether it is still to be delivered, by whomever. */
export async function isWaiting(db: Db, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('outbox')
    .select('id')
    .where('id', '=', id)
    .where('delivered_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
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
    .set({ delivered_at: message.at, sealed: null })
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

/** Removes what can no longer be used, codes that were never sent among it. */
export async function forgetExpiredMessages(tx: Tx, now: string): Promise<number> {
  const result = await tx
    .deleteFrom('outbox')
    .where('expires_at', '<=', now)
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
      'sealed',
      'expires_at',
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
    sealed: row.sealed,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
  }
}

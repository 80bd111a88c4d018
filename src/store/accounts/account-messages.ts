// Messages in the portal: each obligor's own.
import { sql } from 'kysely'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'

export type AccountMessage = {
  readonly accountId: string
  /** The outbox row's id: delivering twice writes once. */
  readonly id: string
  readonly obligorId: string
  readonly template: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly sentAt: string
  readonly readAt: string | null
}

/** False when it had been delivered before. */
export async function insertAccountMessage(
  tx: Tx,
  message: Omit<AccountMessage, 'readAt'>,
): Promise<boolean> {
  const row = await tx
    .insertInto('account_message')
    .values({
      account_id: message.accountId,
      id: message.id,
      obligor_id: message.obligorId,
      template: message.template,
      parameters: JSON.stringify(message.parameters),
      sent_at: message.sentAt,
      read_at: null,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Many new ones in one statement: what the portal itself shows needs no delivery. */
export async function insertAccountMessages(
  tx: Tx,
  messages: readonly Omit<AccountMessage, 'readAt'>[],
): Promise<void> {
  if (messages.length === 0) return
  await sql`
    insert into account_message (account_id, id, obligor_id, template, parameters, sent_at)
    select * from unnest(${messages.map((each) => each.accountId)}::uuid[],
      ${messages.map((each) => each.id)}::uuid[],
      ${messages.map((each) => each.obligorId)}::uuid[],
      ${messages.map((each) => each.template)}::text[],
      ${messages.map((each) => JSON.stringify(each.parameters))}::jsonb[],
      ${messages.map((each) => each.sentAt)}::timestamptz[])
  `.execute(tx)
}

/** An obligor's messages on an account, newest first. */
export async function readAccountMessages(
  db: Db,
  of: { readonly accountId: string; readonly obligorId: string; readonly limit: number },
): Promise<AccountMessage[]> {
  const { rows } = await newestMessages(db, of)
  return rows.map((row) => ({
    accountId: row.account_id,
    id: row.id,
    obligorId: row.obligor_id,
    template: row.template,
    parameters: row.parameters as Record<string, unknown>,
    sentAt: row.sent_at,
    readAt: row.read_at,
  }))
}

const newestMessages = compiledOnce(
  (db, of: { readonly accountId: string; readonly obligorId: string; readonly limit: number }) =>
    db
      .selectFrom('account_message')
      .select(['account_id', 'id', 'obligor_id', 'template', 'parameters', 'sent_at', 'read_at'])
      .where('account_id', '=', of.accountId)
      .where('obligor_id', '=', of.obligorId)
      .orderBy('sent_at', 'desc')
      .orderBy('id', 'desc')
      .limit(of.limit),
)

export async function markMessagesRead(
  tx: Tx,
  of: { readonly accountId: string; readonly obligorId: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('account_message')
    .set({ read_at: of.at })
    .where('account_id', '=', of.accountId)
    .where('obligor_id', '=', of.obligorId)
    .where('read_at', 'is', null)
    .execute()
}

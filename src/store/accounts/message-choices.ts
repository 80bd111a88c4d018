// What people want told to each of their phones and mailboxes, as they chose it; only ever added
// to.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'
import type { ObligorName } from './obligor-changes.ts'

export type MessageChoice = {
  readonly contactKey: string
  readonly method: 'sms' | 'email'
  readonly choice: 'wanted' | 'notWanted'
  /** The version of the words that were chosen under. */
  readonly wording: string
  readonly how: 'portal'
  readonly at: string
}

/** One row for each account of the person. */
export async function insertMessageChoices(
  tx: Tx,
  rows: readonly (ObligorName & MessageChoice & { readonly id: string })[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('message_choice')
    .values(
      rows.map((row) => ({
        account_id: row.accountId,
        obligor_id: row.obligorId,
        contact_key: row.contactKey,
        id: row.id,
        method: row.method,
        choice: row.choice,
        wording: row.wording,
        how: row.how,
        at: row.at,
      })),
    )
    .execute()
}

/** The last choice for each contact of each of them. */
export async function readMessageChoices(
  db: Db,
  of: readonly ObligorName[],
): Promise<(ObligorName & MessageChoice)[]> {
  const { rows } = await sql<{
    account_id: string
    obligor_id: string
    contact_key: string
    method: 'sms' | 'email'
    choice: 'wanted' | 'notWanted'
    wording: string
    how: 'portal'
    at: string
  }>`
    select distinct on (account_id, obligor_id, contact_key)
      account_id, obligor_id, contact_key, method, choice, wording, how, at
    from message_choice
    where (account_id, obligor_id) in (select * from unnest(
      ${of.map(({ accountId }) => accountId)}::uuid[],
      ${of.map(({ obligorId }) => obligorId)}::uuid[]))
    order by account_id, obligor_id, contact_key, at desc, id desc
  `.execute(db)
  return rows.map(({ account_id, obligor_id, contact_key, ...rest }) => ({
    accountId: account_id,
    obligorId: obligor_id,
    contactKey: contact_key,
    ...rest,
  }))
}

// Which privacy notice an account was given last, and of which it was looked at without being due.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'

/** An account that may be due a notice, in the order in which they are taken. */
export type NoticeDue = {
  readonly accountId: string
  /** The notice about which nothing was to be done; nil: none. */
  readonly settled: string
}

const NIL = '00000000-0000-0000-0000-000000000000'

type Page = {
  readonly subject: string
  readonly after: NoticeDue | null
  readonly limit: number
}

/**
 * Open accounts of which it is not settled what becomes of the notice of `subject`: neither given,
 * nor passed over as they stand.
 */
export async function accountsToGive(db: Db, page: Page): Promise<NoticeDue[]> {
  const { rows } = await selectNoticesDue(page).execute(db)
  return rows.map((row) => ({ accountId: row.account_id, settled: row.privacy_settled }))
}

/** Asks the index alone: with nothing due it looks at two places of it. */
export function selectNoticesDue({ subject, after, limit }: Page) {
  const { settled, accountId } = after ?? { settled: NIL, accountId: NIL }
  // As it is said in the index.
  const ofIndex = sql`status = 'open' and source <> 'abs-ee'
    and (privacy_settled, account_id) > (${settled}::uuid, ${accountId}::uuid)`
  const inOrder = sql`order by privacy_settled, account_id limit ${limit}`
  return sql<{ account_id: string; privacy_settled: string }>`
    (select account_id, privacy_settled from account
      where privacy_settled < ${subject}::uuid and ${ofIndex} ${inOrder})
    union all
    (select account_id, privacy_settled from account
      where privacy_settled > ${subject}::uuid and ${ofIndex} ${inOrder})
    ${inOrder}
  `
}

/** False where somebody else was faster. */
export async function markNoticeGiven(
  tx: Tx,
  of: { readonly accountId: string; readonly subject: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account')
    .set({ privacy_notice: of.subject, privacy_passed: null, privacy_passed_events: null })
    .where('account_id', '=', of.accountId)
    .where('privacy_notice', 'is distinct from', of.subject)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** It is not to have the notice of `subject` as it stands with so many events. */
export async function markNoticePassed(
  tx: Tx,
  of: { readonly accountId: string; readonly subject: string; readonly events: number },
): Promise<void> {
  await tx
    .updateTable('account')
    .set({ privacy_passed: of.subject, privacy_passed_events: of.events })
    .where('account_id', '=', of.accountId)
    .execute()
}

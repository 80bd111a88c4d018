// Which privacy notice an account was given last.
import type { Db, Tx } from '../database.ts'

/** Open accounts that were not given the notice of `subject`, in order of account. */
export async function accountsToGive(
  db: Db,
  page: { readonly subject: string; readonly after: string | null; readonly limit: number },
): Promise<{ readonly accountId: string }[]> {
  let query = db
    .selectFrom('account')
    .select('account_id')
    .where('status', '=', 'open')
    .where('privacy_notice', 'is distinct from', page.subject)
    .orderBy('account_id')
    .limit(page.limit)
  if (page.after !== null) query = query.where('account_id', '>', page.after)
  const rows = await query.execute()
  return rows.map((row) => ({ accountId: row.account_id }))
}

/** False where somebody else was faster. */
export async function markNoticeGiven(
  tx: Tx,
  of: { readonly accountId: string; readonly subject: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account')
    .set({ privacy_notice: of.subject })
    .where('account_id', '=', of.accountId)
    .where('privacy_notice', 'is distinct from', of.subject)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

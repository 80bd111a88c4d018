// Of which calendar year the interest of an account was looked at last.
import type { Db, Tx } from '../database.ts'

/** Loans whose `year` was not looked at, in order of account. */
export async function loansToLookAt(
  db: Db,
  page: { readonly year: number; readonly after: string | null; readonly limit: number },
): Promise<{ readonly accountId: string }[]> {
  let query = db
    .selectFrom('account')
    .select('account_id')
    .where('product', '=', 'loan')
    .where('interest_year', '<', page.year)
    .orderBy('account_id')
    .limit(page.limit)
  if (page.after !== null) query = query.where('account_id', '>', page.after)
  const rows = await query.execute()
  return rows.map((row) => ({ accountId: row.account_id }))
}

/** False where somebody else was faster. */
export async function markInterestYear(
  tx: Tx,
  of: { readonly accountId: string; readonly year: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account')
    .set({ interest_year: of.year })
    .where('account_id', '=', of.accountId)
    .where('interest_year', '<', of.year)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

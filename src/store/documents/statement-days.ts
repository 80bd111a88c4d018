// When the next statement of an account is due.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Db, Tx } from '../database.ts'

export type StatementDay = { readonly accountId: string; readonly statementOn: CivilDate }

/** Open accounts whose next statement closes by `through`, in order of day and account. */
export async function statementsDue(
  db: Db,
  page: {
    readonly through: CivilDate
    readonly after: StatementDay | null
    readonly limit: number
  },
): Promise<StatementDay[]> {
  let query = db
    .selectFrom('account')
    .select(['account_id', 'statement_on'])
    .where('status', '=', 'open')
    .where('statement_on', '<=', page.through)
    .orderBy('statement_on')
    .orderBy('account_id')
    .limit(page.limit)
  if (page.after !== null) {
    const { statementOn, accountId } = page.after
    query = query.where(sql<boolean>`(statement_on, account_id) > (${statementOn}, ${accountId})`)
  }
  const rows = await query.execute()
  return rows.map((row) => ({ accountId: row.account_id, statementOn: row.statement_on }))
}

/** False where the day was another one: somebody else moved it. */
export async function moveStatementDay(
  tx: Tx,
  move: StatementDay & { readonly next: CivilDate },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('account')
    .set({ statement_on: move.next })
    .where('account_id', '=', move.accountId)
    .where('statement_on', '=', move.statementOn)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function readStatementDay(db: Db, accountId: string): Promise<CivilDate> {
  const row = await db
    .selectFrom('account')
    .select('statement_on')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return row.statement_on
}

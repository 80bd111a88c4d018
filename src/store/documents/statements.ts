// Statements of an account: one for each day of its cycle, and those that came in another's place.
// Of a day the one with the highest number holds.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db } from '../database.ts'
import { documentOf, type KeptDocument, selectDocuments } from './documents.ts'

/** All of an account, by day; of one day the one that holds comes last. */
export async function readStatements(
  db: Db,
  vault: Vault,
  accountId: string,
): Promise<KeptDocument[]> {
  const rows = await selectDocuments(db)
    .where('account_id', '=', accountId)
    .where('statement_day', 'is not', null)
    .orderBy('statement_day')
    .orderBy('correction')
    .execute()
  return rows.map((row) => documentOf(vault, row))
}

type Before = { readonly accountId: string; readonly on: CivilDate }

/** The statement that holds of the last day before `on`; null where there is none. */
export async function readStatementBefore(
  db: Db,
  vault: Vault,
  of: Before,
): Promise<KeptDocument | null> {
  const row = await statementsBefore(db, of)
    .orderBy('statement_day', 'desc')
    .orderBy('correction', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? documentOf(vault, row) : null
}

/** The one that was made last, of any day before `on`: it knows the most. */
export async function readNewestStatement(
  db: Db,
  vault: Vault,
  of: Before,
): Promise<KeptDocument | null> {
  const row = await statementsBefore(db, of).orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row ? documentOf(vault, row) : null
}

/** The corrected one that came in its place; null where it holds. */
export async function readCorrectionOf(
  db: Db,
  vault: Vault,
  of: Pick<KeptDocument, 'accountId' | 'onDate' | 'correction'>,
): Promise<KeptDocument | null> {
  const row = await selectDocuments(db)
    .where('account_id', '=', of.accountId)
    .where('statement_day', '=', of.onDate)
    .where('corrects', '=', of.correction)
    .executeTakeFirst()
  return row ? documentOf(vault, row) : null
}

/** The ids of those that hold, by day. */
export async function currentStatementIds(db: Db, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('document')
    .select(['id', 'statement_day'])
    .distinctOn('statement_day')
    .where('account_id', '=', accountId)
    .where('statement_day', 'is not', null)
    .orderBy('statement_day')
    .orderBy('correction', 'desc')
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether a statement with this subject was made: its form was sent before. */
export async function isStatementMade(
  db: Db,
  of: { readonly accountId: string; readonly subject: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('document')
    .select('id')
    .where('account_id', '=', of.accountId)
    .where('kind', '=', 'statement')
    .where('subject', '=', of.subject)
    .executeTakeFirst()
  return row !== undefined
}

function statementsBefore(db: Db, { accountId, on }: Before) {
  return selectDocuments(db).where('account_id', '=', accountId).where('statement_day', '<', on)
}

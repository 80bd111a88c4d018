// A paper as it is mailed on request, whether we printed it or it was attached: which, of whom and
// where its bytes lie, and nothing of what it says.

import { sql } from 'kysely'
import type { AttachedKind } from '#src/domain/attached-kinds.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Db } from '../database.ts'
import type { DocumentKind } from './documents.ts'
import type { Letter } from './print-files.ts'

export type MailedPaper = Letter['paper'] & {
  readonly kind: DocumentKind | AttachedKind
  readonly onDate: CivilDate
  readonly locale: 'en' | 'es'
  /** Who alone sees it; null: everybody who owes. */
  readonly obligorId: string | null
  readonly digest: Buffer
  readonly isRemoved: boolean
  /** Above 0 of a statement that came in another's place. */
  readonly correction: number
}

/** Null: no such paper of the account. */
export async function mailedPaper(
  db: Db,
  of: Letter['paper'] & { readonly accountId: string },
): Promise<MailedPaper | null> {
  const { accountId, id } = of
  if (of.is === 'printed') {
    const row = await selectPrinted(db, accountId).where('id', '=', id).executeTakeFirst()
    return row ? printedOf(row) : null
  }
  const row = await db
    .selectFrom('attached_paper')
    .select(['id', 'kind', 'on_date', 'locale', 'obligor_id', 'digest', 'removed_at'])
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst()
  // The table's own check holds the list.
  const kind = row?.kind as AttachedKind
  if (!row) return null
  const isRemoved = row.removed_at !== null
  return { ...commonOf(row), is: 'attached', kind, isRemoved, correction: 0 }
}

/** What we printed for an account: the newest day first, of one day what was printed last. */
export async function printedPapers(
  db: Db,
  of: { readonly accountId: string; readonly offset: number; readonly limit: number },
): Promise<MailedPaper[]> {
  const rows = await selectPrinted(db, of.accountId)
    .orderBy('on_date', 'desc')
    .orderBy('id', 'desc')
    .offset(of.offset)
    .limit(of.limit)
    .execute()
  return rows.map(printedOf)
}

export async function countPrinted(db: Db, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('document')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return count
}

function selectPrinted(db: Db, accountId: string) {
  return db
    .selectFrom('document')
    .select(['id', 'kind', 'on_date', 'locale', 'obligor_id', 'digest', 'correction'])
    .where('account_id', '=', accountId)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPrinted>['executeTakeFirstOrThrow']>>

function printedOf(row: Row): MailedPaper {
  const { correction } = row
  const kind = row.kind as DocumentKind
  return { ...commonOf(row), is: 'printed', kind, isRemoved: false, correction }
}

function commonOf(row: Omit<Row, 'kind' | 'correction'>) {
  const { id, locale, digest } = row
  return { id, locale, digest, onDate: row.on_date, obligorId: row.obligor_id }
}

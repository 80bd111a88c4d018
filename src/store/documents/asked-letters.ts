// Letters of an account: those that go by themselves, and papers that somebody asked to be mailed.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'
import type { MailedPaper } from './mailed-papers.ts'
import { type Letter, paperOf } from './print-files.ts'

export type AskedLetter = Letter & {
  readonly askedBy: string
  readonly formKey: string
  readonly at: string
}

/**
 * `known`: the same form came before. `waiting`: the same paper waits for its file already, to the
 * same person.
 */
export async function insertAskedLetter(
  tx: Tx,
  letter: AskedLetter,
): Promise<'queued' | 'known' | 'waiting'> {
  const { accountId, paper, formKey } = letter
  const row = await tx
    .insertInto('paper_mailing')
    .values({
      ...{ account_id: accountId, id: letter.id, obligor_id: letter.obligorId },
      document_id: paper.is === 'printed' ? paper.id : null,
      paper_id: paper.is === 'attached' ? paper.id : null,
      ...{ queued_at: letter.at, asked_by: letter.askedBy, form_key: formKey },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) return 'queued'
  const earlier = await tx
    .selectFrom('paper_mailing')
    .select('id')
    .where('account_id', '=', accountId)
    .where('form_key', '=', formKey)
    .executeTakeFirst()
  return earlier ? 'known' : 'waiting'
}

/** Its paper is off the account: what waits for a file goes in none. */
export async function dropLetters(
  tx: Tx,
  of: { readonly accountId: string; readonly paperId: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('paper_mailing')
    .set({ dropped_at: of.at, dropped_why: 'paperRemoved' })
    .where('account_id', '=', of.accountId)
    .where('paper_id', '=', of.paperId)
    .where('file_id', 'is', null)
    .where('dropped_at', 'is', null)
    .execute()
}

/** As staff see it afterwards. */
export type KnownLetter = Letter & {
  readonly kind: MailedPaper['kind']
  readonly queuedAt: string
  /** Who of staff asked for it, by name; null: it goes by itself. */
  readonly askedBy: string | null
  /** It goes in no file. Null: it goes, or went. */
  readonly dropped: {
    readonly at: string
    readonly why: 'paperRemoved' | 'noAddress'
  } | null
  /** Null: it waits. */
  readonly file: {
    readonly name: string
    readonly madeAt: string
    readonly deliveredAt: string | null
  } | null
}

/** Newest first; of one paper where it is named. */
export async function knownLetters(
  db: Db,
  of: { readonly accountId: string; readonly paperId?: string; readonly limit: number },
): Promise<KnownLetter[]> {
  let query = db
    .selectFrom('paper_mailing as m')
    .leftJoin('document as d', (join) =>
      join.onRef('d.account_id', '=', 'm.account_id').onRef('d.id', '=', 'm.document_id'),
    )
    .leftJoin('attached_paper as p', (join) =>
      join.onRef('p.account_id', '=', 'm.account_id').onRef('p.id', '=', 'm.paper_id'),
    )
    .leftJoin('print_file as f', 'f.id', 'm.file_id')
    .leftJoin('staff as s', 's.id', 'm.asked_by')
    .select(['m.account_id', 'm.id', 'm.document_id', 'm.paper_id', 'm.obligor_id'])
    .select(['m.queued_at', 'm.dropped_at', 'm.dropped_why', 's.name as asker'])
    .select(['d.kind as printed', 'p.kind as attached'])
    .select(['f.name', 'f.made_at', 'f.delivered_at'])
    .where('m.account_id', '=', of.accountId)
    .orderBy('m.queued_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(of.limit)
  if (of.paperId !== undefined)
    query = query.where(sql`coalesce(m.document_id, m.paper_id)`, '=', of.paperId)
  const rows = await query.execute()
  return rows.map((row) => ({
    ...{ accountId: row.account_id, id: row.id, obligorId: row.obligor_id },
    paper: paperOf({ documentId: row.document_id, paperId: row.paper_id }),
    // The tables' own checks hold the lists.
    kind: (row.printed ?? row.attached) as KnownLetter['kind'],
    ...{ queuedAt: row.queued_at, askedBy: row.asker },
    dropped:
      row.dropped_at === null || row.dropped_why === null
        ? null
        : { at: row.dropped_at, why: row.dropped_why },
    file:
      row.name === null || row.made_at === null
        ? null
        : { name: row.name, madeAt: row.made_at, deliveredAt: row.delivered_at },
  }))
}

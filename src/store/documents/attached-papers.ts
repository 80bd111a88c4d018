// Papers from outside that were attached to accounts. Their bytes lie with the files.
import type { AttachedKind } from '#src/domain/attached-kinds.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Db, Tx } from '../database.ts'

export type AttachedPaper = {
  readonly accountId: string
  readonly id: string
  readonly kind: AttachedKind
  readonly title: string
  /** The day that the paper bears. */
  readonly onDate: CivilDate
  readonly locale: 'en' | 'es'
  /** Who alone sees it; null: everybody who owes. */
  readonly obligorId: string | null
  readonly digest: Buffer
  readonly size: number
  readonly pages: number
  /** The paper in whose place it stands. */
  readonly replaces: string | null
  /** Who of the staff; null: it came with a boarding file. */
  readonly attachedBy: string | null
  readonly attachedOn: CivilDate
  readonly attachedAt: string
}

/** As it is read back. */
export type KeptAttached = AttachedPaper & {
  readonly accountNumber: string
  readonly replacedBy: string | null
  readonly removedAt: string | null
}

export async function insertAttachedPaper(
  tx: Tx,
  paper: AttachedPaper & { readonly formKey: string },
): Promise<void> {
  await tx
    .insertInto('attached_paper')
    .values({
      account_id: paper.accountId,
      id: paper.id,
      kind: paper.kind,
      title: paper.title,
      on_date: paper.onDate,
      locale: paper.locale,
      obligor_id: paper.obligorId,
      digest: paper.digest,
      size: paper.size,
      pages: paper.pages,
      replaces: paper.replaces,
      attached_by: paper.attachedBy,
      attached_on: paper.attachedOn,
      attached_at: paper.attachedAt,
      form_key: paper.formKey,
    })
    .execute()
}

/** The paper that came with a form; null where none did. */
export async function findAttachedByForm(
  db: Db,
  of: { readonly accountId: string; readonly formKey: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('attached_paper')
    .select('id')
    .where('account_id', '=', of.accountId)
    .where('form_key', '=', of.formKey)
    .executeTakeFirst()
  return row?.id ?? null
}

/** All that an obligor may see, newest first. */
export async function readOwnAttached(
  db: Db,
  of: { readonly accountId: string; readonly obligorId: string; readonly limit: number },
): Promise<KeptAttached[]> {
  const rows = await ownAttached(db, of)
    .orderBy('p.on_date', 'desc')
    .orderBy('p.id', 'desc')
    .limit(of.limit)
    .execute()
  return rows.map(attachedOf)
}

/** One of an obligor's; null where it is nobody's, another's alone, or removed. */
export async function readOwnAttachedPaper(
  db: Db,
  of: { readonly accountId: string; readonly obligorId: string; readonly id: string },
): Promise<KeptAttached | null> {
  const row = await ownAttached(db, of).where('p.id', '=', of.id).executeTakeFirst()
  return row ? attachedOf(row) : null
}

/** For staff: removed ones too, newest first. */
export async function readAllAttached(db: Db, accountId: string): Promise<KeptAttached[]> {
  const rows = await selectAttached(db)
    .where('p.account_id', '=', accountId)
    .orderBy('p.on_date', 'desc')
    .orderBy('p.id', 'desc')
    .execute()
  return rows.map(attachedOf)
}

/** False where it was removed before. */
export async function removeAttached(
  tx: Tx,
  of: { readonly accountId: string; readonly id: string; readonly at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('attached_paper')
    .set({ removed_at: of.at })
    .where('account_id', '=', of.accountId)
    .where('id', '=', of.id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function ownAttached(db: Db, of: { readonly accountId: string; readonly obligorId: string }) {
  return selectAttached(db)
    .where('p.account_id', '=', of.accountId)
    .where('p.removed_at', 'is', null)
    .where((eb) => eb.or([eb('p.obligor_id', 'is', null), eb('p.obligor_id', '=', of.obligorId)]))
}

function selectAttached(db: Db) {
  return db
    .selectFrom('attached_paper as p')
    .innerJoin('account as a', 'a.account_id', 'p.account_id')
    .leftJoin('attached_paper as n', (join) =>
      join
        .onRef('n.account_id', '=', 'p.account_id')
        .onRef('n.replaces', '=', 'p.id')
        .on('n.removed_at', 'is', null),
    )
    .select(['p.account_id', 'p.id', 'p.kind', 'p.title', 'p.on_date', 'p.locale'])
    .select(['p.obligor_id', 'p.digest', 'p.size', 'p.pages', 'p.replaces', 'p.attached_by'])
    .select(['p.attached_on', 'p.attached_at', 'p.removed_at'])
    .select(['a.account_number', 'n.id as replaced_by'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAttached>['executeTakeFirstOrThrow']>>

function attachedOf(row: Row): KeptAttached {
  return {
    accountId: row.account_id,
    id: row.id,
    // The table's own check holds the list.
    kind: row.kind as AttachedKind,
    title: row.title,
    onDate: row.on_date,
    locale: row.locale,
    obligorId: row.obligor_id,
    digest: row.digest,
    size: row.size,
    pages: row.pages,
    replaces: row.replaces,
    attachedBy: row.attached_by,
    attachedOn: row.attached_on,
    attachedAt: row.attached_at,
    accountNumber: row.account_number,
    replacedBy: row.replaced_by,
    removedAt: row.removed_at,
  }
}

// Papers of the lender that are the same for everybody. They name nobody: nothing is sealed.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'
import { codeHash } from './documents.ts'

export type LenderPaper = {
  readonly id: string
  readonly kind: 'privacyNotice'
  /** Drawn from what it says. */
  readonly subject: string
  readonly locale: 'en' | 'es'
  readonly onDate: CivilDate
  /** Canonical JSON, over which the signature is. */
  readonly facts: string
  readonly signature: { readonly key: string; readonly bytes: Buffer }
  readonly digest: Buffer
  readonly size: number
  readonly createdAt: string
}

type Same = Pick<LenderPaper, 'kind' | 'subject' | 'locale'>

/** False where it was printed already. */
export async function insertLenderPaper(
  tx: Tx,
  vault: Vault,
  paper: LenderPaper & { readonly code: string },
): Promise<boolean> {
  const row = await tx
    .insertInto('lender_paper')
    .values({
      ...{ id: paper.id, kind: paper.kind, subject: paper.subject, locale: paper.locale },
      on_date: paper.onDate,
      facts: paper.facts,
      signature: paper.signature.bytes,
      signed_with: paper.signature.key,
      code_hash: codeHash(vault, paper.code),
      digest: paper.digest,
      size: paper.size,
      created_at: paper.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['kind', 'subject', 'locale']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function findLenderPaper(db: Db, same: Same): Promise<LenderPaper | null> {
  const row = await selectLenderPapers(db)
    .where('kind', '=', same.kind)
    .where('subject', '=', same.subject)
    .where('locale', '=', same.locale)
    .executeTakeFirst()
  return row ? paperOf(row) : null
}

/** By the code that is printed on it. */
export async function readLenderPaperByCode(
  db: Db,
  vault: Vault,
  code: string,
): Promise<LenderPaper | null> {
  const row = await selectLenderPapers(db)
    .where('code_hash', '=', codeHash(vault, code))
    .executeTakeFirst()
  return row ? paperOf(row) : null
}

function selectLenderPapers(db: Db) {
  return db
    .selectFrom('lender_paper')
    .select(['id', 'kind', 'subject', 'locale', 'on_date', 'facts', 'signature', 'signed_with'])
    .select(['digest', 'size', 'created_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectLenderPapers>['executeTakeFirstOrThrow']>>

function paperOf(row: Row): LenderPaper {
  const { id, subject, locale, facts, digest, size } = row
  return {
    kind: row.kind as LenderPaper['kind'],
    ...{ id, subject, locale, facts, digest, size },
    onDate: row.on_date,
    signature: { key: row.signed_with, bytes: row.signature },
    createdAt: row.created_at,
  }
}

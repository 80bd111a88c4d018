// Papers of accounts. What they say is sealed, for it names people; their bytes lie with the files.
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'

export type DocumentKind =
  | 'payoffLetter'
  | 'statement'
  | 'receipt'
  | 'paidInFull'
  | 'yearInterest'
  | 'vehicleInterest'
  | 'amortization'
  | 'coupons'
  | 'autopayCopy'
  | 'privacyNotice'
  | 'defermentAgreement'

export type Document = {
  readonly accountId: string
  readonly id: string
  readonly kind: DocumentKind
  /** What it is a paper of: the quote of a letter, the event of a receipt. */
  readonly subject: string
  readonly locale: 'en' | 'es'
  /** Whose it is alone; null: every obligor's. */
  readonly obligorId: string | null
  /** The day it is of: the last one of a statement, else the day it was written. */
  readonly onDate: CivilDate
  /** Of a statement: in how many others' place it comes. 0 of any other paper. */
  readonly correction: number
  /** Canonical JSON, over which the signature is. */
  readonly facts: string
  readonly signature: { readonly key: string; readonly bytes: Buffer }
  /** As it is printed. */
  readonly code: string
  readonly digest: Buffer
  readonly size: number
  readonly createdAt: string
}

/** As it is read back: of the code only its keyed hash is kept beside the facts. */
export type KeptDocument = Omit<Document, 'code'>

/** Which paper it is: printed once for each of these. */
export type SamePaper = Pick<Document, 'accountId' | 'kind' | 'subject' | 'locale' | 'obligorId'>

export async function insertDocument(tx: Tx, vault: Vault, document: Document): Promise<void> {
  await tx
    .insertInto('document')
    .values({
      account_id: document.accountId,
      id: document.id,
      kind: document.kind,
      subject: document.subject,
      locale: document.locale,
      obligor_id: document.obligorId,
      on_date: document.onDate,
      correction: document.correction,
      sealed: vault.seal(document.facts, documentContext(document)),
      signature: document.signature.bytes,
      signed_with: document.signature.key,
      code_hash: codeHash(vault, document.code),
      digest: document.digest,
      size: document.size,
      created_at: document.createdAt,
    })
    .execute()
}

export async function findPaper(db: Db, vault: Vault, same: SamePaper) {
  const row = await selectDocuments(db)
    .where('account_id', '=', same.accountId)
    .where('kind', '=', same.kind)
    .where('subject', '=', same.subject)
    .where('locale', '=', same.locale)
    .where('obligor_id', 'is not distinct from', same.obligorId)
    .executeTakeFirst()
  return row ? documentOf(vault, row) : null
}

/** One of an obligor's papers; null where it is nobody's, or another's alone. */
export async function readDocument(
  db: Db,
  vault: Vault,
  of: { readonly accountId: string; readonly obligorId: string; readonly id: string },
): Promise<KeptDocument | null> {
  const row = await ownDocuments(db, of).where('id', '=', of.id).executeTakeFirst()
  return row ? documentOf(vault, row) : null
}

/** All that an obligor may see: the newest day first, of one day what was printed last. */
export async function readDocuments(
  db: Db,
  vault: Vault,
  of: { readonly accountId: string; readonly obligorId: string; readonly limit: number },
): Promise<KeptDocument[]> {
  const rows = await ownDocuments(db, of)
    .orderBy('on_date', 'desc')
    .orderBy('id', 'desc')
    .limit(of.limit)
    .execute()
  return rows.map((row) => documentOf(vault, row))
}

/** By the code that is printed on it. */
export async function readDocumentByCode(
  db: Db,
  vault: Vault,
  of: { readonly accountId: string; readonly code: string },
): Promise<KeptDocument | null> {
  const row = await selectDocuments(db)
    .where('account_id', '=', of.accountId)
    .where('code_hash', '=', codeHash(vault, of.code))
    .executeTakeFirst()
  return row ? documentOf(vault, row) : null
}

function ownDocuments(db: Db, of: { readonly accountId: string; readonly obligorId: string }) {
  return selectDocuments(db)
    .where('account_id', '=', of.accountId)
    .where((eb) => eb.or([eb('obligor_id', 'is', null), eb('obligor_id', '=', of.obligorId)]))
}

/** Of a code as it is printed. */
export function codeHash(vault: Vault, code: string): Buffer {
  return vault.mac('letter code', code.replaceAll('-', ''))
}

export function documentContext(of: { readonly accountId: string; readonly id: string }): string {
  return `document ${of.accountId} ${of.id}`
}

export function selectDocuments(db: Db) {
  return db
    .selectFrom('document')
    .select(['account_id', 'id', 'kind', 'subject', 'locale', 'obligor_id', 'on_date'])
    .select(['sealed', 'signature', 'signed_with', 'digest', 'size', 'created_at', 'correction'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectDocuments>['executeTakeFirstOrThrow']>>

export function documentOf(vault: Vault, row: Row): KeptDocument {
  const { account_id: accountId, id } = row
  return {
    accountId,
    id,
    kind: row.kind as DocumentKind,
    subject: row.subject,
    locale: row.locale,
    obligorId: row.obligor_id,
    onDate: row.on_date,
    correction: row.correction,
    facts: vault.open(row.sealed, documentContext({ accountId, id })),
    signature: { key: row.signed_with, bytes: row.signature },
    digest: row.digest,
    size: row.size,
    createdAt: row.created_at,
  }
}

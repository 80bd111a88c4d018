// Papers of one kind of an account, whoever of its obligors may see them.
import type { Vault } from '#src/vault/vault.ts'
import type { Db } from '../database.ts'
import { type DocumentKind, documentOf, type KeptDocument, selectDocuments } from './documents.ts'

/** The subject of the newest paper of a kind; null where there is none. */
export async function newestOfKind(
  db: Db,
  of: { readonly accountId: string; readonly kind: DocumentKind },
): Promise<string | null> {
  const row = await db
    .selectFrom('document')
    .select('subject')
    .where('account_id', '=', of.accountId)
    .where('kind', '=', of.kind)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.subject ?? null
}

/** Every paper of a kind, whoever may see it, newest first. */
export async function readOfKind(
  db: Db,
  vault: Vault,
  of: { readonly accountId: string; readonly kind: DocumentKind },
): Promise<KeptDocument[]> {
  const rows = await selectDocuments(db)
    .where('account_id', '=', of.accountId)
    .where('kind', '=', of.kind)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => documentOf(vault, row))
}

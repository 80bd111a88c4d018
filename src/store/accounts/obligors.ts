// Who owes. Names, identity number and contacts are sealed; keyed hashes of what registration asks
// for stand beside them.
import { sql } from 'kysely'
import type { ObligorDetails } from '#src/domain/account/boarding.ts'
import type { Vault } from '#src/vault/vault.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'
import { birthDateProof, vinProof } from './obligor-proofs.ts'

export type Obligor = {
  readonly accountId: string
  readonly id: string
  readonly details: ObligorDetails
}

/** Writes obligors; `vin` is the vehicle's, null where there is none. */
export async function insertObligors(
  tx: Tx,
  vault: Vault,
  obligors: readonly (Obligor & { readonly vin: string | null })[],
): Promise<void> {
  if (obligors.length === 0) return
  const column = <T>(of: (obligor: Obligor & { readonly vin: string | null }) => T) =>
    obligors.map(of)
  await sql`
    insert into obligor (account_id, id, role, locale, sealed, proof, birth_date_proof)
    select * from unnest(
      ${column((o) => o.accountId)}::uuid[], ${column((o) => o.id)}::uuid[],
      ${column((o) => o.details.role)}::text[], ${column((o) => o.details.locale)}::text[],
      ${column((o) => vault.seal(JSON.stringify(o.details), obligorContext(o)))}::bytea[],
      ${column((o) => vinProof(vault, o))}::bytea[],
      ${column((o) => birthDateProof(vault, o))}::bytea[])
  `.execute(tx)
}

/** Every obligor of an account, opened, the primary one first. */
export async function readObligors(db: Db, vault: Vault, accountId: string): Promise<Obligor[]> {
  const rows = await db
    .selectFrom('obligor')
    .select(['account_id', 'id', 'sealed'])
    .where('account_id', '=', accountId)
    // Ids of one boarding are of one moment: their order says nothing.
    .orderBy('role', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => openObligor(vault, { ...row, accountId: row.account_id }))
}

/** One person as the obligor of several accounts, in the order asked for. */
export async function readPeople(
  db: Db,
  vault: Vault,
  of: readonly { readonly accountId: string; readonly obligorId: string }[],
): Promise<Obligor[]> {
  const found = await Promise.all(of.map((name) => readObligor(db, vault, name)))
  return found.filter((person) => person !== null)
}

export async function readObligor(
  db: Db,
  vault: Vault,
  of: { readonly accountId: string; readonly obligorId: string },
): Promise<Obligor | null> {
  const { accountId, obligorId } = of
  const { rows } = await sealedObligor(db, { accountId, obligorId })
  const [row] = rows
  return row ? openObligor(vault, { accountId, id: obligorId, sealed: row.sealed }) : null
}

const sealedObligor = compiledOnce(
  (db, of: { readonly accountId: string; readonly obligorId: string }) =>
    db
      .selectFrom('obligor')
      .select('sealed')
      .where('account_id', '=', of.accountId)
      .where('id', '=', of.obligorId),
)

/** One person's rows, held until the transaction ends, in the one order in which all lock them. */
export async function lockObligors(
  tx: Tx,
  vault: Vault,
  of: readonly { readonly accountId: string; readonly obligorId: string }[],
): Promise<Obligor[]> {
  const { rows } = await sql<{ account_id: string; id: string; sealed: Buffer }>`
    select account_id, id, sealed from obligor
    where (account_id, id) in (select * from unnest(
      ${of.map(({ accountId }) => accountId)}::uuid[],
      ${of.map(({ obligorId }) => obligorId)}::uuid[]))
    order by account_id, id for update
  `.execute(tx)
  return rows.map((row) => openObligor(vault, { ...row, accountId: row.account_id }))
}

/** Contacts, address and language; what registration asks for stays as it was boarded. */
export async function updateObligor(tx: Tx, vault: Vault, obligor: Obligor): Promise<void> {
  const { accountId, id, details } = obligor
  await tx
    .updateTable('obligor')
    .set({
      locale: details.locale,
      sealed: vault.seal(JSON.stringify(details), obligorContext(obligor)),
    })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute()
}

/** Opens a row that was read with its account. */
export function openObligor(
  vault: Vault,
  row: { readonly accountId: string; readonly id: string; readonly sealed: Uint8Array },
): Obligor {
  const named = { accountId: row.accountId, id: row.id }
  return { ...named, details: JSON.parse(vault.open(row.sealed, obligorContext(named))) }
}

/** What a sealed row is bound to. */
export function obligorContext(obligor: { accountId: string; id: string }): string {
  return `obligor ${obligor.accountId} ${obligor.id}`
}

// The only way from a number that arrives from outside to an account, and the only place where
// such a number is unique.
import { sql } from 'kysely'
import type { Vault } from '#src/vault/vault.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'

/** What the number is. `source` is a boarding file's own key for a contract. */
export type NumberKind =
  | 'account'
  | 'source'
  | 'confirmation'
  | 'quote'
  | 'letter'
  | 'payoffLink'
  | 'calendar'
  | 'trace'

export type OutsideNumber = { readonly kind: NumberKind; readonly number: string }

/**
 * Takes numbers for accounts. The answer holds those that were taken before, by whatever account:
 * the caller decides whether that is a repeat or a refusal.
 */
export async function claimNumbers(
  tx: Tx,
  vault: Vault,
  claims: readonly (OutsideNumber & { readonly accountId: string })[],
): Promise<readonly OutsideNumber[]> {
  if (claims.length === 0) return []
  // In one order everywhere, so that two writers wait for each other rather than for ever.
  const keyed = claims
    .map((claim) => ({ ...claim, hash: hashOf(vault, claim) }))
    .sort((a, b) => Buffer.compare(a.hash, b.hash))
  const { rows } = await claim(tx, {
    kinds: keyed.map(({ kind }) => kind),
    hashes: keyed.map(({ hash }) => hash),
    accountIds: keyed.map(({ accountId }) => accountId),
  })
  const claimed = new Set(rows.map((row) => `${row.kind} ${row.key_hash.toString('hex')}`))
  return keyed.filter((claim) => !claimed.delete(`${claim.kind} ${claim.hash.toString('hex')}`))
}

type Claims = {
  readonly kinds: readonly NumberKind[]
  readonly hashes: readonly Buffer[]
  readonly accountIds: readonly string[]
}

const claim = compiledOnce(
  (_, of: Claims) => sql<{ kind: string; key_hash: Buffer }>`
    insert into directory (kind, key_hash, account_id)
    select * from unnest(${of.kinds}::text[], ${of.hashes}::bytea[], ${of.accountIds}::uuid[])
    on conflict do nothing
    returning kind, key_hash
  `,
)

/** The account a number leads to. Works the same, and as long, for a number that leads nowhere. */
export async function findAccountByNumber(
  db: Db,
  vault: Vault,
  outside: OutsideNumber,
): Promise<string | null> {
  const row = await db
    .selectFrom('directory')
    .select('account_id')
    .where('kind', '=', outside.kind)
    .where('key_hash', '=', hashOf(vault, outside))
    .executeTakeFirst()
  return row?.account_id ?? null
}

/** Many numbers of one kind at once: number as given, account. */
export async function findAccountsByNumbers(
  db: Db,
  vault: Vault,
  outside: { readonly kind: NumberKind; readonly numbers: readonly string[] },
): Promise<Map<string, string>> {
  const { kind } = outside
  const byHash = Map.groupBy(outside.numbers, (number) =>
    hashOf(vault, { kind, number }).toString('hex'),
  )
  const hashes = [...byHash.keys()].map((hash) => Buffer.from(hash, 'hex'))
  const rows = await db
    .selectFrom('directory')
    .select(['key_hash', 'account_id'])
    .where('kind', '=', kind)
    .where('key_hash', '=', sql<Buffer>`any(${hashes}::bytea[])`)
    .execute()
  return new Map(
    rows.flatMap((row) =>
      (byHash.get(row.key_hash.toString('hex')) ?? []).map(
        (number) => [number, row.account_id] as const,
      ),
    ),
  )
}

function hashOf(vault: Vault, { kind, number }: OutsideNumber): Buffer {
  return vault.mac('directory', kind, kind === 'source' ? number : asTyped(number))
}

/**
 * A number that a person typed, however it was typed: blanks, hyphens, small letters and letters or
 * digits of other widths make no other number. A file's own key is taken as it is.
 */
export function asTyped(number: string): string {
  return number.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}

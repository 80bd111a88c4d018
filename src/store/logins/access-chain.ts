// The heads of the chains of access_audit: one for each login and staff member, and one a day for
// names that nobody has.
import { sql } from 'kysely'
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Vault } from '#src/vault/vault.ts'
import { type ChainHead, emptyHead } from '../chain.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'

declare const chainBrand: unique symbol

export type AccessChain = string & { readonly [chainBrand]: true }

export function chainOfLogin(loginId: string): AccessChain {
  return `login ${loginId}` as AccessChain
}

export function chainOfStaff(staffId: string): AccessChain {
  return `staff ${staffId}` as AccessChain
}

export function chainOfUnknownNames(day: CivilDate): AccessChain {
  return `unknown ${day}` as AccessChain
}

/** Makes the chain's row or, by rewriting it as it is, locks it: one statement either way. */
export async function lockChain(tx: Tx, vault: Vault, chain: AccessChain): Promise<ChainHead> {
  const empty = emptyHead(vault, { kind: 'access-audit', key: chain })
  const { rows } = await hold(tx, { chain, ...empty })
  const [row] = rows
  assert(row, 'a chain is made or there')
  return { count: row.audit_count, seal: row.audit_seal }
}

const hold = compiledOnce(
  (_, of: ChainHead & { readonly chain: AccessChain }) => sql<{
    audit_count: number
    audit_seal: Buffer
  }>`
    insert into access_chain (chain, audit_count, audit_seal)
    values (${of.chain}, ${of.count}, ${of.seal})
    on conflict (chain) do update set chain = excluded.chain
    returning audit_count, audit_seal`,
)

/** Every chain there is, by name. */
export async function readAccessChains(db: Db): Promise<Map<AccessChain, ChainHead>> {
  const rows = await db
    .selectFrom('access_chain')
    .select(['chain', 'audit_count', 'audit_seal'])
    .orderBy('chain')
    .execute()
  return new Map(
    rows.map((row) => [row.chain as AccessChain, { count: row.audit_count, seal: row.audit_seal }]),
  )
}

// What happened at the door: sign-ins, refusals, changes of credentials. One chain a login, a
// staff member, and a day for names that nobody has. Login activity is a view of it.
import { sql } from 'kysely'
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Vault } from '#src/vault/vault.ts'
import { type ChainHead, type ChainProblem, emptyHead, extendChain, verifyChain } from '../chain.ts'
import type { LinePage, SealedLine } from '../chain-heads.ts'
import type { Db, Tx } from '../database.ts'

declare const chainBrand: unique symbol

export type AccessChain = string & { readonly [chainBrand]: true }

export type AccessEntry = {
  readonly at: string
  readonly requestId: string
  readonly loginId: string | null
  readonly action: string
  readonly address: string
  readonly device: string
  readonly details: Readonly<Record<string, unknown>>
}

export type StoredAccessEntry = AccessEntry & { readonly seq: number; readonly seal: Buffer }

export function chainOfLogin(loginId: string): AccessChain {
  return `login ${loginId}` as AccessChain
}

export function chainOfStaff(staffId: string): AccessChain {
  return `staff ${staffId}` as AccessChain
}

export function chainOfUnknownNames(day: CivilDate): AccessChain {
  return `unknown ${day}` as AccessChain
}

/**
 * Adds a line. Two statements; the first holds the chain until the transaction ends, so append
 * last, and to one chain a transaction.
 */
export async function appendAccessAudit(
  tx: Tx,
  vault: Vault,
  to: { readonly chain: AccessChain; readonly entry: AccessEntry },
): Promise<void> {
  const { chain, entry } = to
  const head = await lockChain(tx, vault, chain)
  const named = { kind: 'access-audit', key: chain } as const
  const link = extendChain(vault, named, { head, record: recordOf(entry) })
  const row = {
    chain,
    seq: link.seq,
    at: entry.at,
    request_id: entry.requestId,
    login_id: entry.loginId,
    action: entry.action,
    address: entry.address,
    device: entry.device,
    details: JSON.stringify(entry.details),
    seal: link.seal,
  }
  const result = await tx
    .with('added', (db) => db.insertInto('access_audit').values(row))
    .updateTable('access_chain')
    .set({ audit_count: link.head.count, audit_seal: link.head.seal })
    .where('chain', '=', chain)
    .executeTakeFirstOrThrow()
  assert(result.numUpdatedRows === 1n, 'the chain is there while it is locked')
}

/** The newest lines of a login, newest first. */
export async function readLoginActivity(
  db: Db,
  of: { readonly loginId: string; readonly limit: number },
): Promise<StoredAccessEntry[]> {
  const rows = await selectEntries(db)
    .where('login_id', '=', of.loginId)
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(of.limit)
    .execute()
  return rows.map(entryOf)
}

/** One line of a login's own chain, by its number. */
export async function readLoginLine(
  db: Db,
  of: { readonly loginId: string; readonly seq: number },
): Promise<StoredAccessEntry | null> {
  const row = await selectEntries(db)
    .where('chain', '=', chainOfLogin(of.loginId))
    .where('seq', '=', of.seq)
    .executeTakeFirst()
  return row ? entryOf(row) : null
}

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

export async function readAccessAudit(db: Db, chain: AccessChain): Promise<StoredAccessEntry[]> {
  const rows = await selectEntries(db).where('chain', '=', chain).orderBy('seq').execute()
  return rows.map(entryOf)
}

/** The lines of some chains, in order of chain and number, `limit` of them after `after`. */
export async function readAccessLines(db: Db, page: LinePage): Promise<SealedLine[]> {
  const { keys, after, limit } = page
  let query = selectEntries(db)
    .select('chain')
    .where('chain', '=', sql<string>`any(${keys}::text[])`)
  if (after !== null) query = query.where(sql<boolean>`(chain, seq) > (${after.key}, ${after.seq})`)
  const rows = await query.orderBy('chain').orderBy('seq').limit(limit).execute()
  return rows.map((row) => {
    const { seq, seal, ...entry } = entryOf(row)
    return { key: row.chain, seq, seal, record: recordOf(entry) }
  })
}

/** Which lines were changed, removed or inserted behind our back. */
export function verifyAccessAudit(
  vault: Vault,
  of: {
    readonly chain: AccessChain
    readonly head: ChainHead
    readonly entries: readonly StoredAccessEntry[]
  },
): ChainProblem[] {
  const rows = of.entries.map((entry) => ({
    seq: entry.seq,
    seal: entry.seal,
    record: recordOf(entry),
  }))
  return verifyChain(vault, { kind: 'access-audit', key: of.chain }, { rows, head: of.head })
}

// Makes the chain's row or, by rewriting it as it is, locks it: one statement either way.
async function lockChain(tx: Tx, vault: Vault, chain: AccessChain): Promise<ChainHead> {
  const empty = emptyHead(vault, { kind: 'access-audit', key: chain })
  const row = await tx
    .insertInto('access_chain')
    .values({ chain, audit_count: empty.count, audit_seal: empty.seal })
    .onConflict((conflict) =>
      conflict.column('chain').doUpdateSet((eb) => ({ chain: eb.ref('excluded.chain') })),
    )
    .returning(['audit_count', 'audit_seal'])
    .executeTakeFirstOrThrow()
  return { count: row.audit_count, seal: row.audit_seal }
}

function recordOf(entry: AccessEntry): Record<string, unknown> {
  const { at, requestId, loginId, action, address, device, details } = entry
  return { at, requestId, loginId, action, address, device, details }
}

function selectEntries(db: Db) {
  return db
    .selectFrom('access_audit')
    .select(['seq', 'at', 'request_id', 'login_id', 'action', 'address', 'device'])
    .select(['details', 'seal'])
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof selectEntries>['executeTakeFirstOrThrow']>>

function entryOf(row: EntryRow): StoredAccessEntry {
  return {
    seq: row.seq,
    at: row.at,
    requestId: row.request_id,
    loginId: row.login_id,
    action: row.action,
    address: row.address,
    device: row.device,
    details: row.details as Record<string, unknown>,
    seal: row.seal,
  }
}

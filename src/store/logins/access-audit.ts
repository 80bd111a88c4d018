// What happened at the door: sign-ins, refusals, changes of credentials. One chain a login, a
// staff member, and a day for names that nobody has. Login activity is a view of it.
import { sql } from 'kysely'
import { assert } from '#src/domain/assert.ts'
import type { Vault } from '#src/vault/vault.ts'
import { type ChainHead, type ChainProblem, extendChain, verifyChain } from '../chain.ts'
import type { LinePage, SealedLine } from '../chain-heads.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'
import { type AccessChain, chainOfLogin, lockChain } from './access-chain.ts'

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

/**
 * Adds a line; the chain is held until the transaction ends, so append last, and to one chain a
 * transaction. `seen`: its head as somebody read it; where that still is its head, one statement is
 * enough.
 */
export async function appendAccessAudit(
  tx: Tx,
  vault: Vault,
  to: {
    readonly chain: AccessChain
    readonly entry: AccessEntry
    readonly seen?: ChainHead | null
  },
): Promise<void> {
  const { seen = null } = to
  if (seen !== null && (await addLine(tx, vault, to, seen))) return
  const isAdded = await addLine(tx, vault, to, await lockChain(tx, vault, to.chain))
  assert(isAdded, 'the chain is there while it is locked')
}

/** False where that is not the head of the chain any more. */
async function addLine(
  tx: Tx,
  vault: Vault,
  { chain, entry }: { chain: AccessChain; entry: AccessEntry },
  before: ChainHead,
): Promise<boolean> {
  const named = { kind: 'access-audit', key: chain } as const
  const { seq, seal, head } = extendChain(vault, named, { head: before, record: recordOf(entry) })
  const details = JSON.stringify(entry.details)
  const heads = { after: head.seal, before: before.seal, count: before.count }
  const { numAffectedRows } = await add(tx, { ...entry, ...heads, chain, seq, seal, details })
  return numAffectedRows === 1n
}

type Added = Omit<StoredAccessEntry, 'details'> & {
  readonly chain: AccessChain
  readonly details: string
  readonly count: number
  readonly before: Uint8Array
  readonly after: Uint8Array
}

const add = compiledOnce(
  (_, line: Added) => sql`
    with moved as (
      update access_chain set audit_count = ${line.seq}, audit_seal = ${line.after}
      where chain = ${line.chain} and audit_count = ${line.count} and audit_seal = ${line.before}
      returning chain)
    insert into access_audit (chain, seq, at, request_id, login_id, action, address, device,
      details, seal)
    select chain, ${line.seq}::integer, ${line.at}::timestamptz, ${line.requestId},
      ${line.loginId}::uuid, ${line.action}, ${line.address}, ${line.device},
      ${line.details}::jsonb, ${line.seal}::bytea
    from moved`,
)

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

// Who did or saw what on an account: append-only, each line sealed over the one before, in the
// order of the account's lock.
import { sql } from 'kysely'
import type { Vault } from '#src/vault/vault.ts'
import { type ChainHead, type ChainProblem, emptyHead, extendChain, verifyChain } from '../chain.ts'
import type { LinePage, SealedLine } from '../chain-heads.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'
import { assertOneRow, type LockedAccount, withHeads } from './accounts.ts'

export type AccountAuditEntry = {
  readonly at: string
  readonly requestId: string
  readonly actor: { readonly kind: 'obligor' | 'staff' | 'system'; readonly id: string }
  readonly action: string
  /** Facts that explain the action; never a secret, never a full number. */
  readonly details: Readonly<Record<string, unknown>>
}

export type StoredAuditEntry = AccountAuditEntry & {
  readonly accountId: string
  readonly seq: number
  readonly seal: Buffer
}

/** Adds a line and moves the account's audit head on, in one statement. */
export async function appendAccountAudit(
  tx: Tx,
  vault: Vault,
  to: { readonly account: LockedAccount; readonly entry: AccountAuditEntry },
): Promise<LockedAccount> {
  const { account } = to
  const { accountId } = account
  const sealed = sealAudit(vault, { accountId, head: account.audit, entries: [to.entry] })
  const heads = { ...sealed.head, countBefore: account.audit.count }
  assertOneRow(await addLines(tx, { ...columnsOf(sealed.entries), ...heads, accountId }))
  return withHeads(account, { audit: sealed.head })
}

/** Numbers and seals lines behind `head` (null: a new account) without writing them. */
export function sealAudit(
  vault: Vault,
  of: {
    readonly accountId: string
    readonly head: ChainHead | null
    readonly entries: readonly AccountAuditEntry[]
  },
): { readonly entries: readonly StoredAuditEntry[]; readonly head: ChainHead } {
  const chain = { kind: 'account-audit', key: of.accountId } as const
  let head = of.head ?? emptyHead(vault, chain)
  const entries = of.entries.map((entry): StoredAuditEntry => {
    const link = extendChain(vault, chain, { head, record: recordOf(entry) })
    head = link.head
    return { ...entry, accountId: of.accountId, seq: link.seq, seal: link.seal }
  })
  return { entries, head }
}

/** Writes sealed lines of many new accounts at once. */
export async function insertAudit(tx: Tx, entries: readonly StoredAuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  await sql`${insertOf(columnsOf(entries))}`.execute(tx)
}

type AuditColumns = ReturnType<typeof columnsOf>

const addLines = compiledOnce(
  (
    _,
    of: AuditColumns & {
      readonly accountId: string
      readonly count: number
      readonly seal: Uint8Array
      readonly countBefore: number
    },
  ) => sql`
    with added as (${insertOf(of)})
    update account set audit_count = ${of.count}, audit_seal = ${of.seal}
    where account_id = ${of.accountId} and audit_count = ${of.countBefore}
  `,
)

function insertOf(of: AuditColumns) {
  return sql`
    insert into account_audit (account_id, seq, at, request_id, actor_kind, actor_id, action,
      details, seal)
    select * from unnest(${of.accountIds}::uuid[], ${of.seqs}::integer[], ${of.ats}::timestamptz[],
      ${of.requestIds}::text[], ${of.actorKinds}::text[], ${of.actorIds}::text[],
      ${of.actions}::text[], ${of.details}::jsonb[], ${of.seals}::bytea[])
  `
}

function columnsOf(entries: readonly StoredAuditEntry[]) {
  return {
    accountIds: entries.map((entry) => entry.accountId),
    seqs: entries.map((entry) => entry.seq),
    ats: entries.map((entry) => entry.at),
    requestIds: entries.map((entry) => entry.requestId),
    actorKinds: entries.map((entry) => entry.actor.kind),
    actorIds: entries.map((entry) => entry.actor.id),
    actions: entries.map((entry) => entry.action),
    details: entries.map((entry) => JSON.stringify(entry.details)),
    seals: entries.map((entry) => entry.seal),
  }
}

export async function readAccountAudit(db: Db, accountId: string): Promise<StoredAuditEntry[]> {
  const rows = await selectAudit(db).where('account_id', '=', accountId).orderBy('seq').execute()
  return rows.map(entryOf)
}

/** The moment of the last line; null where there is none. */
export async function readLastAudit(db: Db, accountId: string): Promise<string | null> {
  const row = await db
    .selectFrom('account_audit')
    .select('at')
    .where('account_id', '=', accountId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** The lines of some accounts, in order of account and number, `limit` of them after `after`. */
export async function readAuditLines(db: Db, page: LinePage): Promise<SealedLine[]> {
  const { keys, after, limit } = page
  let query = selectAudit(db).where('account_id', '=', sql<string>`any(${keys}::uuid[])`)
  if (after !== null)
    query = query.where(sql<boolean>`(account_id, seq) > (${after.key}::uuid, ${after.seq})`)
  const rows = await query.orderBy('account_id').orderBy('seq').limit(limit).execute()
  return rows.map(entryOf).map((entry) => ({
    key: entry.accountId,
    seq: entry.seq,
    seal: entry.seal,
    record: recordOf(entry),
  }))
}

/** Which lines were changed, removed or inserted behind our back. */
export function verifyAccountAudit(
  vault: Vault,
  of: {
    readonly accountId: string
    readonly head: ChainHead
    readonly entries: readonly StoredAuditEntry[]
  },
): ChainProblem[] {
  const rows = of.entries.map((entry) => ({
    seq: entry.seq,
    seal: entry.seal,
    record: recordOf(entry),
  }))
  return verifyChain(vault, { kind: 'account-audit', key: of.accountId }, { rows, head: of.head })
}

function recordOf(entry: AccountAuditEntry): Record<string, unknown> {
  const { at, requestId, actor, action, details } = entry
  return { at, requestId, actor, action, details }
}

function selectAudit(db: Db) {
  return db
    .selectFrom('account_audit')
    .select(['account_id', 'seq', 'at', 'request_id', 'actor_kind', 'actor_id'])
    .select(['action', 'details', 'seal'])
}

type AuditRow = Awaited<ReturnType<ReturnType<typeof selectAudit>['executeTakeFirstOrThrow']>>

function entryOf(row: AuditRow): StoredAuditEntry {
  return {
    accountId: row.account_id,
    seq: row.seq,
    at: row.at,
    requestId: row.request_id,
    actor: { kind: row.actor_kind, id: row.actor_id },
    action: row.action,
    details: row.details as Record<string, unknown>,
    seal: row.seal,
  }
}

// Who did or saw what on an account: append-only, each line sealed over the one before, in the
// order of the account's lock.
import { sql } from 'kysely'
import type { Vault } from '#src/vault/vault.ts'
import { type ChainHead, type ChainProblem, emptyHead, extendChain, verifyChain } from '../chain.ts'
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
  const result = await tx
    .with('added', (db) => db.insertInto('account_audit').values(sealed.entries.map(rowOf)))
    .updateTable('account')
    .set({ audit_count: sealed.head.count, audit_seal: sealed.head.seal })
    .where('account_id', '=', accountId)
    .where('audit_count', '=', account.audit.count)
    .executeTakeFirstOrThrow()
  assertOneRow({ numAffectedRows: result.numUpdatedRows })
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
  const column = <T>(of: (entry: StoredAuditEntry) => T) => entries.map(of)
  await sql`
    insert into account_audit (account_id, seq, at, request_id, actor_kind, actor_id, action,
      details, seal)
    select * from unnest(
      ${column((e) => e.accountId)}::uuid[], ${column((e) => e.seq)}::integer[],
      ${column((e) => e.at)}::timestamptz[], ${column((e) => e.requestId)}::text[],
      ${column((e) => e.actor.kind)}::text[], ${column((e) => e.actor.id)}::text[],
      ${column((e) => e.action)}::text[], ${column((e) => JSON.stringify(e.details))}::jsonb[],
      ${column((e) => e.seal)}::bytea[])
  `.execute(tx)
}

export async function readAccountAudit(db: Db, accountId: string): Promise<StoredAuditEntry[]> {
  const rows = await db
    .selectFrom('account_audit')
    .select(['seq', 'at', 'request_id', 'actor_kind', 'actor_id', 'action', 'details', 'seal'])
    .where('account_id', '=', accountId)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    accountId,
    seq: row.seq,
    at: row.at,
    requestId: row.request_id,
    actor: { kind: row.actor_kind, id: row.actor_id },
    action: row.action,
    details: row.details as Record<string, unknown>,
    seal: row.seal,
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

function rowOf(entry: StoredAuditEntry) {
  return {
    account_id: entry.accountId,
    seq: entry.seq,
    at: entry.at,
    request_id: entry.requestId,
    actor_kind: entry.actor.kind,
    actor_id: entry.actor.id,
    action: entry.action,
    details: JSON.stringify(entry.details),
    seal: entry.seal,
  }
}

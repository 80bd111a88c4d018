// Several accounts held at once, for work in ranges.
import { sql } from 'kysely'
import type { Vault } from '#src/vault/vault.ts'
import type { Tx } from '../database.ts'
import { type AccountAuditEntry, insertAudit, sealAudit } from './account-audit.ts'
import { ACCOUNT_COLUMNS, accountOf, type LockedAccount } from './accounts.ts'

/** In the order of their ids, as everyone does who holds more than one account. */
export async function lockAccounts(
  tx: Tx,
  accountIds: readonly string[],
): Promise<LockedAccount[]> {
  const rows = await tx
    .selectFrom('account')
    .select(ACCOUNT_COLUMNS)
    .where('account_id', '=', sql<string>`any(${accountIds}::uuid[])`)
    .orderBy('account_id')
    .forUpdate()
    .execute()
  return rows.map((row) => accountOf(row) as LockedAccount)
}

/** Adds lines to the audit of several accounts: two statements, however many. */
export async function appendAudits(
  tx: Tx,
  vault: Vault,
  lines: readonly {
    readonly account: LockedAccount
    readonly entries: readonly AccountAuditEntry[]
  }[],
): Promise<void> {
  if (lines.length === 0) return
  const sealed = lines.map(({ account, entries }) => {
    const { accountId, audit } = account
    return { accountId, before: audit, ...sealAudit(vault, { accountId, head: audit, entries }) }
  })
  await insertAudit(
    tx,
    sealed.flatMap(({ entries }) => entries),
  )
  const { numAffectedRows } = await sql`
    update account set audit_count = line.audit_count, audit_seal = line.audit_seal
    from unnest(${sealed.map((s) => s.accountId)}::uuid[],
      ${sealed.map((s) => s.before.count)}::integer[],
      ${sealed.map((s) => s.head.count)}::integer[], ${sealed.map((s) => s.head.seal)}::bytea[])
      as line (account_id, count_before, audit_count, audit_seal)
    where account.account_id = line.account_id and account.audit_count = line.count_before
  `.execute(tx)
  if (numAffectedRows !== BigInt(lines.length))
    throw new Error('broken invariant: every account is as it was when it was locked')
}

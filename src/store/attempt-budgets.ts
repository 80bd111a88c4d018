// Failed attempts by what they were made against: a name, an address, a browser. Counted one by one, whoever counts at
// the same time. The waits that follow are identity's rule.
import { sql } from 'kysely'
import type { Db, Tx } from './database.ts'

/** `scope` names the kind of budget; `keyHash` is a keyed hash, so that no name or address is kept. */
export type BudgetKey = { readonly scope: string; readonly keyHash: Uint8Array }

export type Budget = {
  readonly scope: string
  readonly keyHash: Buffer
  readonly failures: number
  readonly lastFailureAt: string
  readonly waitUntil: string | null
}

/** The budgets that exist, in any order; one that is absent has no failures. */
export async function readBudgets(db: Db, keys: readonly BudgetKey[]): Promise<Budget[]> {
  const { rows } = await sql<BudgetRow>`
    select b.scope, b.key_hash, b.failures, b.last_failure_at, b.wait_until
    from attempt_budget b
    join unnest(${keys.map((key) => key.scope)}::text[],
      ${keys.map((key) => key.keyHash)}::bytea[]) as k(scope, key_hash)
      on k.scope = b.scope and k.key_hash = b.key_hash
  `.execute(db)
  return rows.map(budgetOf)
}

/** Counts one more failure in each and answers with the new counts, holding them until the transaction ends. */
export async function countFailures(
  tx: Tx,
  failed: { readonly keys: readonly BudgetKey[]; readonly at: string },
): Promise<Budget[]> {
  const keys = inOrder(failed.keys)
  const { rows } = await sql<BudgetRow>`
    insert into attempt_budget as b (scope, key_hash, failures, last_failure_at)
    select k.scope, k.key_hash, 1, ${failed.at}::timestamptz
    from unnest(${keys.map((key) => key.scope)}::text[],
      ${keys.map((key) => key.keyHash)}::bytea[]) as k(scope, key_hash)
    on conflict (scope, key_hash) do update
      set failures = b.failures + 1, last_failure_at = excluded.last_failure_at
    returning scope, key_hash, failures, last_failure_at, wait_until
  `.execute(tx)
  return rows.map(budgetOf)
}

/** Sets until when the next attempt has to wait. */
export async function setWaits(
  tx: Tx,
  waits: readonly (BudgetKey & { readonly waitUntil: string | null })[],
): Promise<void> {
  if (waits.length === 0) return
  await sql`
    update attempt_budget b set wait_until = w.wait_until
    from unnest(${waits.map((wait) => wait.scope)}::text[],
      ${waits.map((wait) => wait.keyHash)}::bytea[],
      ${waits.map((wait) => wait.waitUntil)}::timestamptz[]) as w(scope, key_hash, wait_until)
    where w.scope = b.scope and w.key_hash = b.key_hash
  `.execute(tx)
}

/** A success: the failures against these are forgotten. */
export async function forgetFailures(tx: Tx, keys: readonly BudgetKey[]): Promise<void> {
  await sql`
    delete from attempt_budget b
    using unnest(${keys.map((key) => key.scope)}::text[],
      ${keys.map((key) => key.keyHash)}::bytea[]) as k(scope, key_hash)
    where k.scope = b.scope and k.key_hash = b.key_hash
  `.execute(tx)
}

export async function forgetOldFailures(tx: Tx, before: string): Promise<number> {
  const result = await tx
    .deleteFrom('attempt_budget')
    .where('last_failure_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(result.numDeletedRows)
}

// In one order everywhere, so that two attempts wait for each other rather than for ever.
function inOrder(keys: readonly BudgetKey[]): BudgetKey[] {
  return [...keys].sort((a, b) =>
    a.scope === b.scope ? Buffer.compare(a.keyHash, b.keyHash) : a.scope < b.scope ? -1 : 1,
  )
}

type BudgetRow = {
  scope: string
  key_hash: Buffer
  failures: number
  last_failure_at: string
  wait_until: string | null
}

function budgetOf(row: BudgetRow): Budget {
  return {
    scope: row.scope,
    keyHash: row.key_hash,
    failures: row.failures,
    lastFailureAt: row.last_failure_at,
    waitUntil: row.wait_until,
  }
}

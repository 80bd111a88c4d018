// Flags of an account, only ever added to. Which kinds are in force stands on the account's row
// too, so that whoever holds it reads what is true.
import { sql } from 'kysely'
import type { AccountFlag, FlagKind } from '#src/domain/rules/flags/account-flags.ts'
import type { Db, Tx } from '../database.ts'
import {
  ACCOUNT_COLUMNS,
  type Account,
  accountOf,
  type LockedAccount,
  withHeads,
} from './accounts.ts'

/** The account's row is held, and the caller has seen that its form is new. */
export async function insertFlag(
  tx: Tx,
  account: LockedAccount,
  flag: Omit<AccountFlag, 'lifted'> & { readonly idempotencyKey: string },
): Promise<void> {
  await tx
    .insertInto('account_flag')
    .values({
      account_id: account.accountId,
      id: flag.id,
      kind: flag.kind,
      obligor_id: flag.obligorId,
      since: flag.since,
      reason: flag.reason,
      set_by_kind: flag.setBy.kind,
      set_by: flag.setBy.id,
      set_at: flag.setAt,
      idempotency_key: flag.idempotencyKey,
    })
    .execute()
}

/** Whether a form with this key has set a flag of the account. */
export async function isFlagKnown(
  db: Db,
  of: { readonly accountId: string; readonly idempotencyKey: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('account_flag')
    .select('id')
    .where('account_id', '=', of.accountId)
    .where('idempotency_key', '=', of.idempotencyKey)
    .executeTakeFirst()
  return row !== undefined
}

/** False where it was lifted before. */
export async function insertLift(
  tx: Tx,
  account: LockedAccount,
  lift: {
    readonly flagId: string
    readonly reason: string
    readonly by: string
    readonly at: string
  },
): Promise<boolean> {
  const row = await tx
    .insertInto('account_flag_lift')
    .values({
      account_id: account.accountId,
      flag_id: lift.flagId,
      reason: lift.reason,
      lifted_by: lift.by,
      lifted_at: lift.at,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'flag_id']).doNothing())
    .returning('flag_id')
    .executeTakeFirst()
  return row !== undefined
}

/** Writes which kinds are in force onto the account's row; after each insert above. */
export async function refreshFlags(tx: Tx, account: LockedAccount): Promise<LockedAccount> {
  const kinds = (await readFlags(tx, account.accountId))
    .filter(({ lifted }) => lifted === null)
    .map(({ kind }) => kind)
  const flags = [...new Set(kinds)].sort()
  await tx
    .updateTable('account')
    .set({ flags })
    .where('account_id', '=', account.accountId)
    .execute()
  return withHeads(account, { flags })
}

/** Every flag of the account, the newest first. */
export function readFlags(db: Db, accountId: string): Promise<AccountFlag[]> {
  return readFlagsOf(db, [accountId])
}

async function readFlagsOf(db: Db, accountIds: readonly string[]) {
  const rows = await db
    .selectFrom('account_flag as flag')
    .leftJoin('account_flag_lift as lift', (join) =>
      join.onRef('lift.account_id', '=', 'flag.account_id').onRef('lift.flag_id', '=', 'flag.id'),
    )
    .select(['flag.account_id', 'flag.id', 'kind', 'obligor_id', 'since', 'flag.reason'])
    .select(['set_by_kind', 'set_by', 'set_at', 'lifted_by', 'lifted_at'])
    .select('lift.reason as lifted_reason')
    .where('flag.account_id', '=', sql<string>`any(${accountIds}::uuid[])`)
    .orderBy('flag.set_at', 'desc')
    .orderBy('flag.id', 'desc')
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    id: row.id,
    kind: row.kind as FlagKind,
    obligorId: row.obligor_id,
    since: row.since,
    reason: row.reason,
    setBy: { kind: row.set_by_kind as 'staff' | 'system', id: row.set_by },
    setAt: row.set_at,
    lifted:
      row.lifted_at === null
        ? null
        : { by: row.lifted_by ?? '', at: row.lifted_at, reason: row.lifted_reason ?? '' },
  }))
}

/** Those in force, of some accounts. */
export async function flagsInForce(
  db: Db,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AccountFlag[]>> {
  const flags = await readFlagsOf(db, accountIds)
  return Map.groupBy(
    flags.filter(({ lifted }) => lifted === null),
    ({ accountId }) => accountId,
  )
}

/** Accounts whose vehicle was ordered back, in order of their numbers, `limit` at most. */
export async function orderedAccounts(db: Db, limit: number): Promise<Account[]> {
  const rows = await db
    .selectFrom('account')
    .select(ACCOUNT_COLUMNS)
    .where(sql<boolean>`flags @> array['repossession']`)
    .orderBy('account_number')
    .limit(limit)
    .execute()
  return rows.map(accountOf)
}

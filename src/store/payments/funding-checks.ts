// Attempts to verify bank accounts. Each change of one is guarded by the state it was in.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { BankAccountCheck } from '#src/domain/regions/us-bank-account.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'
import { fundingCheckContext } from './sealed-contexts.ts'

export type FundingCheck = {
  readonly accountId: string
  readonly id: string
  readonly fundingAccountId: string
  readonly method: BankAccountCheck
  readonly state: 'open' | 'passed' | 'failed' | 'withdrawn'
  readonly reason: string | null
  readonly startedOn: CivilDate
  readonly sendOn: CivilDate
  readonly settlesOn: CivilDate
  readonly entryIds: readonly string[]
  readonly tries: number
  readonly lastTryKey: string | null
  readonly toldAt: string | null
}

export async function insertFundingCheck(
  tx: Tx,
  vault: Vault,
  added: {
    readonly check: Omit<FundingCheck, 'state' | 'reason' | 'tries' | 'lastTryKey' | 'toldAt'>
    /** Of two deposits, in cents. */
    readonly amounts: readonly [number, number] | null
    readonly at: string
  },
): Promise<void> {
  const { check, amounts, at } = added
  const [entryId = '', secondEntryId = null] = check.entryIds
  await tx
    .insertInto('funding_check')
    .values({
      account_id: check.accountId,
      id: check.id,
      funding_account_id: check.fundingAccountId,
      method: check.method,
      state: 'open',
      reason: null,
      started_on: check.startedOn,
      send_on: check.sendOn,
      settles_on: check.settlesOn,
      entry_id: entryId,
      second_entry_id: secondEntryId,
      sealed: amounts && vault.seal(JSON.stringify(amounts), fundingCheckContext(check)),
      created_at: at,
      changed_at: at,
    })
    .execute()
}

/** Its last check, whatever came of it; read under the account's lock before it is changed. */
export async function readLastCheck(
  db: Db,
  of: { readonly accountId: string; readonly fundingAccountId: string },
): Promise<FundingCheck | null> {
  const row = await selectChecks(db)
    .where('account_id', '=', of.accountId)
    .where('funding_account_id', '=', of.fundingAccountId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? checkOf(row) : null
}

/** Opens the two amounts: to compare, never for a page. */
export async function openDeposits(
  db: Db,
  vault: Vault,
  which: { readonly accountId: string; readonly id: string },
): Promise<readonly [number, number] | null> {
  const row = await db
    .selectFrom('funding_check')
    .select('sealed')
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .executeTakeFirst()
  return row?.sealed ? JSON.parse(vault.open(row.sealed, fundingCheckContext(which))) : null
}

/** Counts a try before it is judged; null when none is left, or this form was counted before. */
export async function countTry(
  tx: Tx,
  which: { readonly accountId: string; readonly id: string },
  by: { readonly key: string; readonly most: number; readonly at: string },
): Promise<number | null> {
  const row = await tx
    .updateTable('funding_check')
    .set({ tries: sql`tries + 1`, last_try_key: by.key, changed_at: by.at })
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .where('state', '=', 'open')
    .where('tries', '<', by.most)
    .where((eb) => eb.or([eb('last_try_key', 'is', null), eb('last_try_key', '<>', by.key)]))
    .returning('tries')
    .executeTakeFirst()
  return row?.tries ?? null
}

/** False when it had come to its end before, or never passed. */
export async function endCheck(
  tx: Tx,
  which: { readonly accountId: string; readonly id: string },
  end: {
    readonly from: 'open' | 'passed'
    readonly state: 'passed' | 'failed' | 'withdrawn'
    readonly reason: string | null
    readonly at: string
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('funding_check')
    .set({ state: end.state, reason: end.reason, changed_at: end.at })
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .where('state', '=', end.from)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** False when it is over, or was told before. */
export async function markTold(
  tx: Tx,
  which: { readonly accountId: string; readonly id: string },
  at: string,
): Promise<boolean> {
  const result = await tx
    .updateTable('funding_check')
    .set({ told_at: at, changed_at: at })
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .where('state', '=', 'open')
    .where('told_at', 'is', null)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

export async function moveSettlement(
  tx: Tx,
  which: { readonly accountId: string; readonly id: string },
  settlesOn: CivilDate,
): Promise<void> {
  await tx
    .updateTable('funding_check')
    .set({ settles_on: settlesOn })
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .where('state', '=', 'open')
    .execute()
}

export function selectChecks(db: Db) {
  return db
    .selectFrom('funding_check')
    .select(['account_id', 'id', 'funding_account_id', 'method', 'state', 'reason', 'started_on'])
    .select(['send_on', 'settles_on', 'entry_id', 'second_entry_id', 'tries', 'last_try_key'])
    .select('told_at')
}

type CheckRow = Awaited<ReturnType<ReturnType<typeof selectChecks>['executeTakeFirstOrThrow']>>

export function checkOf(row: CheckRow): FundingCheck {
  const { entry_id: first, second_entry_id: second } = row
  return {
    accountId: row.account_id,
    id: row.id,
    fundingAccountId: row.funding_account_id,
    method: row.method,
    state: row.state,
    reason: row.reason,
    startedOn: row.started_on,
    sendOn: row.send_on,
    settlesOn: row.settles_on,
    entryIds: second === null ? [first] : [first, second],
    tries: row.tries,
    lastTryKey: row.last_try_key,
    toldAt: row.told_at,
  }
}

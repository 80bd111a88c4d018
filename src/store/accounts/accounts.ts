// The account row: what boarding fixed, the heads of its two chains, and when to look at it again.
import { sql } from 'kysely'
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { FlagKind } from '#src/domain/rules/flags/account-flags.ts'
import type { ChainHead } from '../chain.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'

declare const lockedBrand: unique symbol

export type AccountStatus = 'open' | 'closed'

export type Account = {
  readonly accountId: string
  readonly accountNumber: string
  readonly product: 'loan' | 'lease'
  readonly source: string
  readonly status: AccountStatus
  readonly events: ChainHead
  readonly audit: ChainHead
  readonly lastEffectiveDate: CivilDate
  /** The next day on which the close of day has something to do; null: none. */
  readonly reviewOn: CivilDate | null
  readonly boardedAt: string
  /** Kinds of the flags in force. */
  readonly flags: readonly FlagKind[]
}

/** An account whose row this transaction holds: only such a one can be added to. */
export type LockedAccount = Account & { readonly [lockedBrand]: true }

/** Waits for other writers of the account; null when there is none. */
export async function lockAccount(tx: Tx, accountId: string): Promise<LockedAccount | null> {
  const { rows } = await accountForUpdate(tx, { accountId })
  return rows[0] ? asLocked(accountOf(rows[0])) : null
}

const accountForUpdate = compiledOnce((db, of: { readonly accountId: string }) =>
  selectAccount(db).where('account_id', '=', of.accountId).forUpdate(),
)

export async function readAccount(db: Db, accountId: string): Promise<Account | null> {
  const row = await selectAccount(db).where('account_id', '=', accountId).executeTakeFirst()
  return row ? accountOf(row) : null
}

export async function readAccounts(db: Db, accountIds: readonly string[]): Promise<Account[]> {
  const rows = await selectAccount(db)
    .where('account_id', '=', sql<string>`any(${accountIds}::uuid[])`)
    .orderBy('account_id')
    .execute()
  return rows.map(accountOf)
}

/**
 * Ids in order, the first `limit` after `after` (null: from the beginning): how batch work walks
 * the book.
 */
export async function accountIdsAfter(
  db: Db,
  page: { readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  let query = db.selectFrom('account').select('account_id').orderBy('account_id').limit(page.limit)
  if (page.after !== null) query = query.where('account_id', '>', page.after)
  return (await query.execute()).map((row) => row.account_id)
}

/** Sets when to look again, where no event is added. */
export async function setReviewDate(
  tx: Tx,
  account: LockedAccount,
  reviewOn: CivilDate | null,
): Promise<LockedAccount> {
  await tx
    .updateTable('account')
    .set({ review_on: reviewOn, review_event_count: account.events.count })
    .where('account_id', '=', account.accountId)
    .execute()
  return asLocked({ ...account, reviewOn })
}

/**
 * Writes many new accounts at once, each with the heads of chains already sealed; they count as
 * locked.
 */
export async function insertAccounts(
  tx: Tx,
  accounts: readonly Account[],
): Promise<LockedAccount[]> {
  if (accounts.length === 0) return []
  const column = <T>(of: (account: Account) => T) => accounts.map(of)
  await sql`
    insert into account (account_id, account_number, product, source, status, event_count,
      event_seal, audit_count, audit_seal, last_effective_date, review_on, review_event_count,
      boarded_at)
    select * from unnest(
      ${column((a) => a.accountId)}::uuid[], ${column((a) => a.accountNumber)}::text[],
      ${column((a) => a.product)}::text[], ${column((a) => a.source)}::text[],
      ${column((a) => a.status)}::text[], ${column((a) => a.events.count)}::integer[],
      ${column((a) => a.events.seal)}::bytea[], ${column((a) => a.audit.count)}::integer[],
      ${column((a) => a.audit.seal)}::bytea[], ${column((a) => a.lastEffectiveDate)}::date[],
      ${column((a) => a.reviewOn)}::date[], ${column((a) => a.events.count)}::integer[],
      ${column((a) => a.boardedAt)}::timestamptz[])
  `.execute(tx)
  return accounts.map(asLocked)
}

/** For the files that add to an account: the same lock, the row as it is now. */
export function withHeads(
  account: LockedAccount,
  change: Partial<Omit<Account, 'accountId' | 'accountNumber' | 'product' | 'source'>>,
): LockedAccount {
  return asLocked({ ...account, ...change })
}

/** One row was written, or the caller's picture of the account is old: then nothing may be kept. */
export function assertOneRow(result: { numAffectedRows?: bigint | undefined }): void {
  assert(result.numAffectedRows === 1n, 'the account is as it was when it was locked')
}

/** Qualified, so that other tables can be joined. */
export const ACCOUNT_COLUMNS = [
  'account.account_id',
  'account.account_number',
  'account.product',
  'account.source',
  'account.status',
  'account.event_count',
  'account.event_seal',
  'account.audit_count',
  'account.audit_seal',
  'account.last_effective_date',
  'account.review_on',
  'account.boarded_at',
  'account.flags',
] as const

function selectAccount(db: Db) {
  return db.selectFrom('account').select(ACCOUNT_COLUMNS)
}

type AccountRow = Awaited<ReturnType<ReturnType<typeof selectAccount>['executeTakeFirstOrThrow']>>

export function accountOf(row: AccountRow): Account {
  return {
    accountId: row.account_id,
    accountNumber: row.account_number,
    product: row.product,
    source: row.source,
    status: row.status,
    events: { count: row.event_count, seal: row.event_seal },
    audit: { count: row.audit_count, seal: row.audit_seal },
    lastEffectiveDate: row.last_effective_date,
    reviewOn: row.review_on,
    boardedAt: row.boarded_at,
    flags: row.flags as FlagKind[],
  }
}

function asLocked(account: Account): LockedAccount {
  return account as LockedAccount
}

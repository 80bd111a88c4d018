// The bank accounts an obligor pays from. The number is sealed; only its last four digits are
// ever shown.
import type { Vault } from '#src/vault/vault.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'

export type FundingAccount = {
  readonly accountId: string
  readonly id: string
  /** Whose it is; the co-obligor never sees it. */
  readonly obligorId: string
  readonly kind: 'checking' | 'savings'
  readonly bankName: string
  readonly lastFour: string
  readonly addedAt: string
  /** Only a verified one may be debited. */
  readonly state: FundingState
  /** A return's code, or a word of ours; null while all is as asked. */
  readonly stateReason: string | null
  readonly verifiedAt: string | null
}

/**
 * `unverified`: no check has begun. `checking`: one is under way. `failed`: it could not be
 * verified. `stopped`: the bank or its owner said no, nothing is taken until somebody acts.
 */
export type FundingState = 'unverified' | 'checking' | 'verified' | 'failed' | 'stopped'

export type BankNumbers = {
  readonly routingNumber: string
  readonly accountNumber: string
  readonly holderName: string
}

/**
 * Adds a bank account; with a key that was used before, nothing is written and the first one's id
 * is the answer.
 */
export async function insertFundingAccount(
  tx: Tx,
  vault: Vault,
  added: {
    readonly account: FundingAccount
    readonly numbers: BankNumbers
    readonly idempotencyKey: string
  },
): Promise<{ readonly isNew: boolean; readonly id: string }> {
  const { account, numbers, idempotencyKey } = added
  const inserted = await tx
    .insertInto('funding_account')
    .values({
      account_id: account.accountId,
      id: account.id,
      obligor_id: account.obligorId,
      kind: account.kind,
      bank_name: account.bankName,
      last_four: account.lastFour,
      sealed: vault.seal(JSON.stringify(numbers), fundingContext(account)),
      idempotency_key: idempotencyKey,
      added_at: account.addedAt,
      removed_at: null,
      state: account.state,
      state_reason: account.stateReason,
      verified_at: account.verifiedAt,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'idempotency_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted) return { isNew: true, id: inserted.id }
  const first = await tx
    .selectFrom('funding_account')
    .select('id')
    .where('account_id', '=', account.accountId)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirstOrThrow()
  return { isNew: false, id: first.id }
}

/** The obligor's own bank accounts that are not removed, in the order they were added. */
export async function readFundingAccounts(
  db: Db,
  of: { readonly accountId: string; readonly obligorId: string },
): Promise<FundingAccount[]> {
  const { rows } = await fundingOfObligor(db, of)
  return rows.map(fundingOf)
}

const fundingOfObligor = compiledOnce(
  (db, of: { readonly accountId: string; readonly obligorId: string }) =>
    selectFunding(db)
      .where('account_id', '=', of.accountId)
      .where('obligor_id', '=', of.obligorId)
      .where('removed_at', 'is', null)
      .orderBy('id'),
)

/** One bank account of this obligor, removed or not: old payments still name it. */
export async function readFundingAccount(
  db: Db,
  which: { readonly accountId: string; readonly obligorId: string; readonly id: string },
): Promise<FundingAccount | null> {
  const row = await selectFunding(db)
    .where('account_id', '=', which.accountId)
    .where('obligor_id', '=', which.obligorId)
    .where('id', '=', which.id)
    .executeTakeFirst()
  return row ? fundingOf(row) : null
}

/** Opens the numbers: for collecting money, never for a page. */
export async function openBankNumbers(
  db: Db,
  vault: Vault,
  which: { readonly accountId: string; readonly id: string },
): Promise<BankNumbers | null> {
  const row = await db
    .selectFrom('funding_account')
    .select('sealed')
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .executeTakeFirst()
  return row ? JSON.parse(vault.open(row.sealed, fundingContext(which))) : null
}

/** False when it was removed before, or is not this obligor's. */
export async function removeFundingAccount(
  tx: Tx,
  which: {
    readonly accountId: string
    readonly obligorId: string
    readonly id: string
    readonly at: string
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('funding_account')
    .set({ removed_at: which.at })
    .where('account_id', '=', which.accountId)
    .where('obligor_id', '=', which.obligorId)
    .where('id', '=', which.id)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** What a sealed row is bound to. */
export function fundingContext(account: { accountId: string; id: string }): string {
  return `funding account ${account.accountId} ${account.id}`
}

function selectFunding(db: Db) {
  return db
    .selectFrom('funding_account')
    .select(['account_id', 'id', 'obligor_id', 'kind', 'bank_name', 'last_four', 'added_at'])
    .select(['state', 'state_reason', 'verified_at'])
}

type FundingRow = Awaited<ReturnType<ReturnType<typeof selectFunding>['executeTakeFirstOrThrow']>>

function fundingOf(row: FundingRow): FundingAccount {
  return {
    accountId: row.account_id,
    id: row.id,
    obligorId: row.obligor_id,
    kind: row.kind,
    bankName: row.bank_name,
    lastFour: row.last_four,
    addedAt: row.added_at,
    state: row.state,
    stateReason: row.state_reason,
    verifiedAt: row.verified_at,
  }
}

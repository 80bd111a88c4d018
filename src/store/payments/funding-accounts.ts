// The bank accounts an obligor pays from. Numbers are sealed; four digits are ever shown.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import { type BankAccountCheck, bareNumber } from '#src/domain/regions/us-bank-account.ts'
import type { Vault } from '#src/vault/vault.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'
import type { BankKind, FundingKind } from './funding-kinds.ts'
import { fundingContext } from './sealed-contexts.ts'

export type FundingAccount = {
  readonly accountId: string
  readonly id: string
  /** Whose it is; the co-obligor never sees it. */
  readonly obligorId: string
  readonly kind: FundingKind
  /** Of a card, its brand. */
  readonly bankName: string
  readonly lastFour: string
  readonly addedAt: string
  /** Only a verified one may be debited. */
  readonly state: FundingState
  /** A return's code, or a word of ours; null while all is as asked. */
  readonly stateReason: string | null
  readonly verifiedAt: string | null
  /** What its owner calls it. */
  readonly nickname: string | null
  readonly isDefault: boolean
  readonly removedAt: string | null
  /** The last day on which a card is good; null for a bank account. */
  readonly expiresOn: CivilDate | null
  /** The check that is under way. */
  readonly check: OpenCheck | null
}

export type OpenCheck = {
  readonly id: string
  readonly method: BankAccountCheck
  readonly sendOn: CivilDate
  readonly settlesOn: CivilDate
  readonly tries: number
}

/** The first one that an obligor has becomes the default by itself. */
type Given = 'nickname' | 'isDefault' | 'removedAt' | 'check' | 'expiresOn'
export type NewFundingAccount = Omit<FundingAccount, Given> & { readonly kind: BankKind }

export type BankAccount = FundingAccount & { readonly kind: BankKind }

/** `failed`: it could not be verified. `stopped`: nothing is taken until somebody acts. */
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
    readonly account: NewFundingAccount
    readonly numbers: BankNumbers
    readonly idempotencyKey: string
    readonly nickname?: string | null
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
      nickname: added.nickname ?? null,
      is_default: sql<boolean>`not exists (select 1 from funding_account
        where account_id = ${account.accountId} and obligor_id = ${account.obligorId}
          and removed_at is null and is_default)`,
      number_hash: numberHash(vault, numbers),
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

/** The obligor's own bank accounts that are not removed, the default first. */
export async function readFundingAccounts(
  db: Db,
  of: { readonly accountId: string; readonly obligorId: string },
): Promise<BankAccount[]> {
  const all = await readPaySources(db, of)
  return all.flatMap((one) => (one.kind === 'card' ? [] : [{ ...one, kind: one.kind }]))
}

/** The same, and the cards that are kept. */
export async function readPaySources(
  db: Db,
  of: { readonly accountId: string; readonly obligorId: string },
): Promise<FundingAccount[]> {
  const { rows } = await fundingOfObligor(db, of)
  return rows.map(fundingOf)
}

const fundingOfObligor = compiledOnce(
  (db, of: { readonly accountId: string; readonly obligorId: string }) =>
    selectFunding(db)
      .where('f.account_id', '=', of.accountId)
      .where('f.obligor_id', '=', of.obligorId)
      .where('f.removed_at', 'is', null)
      .orderBy('f.is_default', 'desc')
      .orderBy('f.id'),
)

/** One bank account or card of this obligor, removed or not: old payments still name it. */
export async function readFundingAccount(
  db: Db,
  which: { readonly accountId: string; readonly obligorId: string; readonly id: string },
): Promise<FundingAccount | null> {
  const row = await selectFunding(db)
    .where('f.account_id', '=', which.accountId)
    .where('f.obligor_id', '=', which.obligorId)
    .where('f.id', '=', which.id)
    .executeTakeFirst()
  return row ? fundingOf(row) : null
}

/** By which a number is known again without being readable, with or without blanks and hyphens. */
export function numberHash(vault: Vault, numbers: Omit<BankNumbers, 'holderName'>): Buffer {
  const account = bareNumber(numbers.accountNumber)
  return vault.mac('bank account number', numbers.routingNumber, account)
}

function selectFunding(db: Db) {
  return db
    .selectFrom('funding_account as f')
    .leftJoin('funding_check as c', (join) =>
      join
        .onRef('c.account_id', '=', 'f.account_id')
        .onRef('c.funding_account_id', '=', 'f.id')
        .on('c.state', '=', 'open'),
    )
    .select(['f.account_id', 'f.id', 'f.obligor_id', 'f.kind', 'f.bank_name', 'f.last_four'])
    .select(['f.added_at', 'f.state', 'f.state_reason', 'f.verified_at', 'f.nickname'])
    .select(['f.is_default', 'c.id as check_id', 'c.method', 'c.send_on', 'c.settles_on'])
    .select(['c.tries', 'f.removed_at', 'f.expires_on'])
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
    nickname: row.nickname,
    isDefault: row.is_default,
    removedAt: row.removed_at,
    expiresOn: row.expires_on,
    check: openCheckOf(row),
  }
}

function openCheckOf(row: FundingRow): OpenCheck | null {
  const { check_id: id, method, send_on: sendOn, settles_on: settlesOn, tries } = row
  if (!id || !method || !sendOn || !settlesOn) return null
  return { id, method, sendOn, settlesOn, tries: tries ?? 0 }
}

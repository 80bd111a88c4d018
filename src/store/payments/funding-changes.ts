// What the bank says of a bank account: that it may not be debited, or that its numbers are others.
import { sql } from 'kysely'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'
import { type BankNumbers, numberHash } from './funding-accounts.ts'
import { type BankKind, bankKind } from './funding-kinds.ts'
import { fundingContext } from './sealed-contexts.ts'

/** A bank account by its own name, whoever of the account it belongs to. */
export type KnownFunding = {
  readonly obligorId: string
  readonly kind: BankKind
  readonly bankName: string
  readonly lastFour: string
  readonly state: 'unverified' | 'checking' | 'verified' | 'failed' | 'stopped'
  readonly isRemoved: boolean
}

type Which = { readonly accountId: string; readonly id: string }

export async function readKnownFunding(db: Db, which: Which): Promise<KnownFunding | null> {
  const row = await db
    .selectFrom('funding_account')
    .select(['obligor_id', 'kind', 'bank_name', 'last_four', 'state', 'removed_at'])
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .where('kind', '<>', 'card')
    .executeTakeFirst()
  return row
    ? {
        obligorId: row.obligor_id,
        kind: bankKind(row.kind),
        bankName: row.bank_name,
        lastFour: row.last_four,
        state: row.state,
        isRemoved: row.removed_at !== null,
      }
    : null
}

/**
 * Nothing is taken from it until somebody acts. False when it was stopped before; what a bank says
 * then stands in place of our own mark, so that lifting the mark gives nothing back.
 */
export async function stopFunding(
  tx: Tx,
  change: Which & { readonly reason: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('funding_account')
    .set({ state: 'stopped', state_reason: change.reason })
    .where('account_id', '=', change.accountId)
    .where('id', '=', change.id)
    .where('state', '<>', 'stopped')
    .executeTakeFirstOrThrow()
  if (result.numUpdatedRows === 1n) return true
  await tx
    .updateTable('funding_account')
    .set({ state_reason: change.reason })
    .where('account_id', '=', change.accountId)
    .where('id', '=', change.id)
    .where('state', '=', 'stopped')
    .where('state_reason', '=', 'fraud')
    .execute()
  return false
}

/** A check of it came back. False when there was nothing to verify any more. */
export async function failFunding(
  tx: Tx,
  change: Which & { readonly reason: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('funding_account')
    .set({ state: 'failed', state_reason: change.reason })
    .where('account_id', '=', change.accountId)
    .where('id', '=', change.id)
    .where('state', 'in', ['unverified', 'checking', 'verified'])
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

export async function correctFunding(
  tx: Tx,
  vault: Vault,
  change: Which & { readonly numbers: BankNumbers; readonly kind: BankKind },
): Promise<void> {
  const { accountId, id, numbers } = change
  await tx
    .updateTable('funding_account')
    .set({
      kind: change.kind,
      last_four: lastFourOf(numbers.accountNumber),
      sealed: vault.seal(JSON.stringify(numbers), fundingContext({ accountId, id })),
      number_hash: freeHash({ accountId, id, hash: numberHash(vault, numbers) }),
    })
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .execute()
}

/** Null where its obligor has a bank account of that number already. */
function freeHash(of: Which & { readonly hash: Buffer }) {
  return sql<Buffer | null>`case when exists (
      select 1 from funding_account other join funding_account own
        on own.account_id = other.account_id and own.obligor_id = other.obligor_id
      where own.account_id = ${of.accountId} and own.id = ${of.id} and other.id <> own.id
        and other.removed_at is null and other.number_hash = ${of.hash})
    then null else ${of.hash}::bytea end`
}

/** Of its digits: what a person knows it by. */
export function lastFourOf(accountNumber: string): string {
  return accountNumber.replace(/\D/g, '').slice(-4)
}

// What an owner does with a bank account: each change is guarded by what it was.
import { sql } from 'kysely'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'
import { openBankNumbers } from './bank-numbers.ts'
import { type BankNumbers, type FundingState, numberHash } from './funding-accounts.ts'

type Which = { readonly accountId: string; readonly id: string }
type Owned = Which & { readonly obligorId: string }

/** False when it is in none of the states `from`, or removed. */
export async function moveFunding(
  tx: Tx,
  which: Which,
  move: {
    readonly from: readonly FundingState[]
    readonly to: FundingState
    readonly reason: string | null
    /** When it was verified; kept as it is where this is left out. */
    readonly verifiedAt?: string
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('funding_account')
    .set({
      state: move.to,
      state_reason: move.reason,
      ...(move.verifiedAt !== undefined && { verified_at: move.verifiedAt }),
    })
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .where('state', 'in', move.from)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

export async function renameFunding(
  tx: Tx,
  which: Owned & { readonly nickname: string | null; readonly bankName: string },
): Promise<boolean> {
  const result = await ownRow(tx, which)
    .set({ nickname: which.nickname, bank_name: which.bankName })
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** Takes the mark off the one that has it: at no moment there are two. */
export async function makeDefaultFunding(tx: Tx, which: Owned): Promise<boolean> {
  await tx
    .updateTable('funding_account')
    .set({ is_default: false })
    .where('account_id', '=', which.accountId)
    .where('obligor_id', '=', which.obligorId)
    .where('is_default', '=', true)
    .execute()
  const result = await ownRow(tx, which).set({ is_default: true }).executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** False when it was removed before, or is not this obligor's. */
export async function removeFundingAccount(
  tx: Tx,
  which: Owned & { readonly at: string },
): Promise<boolean> {
  const result = await ownRow(tx, which)
    .set({ removed_at: which.at, is_default: false })
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** The obligor's bank account of this number that is not removed; older rows have no hash yet. */
export async function findByNumber(
  tx: Tx,
  vault: Vault,
  of: {
    readonly accountId: string
    readonly obligorId: string
    readonly numbers: Omit<BankNumbers, 'holderName'>
  },
): Promise<string | null> {
  const hash = numberHash(vault, of.numbers)
  const rows = await tx
    .selectFrom('funding_account')
    .select(['id', 'number_hash'])
    .where('account_id', '=', of.accountId)
    .where('obligor_id', '=', of.obligorId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const known = row.number_hash ?? (await hashOf(tx, vault, { ...of, id: row.id }))
    if (known?.equals(hash)) return row.id
  }
  return null
}

export type StoppedNumber = { readonly obligorId: string; readonly reason: string }

/** Where a number was stopped, on any account, removed or not. */
export async function stoppedNumbers(
  db: Db,
  vault: Vault,
  numbers: Omit<BankNumbers, 'holderName'>,
): Promise<StoppedNumber[]> {
  const rows = await db
    .selectFrom('funding_account')
    .select(['obligor_id', 'state_reason'])
    .where('state', '=', 'stopped')
    .where('number_hash', '=', numberHash(vault, numbers))
    .execute()
  return rows.map((row) => ({ obligorId: row.obligor_id, reason: row.state_reason ?? '' }))
}

/** How many bank accounts an obligor has now, and has added since a moment, removed ones too. */
export async function countFunding(
  db: Db,
  of: { readonly accountId: string; readonly obligorId: string; readonly since: string },
): Promise<{ readonly now: number; readonly added: number }> {
  const row = await db
    .selectFrom('funding_account')
    .select(sql<number>`(count(*) filter (where removed_at is null))::integer`.as('now'))
    .select(
      sql<number>`(count(*) filter (where added_at > ${of.since} and kind <> 'card'))::integer`.as(
        'added',
      ),
    )
    .where('account_id', '=', of.accountId)
    .where('obligor_id', '=', of.obligorId)
    .executeTakeFirstOrThrow()
  return row
}

/** Hashes the number of a row that an earlier release added, unless the obligor has it twice. */
export async function completeHash(tx: Tx, vault: Vault, which: Owned): Promise<void> {
  const hash = await hashOf(tx, vault, which)
  await sql`update funding_account f set number_hash = ${hash}
    where f.account_id = ${which.accountId} and f.id = ${which.id} and f.number_hash is null
      and not exists (select 1 from funding_account other
        where other.account_id = f.account_id and other.obligor_id = ${which.obligorId}
          and other.removed_at is null and other.number_hash = ${hash})`.execute(tx)
}

function ownRow(tx: Tx, which: Owned) {
  return tx
    .updateTable('funding_account')
    .where('account_id', '=', which.accountId)
    .where('obligor_id', '=', which.obligorId)
    .where('id', '=', which.id)
    .where('removed_at', 'is', null)
}

async function hashOf(tx: Tx, vault: Vault, which: Which): Promise<Buffer | null> {
  const numbers = await openBankNumbers(tx, vault, which)
  return numbers && numberHash(vault, numbers)
}

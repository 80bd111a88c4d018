// Bank accounts of one number, on whichever account, and those that a mark has met.
import { sql } from 'kysely'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'
import { openBankNumbers } from './bank-numbers.ts'
import type { FundingState } from './funding-accounts.ts'
import { numberHash } from './funding-accounts.ts'

export type NumberHolder = { readonly accountId: string; readonly id: string }

/** Removed ones too. A number without a hash is opened: earlier releases, and one kept twice. */
export async function holdersOf(db: Db, vault: Vault, hash: Buffer): Promise<NumberHolder[]> {
  const rows = await db
    .selectFrom('funding_account')
    .select(['account_id', 'id', 'number_hash'])
    .where((where) => where.or([where('number_hash', '=', hash), where('number_hash', 'is', null)]))
    .orderBy('account_id')
    .orderBy('id')
    .execute()
  const holders: NumberHolder[] = []
  for (const { account_id: accountId, id, number_hash: known } of rows) {
    const numbers = known ? null : await openBankNumbers(db, vault, { accountId, id })
    if (known || (numbers && numberHash(vault, numbers).equals(hash)))
      holders.push({ accountId, id })
  }
  return holders
}

/** Notes how a bank account stood when a mark met it; false where that is noted already. */
export async function noteMet(
  tx: Tx,
  of: NumberHolder & { readonly markId: string; readonly at: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into fraud_mark_account (account_id, mark_id, funding_account_id, state_before,
      reason_before, met_at)
    select account_id, ${of.markId}::uuid, id, state, state_reason, ${of.at}::timestamptz
    from funding_account where account_id = ${of.accountId} and id = ${of.id}
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

export type MetAccount = {
  readonly markId: string
  readonly accountId: string
  /** Last four of the account's number, and of the bank account's as it is now. */
  readonly accountEnding: string
  readonly fundingAccountId: string
  readonly lastFour: string
  readonly bankName: string
  readonly isRemoved: boolean
  readonly stateBefore: FundingState
  readonly metAt: string
}

export async function metAccounts(db: Db, markIds: readonly string[]): Promise<MetAccount[]> {
  const rows = await db
    .selectFrom('fraud_mark_account as met')
    .innerJoin('account', 'account.account_id', 'met.account_id')
    .innerJoin('funding_account as f', (join) =>
      join
        .onRef('f.account_id', '=', 'met.account_id')
        .onRef('f.id', '=', 'met.funding_account_id'),
    )
    .select(['mark_id', 'met.account_id', 'account_number', 'funding_account_id', 'last_four'])
    .select(['bank_name', 'removed_at', 'state_before', 'met_at'])
    .where('mark_id', '=', sql<string>`any(${markIds}::uuid[])`)
    .orderBy('met_at')
    .orderBy('met.account_id')
    .orderBy('funding_account_id')
    .execute()
  return rows.map((row) => ({
    markId: row.mark_id,
    accountId: row.account_id,
    accountEnding: row.account_number.slice(-4),
    fundingAccountId: row.funding_account_id,
    lastFour: row.last_four,
    bankName: row.bank_name,
    isRemoved: row.removed_at !== null,
    stateBefore: row.state_before as FundingState,
    metAt: row.met_at,
  }))
}

/**
 * As it stood before, unless a bank has stopped it meanwhile; a check that was under way begins
 * anew. False where nothing changed.
 */
export async function giveBack(
  tx: Tx,
  of: NumberHolder & { readonly markId: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update funding_account f
    set state = case met.state_before when 'checking' then 'unverified' else met.state_before end,
      state_reason = met.reason_before
    from fraud_mark_account met
    where met.account_id = f.account_id and met.funding_account_id = f.id
      and met.mark_id = ${of.markId} and met.state_before <> 'stopped'
      and f.account_id = ${of.accountId} and f.id = ${of.id}
      and f.state = 'stopped' and f.state_reason = 'fraud'`.execute(tx)
  return numAffectedRows === 1n
}

// The checks that a day may bring to an end, and the entries they hang on.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { CheckEntry } from '#src/domain/rules/funding/funding-check.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'
import { openBankNumbers } from './bank-numbers.ts'
import { numberHash } from './funding-accounts.ts'
import { checkOf, type FundingCheck, selectChecks } from './funding-checks.ts'

type Place = { readonly accountId: string; readonly id: string }

/**
 * Checks that are under way, and those that passed since `passedSince`, which the bank may still
 * return; in order, `limit` of them after `after`.
 */
export async function checksToSettle(
  db: Db,
  page: {
    readonly passedSince: CivilDate
    readonly after: Place | null
    readonly limit: number
  },
): Promise<FundingCheck[]> {
  const { after, passedSince, limit } = page
  let query = selectChecks(db).where((eb) =>
    eb.or([
      eb('state', '=', 'open'),
      eb.and([eb('state', '=', 'passed'), eb('settles_on', '>=', passedSince)]),
    ]),
  )
  if (after)
    query = query.where(
      sql<boolean>`(account_id, id) > (${after.accountId}::uuid, ${after.id}::uuid)`,
    )
  const rows = await query.orderBy('account_id').orderBy('id').limit(limit).execute()
  return rows.map(checkOf)
}

/** The entries of a check, as the files and the returns left them. */
export async function readCheckEntries(db: Db, check: FundingCheck): Promise<CheckEntry[]> {
  const rows = await db
    .selectFrom('ach_entry')
    .select(['state', 'refused_then', 'send_on', 'effective', 'return_code'])
    .where('account_id', '=', check.accountId)
    .where('id', 'in', check.entryIds)
    .execute()
  return rows.map((row) => ({
    state: row.state === 'refused' ? refusedAs(row.refused_then) : row.state,
    sendOn: row.send_on,
    // A file that the bank refused settles on no day.
    effective: row.state === 'refused' ? null : row.effective,
    returnCode: row.return_code,
  }))
}

/** It waits until it is decided whether it goes again. */
function refusedAs(then: 'sentAgain' | 'notSent' | null): 'withdrawn' | 'waiting' {
  return then === 'notSent' ? 'withdrawn' : 'waiting'
}

/** Takes the entries of a check out of the line where no file has them yet. */
export async function withdrawEntries(tx: Tx, check: FundingCheck, at: string): Promise<void> {
  await tx
    .updateTable('ach_entry')
    .set({ state: 'withdrawn', changed_at: at })
    .where('account_id', '=', check.accountId)
    .where('id', 'in', check.entryIds)
    .where('state', '=', 'waiting')
    .execute()
}

/** Whose bank account a check is about, as messages name it. */
export async function fundingOfCheck(tx: Tx, check: FundingCheck) {
  const row = await tx
    .selectFrom('funding_account')
    .select(['id', 'obligor_id', 'kind', 'bank_name', 'last_four'])
    .where('account_id', '=', check.accountId)
    .where('id', '=', check.fundingAccountId)
    .executeTakeFirstOrThrow()
  const { id, kind, bank_name: bankName, last_four: lastFour } = row
  return { obligorId: row.obligor_id, funding: { id, kind, bankName, lastFour } }
}

/** How often a number was checked for an obligor, on rows that were removed too. */
export async function countChecks(
  db: Db,
  vault: Vault,
  of: { readonly accountId: string; readonly obligorId: string; readonly id: string },
): Promise<number> {
  const numbers = await openBankNumbers(db, vault, of)
  const row = await db
    .selectFrom('funding_check as c')
    .innerJoin('funding_account as f', (join) =>
      join.onRef('f.account_id', '=', 'c.account_id').onRef('f.id', '=', 'c.funding_account_id'),
    )
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('c.account_id', '=', of.accountId)
    .where('f.obligor_id', '=', of.obligorId)
    .where('f.number_hash', '=', numbers && numberHash(vault, numbers))
    .executeTakeFirstOrThrow()
  return row.count
}

// The numbers of a bank account, which are sealed: no page shows them.
import type { Vault } from '#src/vault/vault.ts'
import type { Db } from '../database.ts'
import type { BankNumbers } from './funding-accounts.ts'
import { fundingContext } from './sealed-contexts.ts'

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

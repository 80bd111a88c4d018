import type { CivilDate } from '#src/domain/calendar.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { fundingRefusal } from '#src/domain/rules/funding/funding-check.ts'
import type { Db } from '#src/store/database.ts'
import { type FundingAccount, readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import type { Owner } from '../context.ts'

/**
 * The obligor's own bank account, if the file of `sendOn` may hold a debit of it by what is known
 * now. Refuses one that is not there, was stopped, or cannot be verified by then.
 */
export async function usableAccount(
  db: Db,
  owner: Owner,
  asked: { readonly fundingAccountId: string; readonly sendOn: CivilDate },
): Promise<Outcome<FundingAccount>> {
  const accounts = await readFundingAccounts(db, owner)
  const account = accounts.find(({ id }) => id === asked.fundingAccountId)
  if (!account) return refused({ code: 'fundingAccountNotFound' })
  const unusable = fundingRefusal(account, asked.sendOn)
  return unusable ? refused(unusable) : accepted(account)
}

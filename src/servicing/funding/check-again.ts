import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { mayCheckAgain } from '#src/domain/rules/funding/funding-check.ts'
import type { Db } from '#src/store/database.ts'
import { countChecks } from '#src/store/payments/checks-to-settle.ts'
import { type FundingAccount, readFundingAccount } from '#src/store/payments/funding-accounts.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { noteFunding } from './note-funding.ts'
import { startCheck } from './start-check.ts'

/**
 * Begins the check of a bank account that has none, or whose last one ended without an answer.
 * While one is under way nothing begins. Refuses where another could come out no better.
 */
export async function checkAgain(
  ctx: ServicingContext,
  owner: Owner,
  order: { readonly fundingAccountId: string },
): Promise<Outcome<{ fundingAccountId: string }>> {
  return ctx.db.transaction().execute(async (tx) => {
    const { account } = await loadForUpdate(tx, owner.accountId)
    const id = order.fundingAccountId
    const funding = await readFundingAccount(tx, { ...owner, id })
    const { kind } = funding ?? {}
    if (!funding || !kind || kind === 'card' || funding.removedAt !== null)
      return refused({ code: 'fundingAccountNotFound' })
    if (funding.state === 'checking' || funding.state === 'verified')
      return accepted({ fundingAccountId: id })
    if (funding.state === 'stopped') return refused({ code: 'bankAccountStopped' })
    if (!(await canCheckAgain(ctx, tx, funding)))
      return refused({ code: 'bankAccountNotCheckable' })
    const check = await startCheck(ctx, tx, { owner, account: { id, kind } })
    await noteFunding(ctx, tx, {
      account,
      owner,
      funding,
      template: check.method === 'prenote' ? 'bankAccountAdded' : 'bankDepositsOnTheirWay',
      action: 'bank account check begun',
      check,
    })
    return accepted({ fundingAccountId: id })
  })
}

/** Whether a check may begin: none is under way, and another could come out better. */
export async function canCheckAgain(
  ctx: ServicingContext,
  db: Db,
  funding: FundingAccount,
): Promise<boolean> {
  if (funding.state !== 'unverified' && funding.state !== 'failed') return false
  const soFar = await countChecks(db, ctx.vault, funding)
  return mayCheckAgain(funding.stateReason, soFar)
}

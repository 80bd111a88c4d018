import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { withdrawEntries } from '#src/store/payments/checks-to-settle.ts'
import { readFundingAccount } from '#src/store/payments/funding-accounts.ts'
import { endCheck, readLastCheck } from '#src/store/payments/funding-checks.ts'
import { removeFundingAccount as removeRow } from '#src/store/payments/own-funding.ts'
import { autopayAfter } from '../autopay/autopay-after.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { type LoadedAccount, loadForUpdate } from '../load-account.ts'
import { cancelWithAccount } from './cancel-with-account.ts'
import { fundingUses } from './funding-uses.ts'
import { noteFunding } from './note-funding.ts'

export type Removal = {
  readonly fundingAccountId: string
  /** Payments and autopay that the page showed and the owner agreed to end. */
  readonly cancel: readonly string[]
}

/**
 * Takes a bank account or a saved card off. Payments that are set from it are canceled in the same
 * moment, if the owner agreed to each; refused while one is not agreed to, or goes with the next
 * file. What the bank has already goes on. Removed again, it answers the same.
 */
export async function removeFundingAccount(
  ctx: ServicingContext,
  owner: Owner,
  order: Removal,
): Promise<Outcome<{ canceled: number }>> {
  return ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, owner.accountId)
    const { fundingAccountId } = order
    const funding = await readFundingAccount(tx, { ...owner, id: fundingAccountId })
    if (!funding) return refused({ code: 'fundingAccountNotFound' })
    if (funding.removedAt !== null) return accepted({ canceled: 0 })
    const uses = await fundingUses(ctx, tx, { owner, fundingAccountId })
    const [goingOut] = uses.goingOut
    if (goingOut)
      return refused({ code: 'bankAccountGoesOut', confirmation: goingOut.confirmation })
    const ends = [...uses.cancelable, ...(uses.autopay ? [uses.autopay] : [])]
    if (ends.some(({ id }) => !order.cancel.includes(id)))
      return refused({ code: 'bankAccountInUse' })
    await endOpenCheck(ctx, tx, { owner, fundingAccountId })
    await removeRow(tx, { ...owner, id: fundingAccountId, at: ctx.clock.now() })
    const account = await endUses(ctx, tx, { owner, loaded, fundingAccountId })
    const canceled = uses.cancelable.length
    await noteFunding(ctx, tx, {
      ...{ account, owner, funding },
      template: funding.kind === 'card' ? 'cardRemoved' : 'bankAccountRemoved',
      action: funding.kind === 'card' ? 'saved card removed' : 'bank account removed',
      details: { canceled },
    })
    return accepted({ canceled })
  })
}

/** Autopay decides its own debits and says so; what is left was set by hand. */
async function endUses(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    owner: Owner
    loaded: LoadedAccount<LockedAccount, AccountLedger>
    fundingAccountId: string
  },
): Promise<LockedAccount> {
  const { owner, loaded, fundingAccountId } = of
  const cause = { kind: 'bankAccountRemoved', fundingAccountId } as const
  let { account } = await autopayAfter(tx, ctx, { loaded, cause })
  const { cancelable } = await fundingUses(ctx, tx, { owner, fundingAccountId })
  for (const payment of cancelable)
    account = await cancelWithAccount(ctx, tx, { owner, account, payment })
  return account
}

/** What has not gone to the bank stays here. */
async function endOpenCheck(
  ctx: ServicingContext,
  tx: Tx,
  of: { owner: Owner; fundingAccountId: string },
): Promise<void> {
  const { accountId } = of.owner
  const check = await readLastCheck(tx, { accountId, fundingAccountId: of.fundingAccountId })
  if (check?.state !== 'open') return
  const at = ctx.clock.now()
  await withdrawEntries(tx, check, at)
  await endCheck(tx, check, { from: 'open', state: 'withdrawn', reason: 'removed', at })
}

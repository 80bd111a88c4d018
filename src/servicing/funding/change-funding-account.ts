import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { type FundingAccount, readFundingAccount } from '#src/store/payments/funding-accounts.ts'
import { makeDefaultFunding, renameFunding } from '#src/store/payments/own-funding.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { noteFunding } from './note-funding.ts'

type Which = { readonly fundingAccountId: string }

/** What its owner calls a bank account, and its bank; `nickname` null takes the name off. */
export function renameFundingAccount(
  ctx: ServicingContext,
  owner: Owner,
  order: Which & { readonly nickname: string | null; readonly bankName: string },
): Promise<Outcome<Which>> {
  const { nickname } = order
  return change(ctx, { owner, order, action: 'bank account renamed' }, async (tx, { funding }) => {
    // The brand of a card is the processor's word.
    const bankName = funding.kind === 'card' ? funding.bankName : order.bankName
    if (funding.nickname === nickname && funding.bankName === bankName) return false
    return renameFunding(tx, { ...owner, id: funding.id, nickname, bankName })
  })
}

/** The one that is offered first. */
export function makeFundingDefault(
  ctx: ServicingContext,
  owner: Owner,
  order: Which,
): Promise<Outcome<Which>> {
  return change(ctx, { owner, order, action: 'bank account made default' }, (tx, { funding }) =>
    funding.isDefault
      ? Promise.resolve(false)
      : makeDefaultFunding(tx, { ...owner, id: funding.id }),
  )
}

/** `make` answers false where all is as asked already: then there is nothing to note. */
function change(
  ctx: ServicingContext,
  of: { readonly owner: Owner; readonly order: Which; readonly action: string },
  make: (
    tx: Tx,
    found: { readonly funding: FundingAccount; readonly account: LockedAccount },
  ) => Promise<boolean>,
): Promise<Outcome<Which>> {
  const { owner, order, action } = of
  return ctx.db.transaction().execute(async (tx) => {
    const { account } = await loadForUpdate(tx, owner.accountId)
    const id = order.fundingAccountId
    const funding = await readFundingAccount(tx, { ...owner, id })
    if (!funding || funding.removedAt !== null) return refused({ code: 'fundingAccountNotFound' })
    if (await make(tx, { funding, account }))
      await noteFunding(ctx, tx, { account, owner, funding, template: null, action })
    return accepted({ fundingAccountId: id })
  })
}

import { extend } from '#src/domain/account/extend.ts'
import { type MoneyToPutRight, moneyToPutRight } from '#src/domain/orders/account-money.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { requestsOfAccount } from '#src/store/desk-money/request-lists.ts'
import { businessDay } from '../business-day.ts'
import { calendarOn } from '../lender-rules.ts'
import { loadOrder } from './hold-order.ts'
import type { PostingContext } from './posting-context.ts'
import { type RefundBank, refundBanks } from './refund-banks.ts'
import { type RefundableCard, refundableCards } from './refundable-cards.ts'
import { noteLook, type SeenAccount, seenAccount } from './see-accounts.ts'

const REQUESTS_SHOWN = 20

export type AccountMoney = MoneyToPutRight & {
  readonly account: SeenAccount
  readonly banks: readonly RefundBank[]
  readonly cards: readonly RefundableCard[]
  readonly requests: Awaited<ReturnType<typeof requestsOfAccount>>
}

/** An account's money as the desk puts it right; null when there is none. Written down on it. */
export async function viewAccountMoney(
  ctx: PostingContext,
  of: { readonly permit: StaffPermit<'askMoney' | 'askForAct'>; readonly accountId: string },
): Promise<AccountMoney | null> {
  const { permit, accountId } = of
  const found = await loadOrder(ctx.db, [accountId])
  const loaded = found.get(accountId)
  if (!loaded) return null
  const today = await businessDay(ctx.db)
  const at = { through: today, postedAt: ctx.clock.now(), newId: ctx.newId, ledger: loaded.ledger }
  const settled = extend(loaded.events, [], at)
  await ctx.db
    .transaction()
    .execute((tx) => noteLook(ctx, tx, { who: permit, accountIds: [accountId], what: 'money' }))
  return {
    ...moneyToPutRight(settled, { today, calendar: calendarOn(ctx.lender, today) }),
    account: await seenAccount(ctx, loaded),
    banks: await refundBanks(ctx, accountId),
    cards: await refundableCards(ctx, { accountId, account: settled }),
    requests: await requestsOfAccount(ctx.db, { accountId, limit: REQUESTS_SHOWN }),
  }
}

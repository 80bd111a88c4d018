// The accounts of an order with all that is owed by today, and what the order would write.
import { extend } from '#src/domain/account/extend.ts'
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { replay } from '#src/domain/account/replay.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import {
  accountsOf,
  type MoneyAnswer,
  type MoneyOrder,
  moneyRefused,
  type OrderPlan,
} from '#src/domain/orders/money-order.ts'
import { planOrder } from '#src/domain/orders/plan-order.ts'
import { readEvents } from '#src/store/accounts/account-events.ts'
import { type Account, type LockedAccount, readAccounts } from '#src/store/accounts/accounts.ts'
import { lockAccounts } from '#src/store/accounts/lock-accounts.ts'
import type { Db, Tx } from '#src/store/database.ts'
import { calendarOn, deskLimitsOn } from '../lender-rules.ts'
import type { LoadedAccount } from '../load-account.ts'
import type { PostingContext } from './posting-context.ts'

export type OrderedAccounts<A extends Account> = ReadonlyMap<
  string,
  LoadedAccount<A, AccountLedger>
>

/** Held until the transaction ends, in the one order in which all hold several accounts. */
export async function holdOrder(
  tx: Tx,
  order: MoneyOrder,
): Promise<OrderedAccounts<LockedAccount>> {
  return withEvents(tx, await lockAccounts(tx, [...new Set(accountsOf(order))]))
}

/** The same without holding them. */
export async function loadOrder(
  db: Db,
  accountIds: readonly string[],
): Promise<OrderedAccounts<Account>> {
  return withEvents(db, await readAccounts(db, [...new Set(accountIds)]))
}

/** Accounts known from public filings take no money of ours. */
export function plannedOn<A extends Account>(
  ctx: PostingContext,
  of: {
    readonly order: MoneyOrder
    readonly accounts: OrderedAccounts<A>
    readonly today: CivilDate
  },
): MoneyAnswer<OrderPlan> {
  const { order, accounts, today } = of
  const { clock, newId, lender } = ctx
  if ([...accounts.values()].some(({ account }) => account.source === 'abs-ee'))
    return moneyRefused('historyEnds')
  const settled = new Map(
    [...accounts].map(([id, { events, ledger }]) => {
      const at = { through: today, postedAt: clock.now(), newId, ledger }
      return [id, extend(events, [], at)] as const
    }),
  )
  const { backDatedDays } = deskLimitsOn(lender, today)
  return planOrder(order, settled, { today, calendar: calendarOn(lender, today), backDatedDays })
}

async function withEvents<A extends Account>(
  db: Db,
  accounts: readonly A[],
): Promise<OrderedAccounts<A>> {
  const loaded = new Map<string, LoadedAccount<A, AccountLedger>>()
  for (const account of accounts) {
    const events = await readEvents(db, account.accountId)
    loaded.set(account.accountId, { account, events, ledger: replay(events) })
  }
  return loaded
}

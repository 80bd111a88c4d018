import { extend } from '#src/domain/account/extend.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { type DueDate, dueDatesToCome } from '#src/domain/orders/due-dates.ts'
import { type MoneyFigures, moneyFigures } from '#src/domain/orders/money-figures.ts'
import type { Account } from '#src/store/accounts/accounts.ts'
import type { OrderedAccounts } from './hold-order.ts'
import type { PostingContext } from './posting-context.ts'
import { type SeenAccount, seenAccount } from './see-accounts.ts'

/** An account before and after the order, as of today; alike once it is decided. */
export type Effect = {
  readonly account: SeenAccount
  readonly before: MoneyFigures
  readonly after: MoneyFigures
  /** Of a loan. */
  readonly dates: { readonly before: readonly DueDate[]; readonly after: readonly DueDate[] }
}

/** Each account as it stands, and as it would with the facts of its own. */
export async function effectsOf(
  ctx: PostingContext,
  of: {
    readonly accounts: OrderedAccounts<Account>
    readonly facts: ReadonlyMap<string, Parameters<typeof extend>[1]>
    readonly today: CivilDate
  },
): Promise<Effect[]> {
  const { accounts, facts, today } = of
  const at = { through: today, postedAt: ctx.clock.now(), newId: ctx.newId }
  return Promise.all(
    [...accounts.values()].map(async (loaded): Promise<Effect> => {
      const settled = extend(loaded.events, [], { ...at, ledger: loaded.ledger })
      const own = facts.get(loaded.account.accountId) ?? []
      const after = extend(settled.events, own, { ...at, ledger: settled.ledger })
      return {
        account: await seenAccount(ctx, loaded),
        before: moneyFigures(settled.ledger, today),
        after: moneyFigures(after.ledger, today),
        dates: {
          before: dueDatesToCome(settled.ledger, today),
          after: dueDatesToCome(after.ledger, today),
        },
      }
    }),
  )
}

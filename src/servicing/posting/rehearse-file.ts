// What a file of payments would do to each of its accounts, by the parts that post it when it is
// approved. Nothing is written but that somebody looked.
import type { AccountEvent } from '#src/domain/account/event.ts'
import { extend } from '#src/domain/account/extend.ts'
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { type MoneyFigures, moneyFigures } from '#src/domain/orders/money-figures.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { Account } from '#src/store/accounts/accounts.ts'
import {
  type ReceivedCredit,
  tallyOfFile,
  waitingCreditsOf,
} from '#src/store/desk-money/received-credits.ts'
import { pageOf } from '#src/store/page-of.ts'
import { businessDay } from '../business-day.ts'
import type { LoadedAny } from '../load-account.ts'
import { loadOrder } from './hold-order.ts'
import { type CreditFate, creditFate, creditPayment } from './post-credit.ts'
import type { PostingContext } from './posting-context.ts'
import { noteLook, type SeenAccount, seenAccount } from './see-accounts.ts'

export type FileEffect = {
  /** Null: an account known from a public filing names nobody. */
  readonly account: SeenAccount | null
  readonly ending: string
  readonly credits: readonly { readonly credit: ReceivedCredit; readonly fate: CreditFate }[]
  readonly before: MoneyFigures
  readonly after: MoneyFigures
}

export type RehearsedFile = {
  readonly effects: readonly FileEffect[]
  /** From 1. */
  readonly page: number
  readonly pages: number
  readonly accounts: number
}

const ACCOUNTS_A_PAGE = 20

/** One page of its accounts, in an order that stays. A page beyond the last one is the last. */
export async function rehearseFile(
  ctx: PostingContext,
  of: {
    readonly permit: StaffPermit<'seeMoney'>
    readonly fileId: string
    readonly page: number
  },
): Promise<RehearsedFile> {
  const { permit, fileId } = of
  const all = (await tallyOfFile(ctx.db, fileId)).accountIds.toSorted()
  const { page, pages, offset } = pageOf(of.page, { count: all.length, size: ACCOUNTS_A_PAGE })
  const accountIds = all.slice(offset, offset + ACCOUNTS_A_PAGE)
  const loaded = await loadOrder(ctx.db, accountIds)
  const credits = await waitingCreditsOf(ctx.db, { fileId, accountIds })
  const today = await businessDay(ctx.db)
  const effects: FileEffect[] = []
  for (const [accountId, account] of loaded)
    effects.push(
      await effectOf(ctx, {
        ...{ loaded: account, today },
        credits: credits.filter((credit) => credit.accountId === accountId),
      }),
    )
  const what = `effects of file ${fileId}`
  await ctx.db.transaction().execute((tx) => noteLook(ctx, tx, { who: permit, accountIds, what }))
  return { effects, page, pages, accounts: all.length }
}

type Known = { readonly events: readonly AccountEvent[]; readonly ledger: AccountLedger }

async function effectOf(
  ctx: PostingContext,
  of: {
    readonly loaded: LoadedAny<Account>
    readonly credits: readonly ReceivedCredit[]
    readonly today: CivilDate
  },
): Promise<FileEffect> {
  const { loaded, today } = of
  const { account } = loaded
  const credits = of.credits.map((credit) => ({ credit, fate: creditFate(credit, loaded) }))
  const at = { postedAt: ctx.clock.now(), newId: ctx.newId }
  const settle = (from: Known, through: CivilDate) =>
    extend(from.events, [], { ...at, through, ledger: from.ledger })
  let after: Known = settle(loaded, today)
  const { ledger: before } = after
  for (const { credit, fate } of credits) {
    if (fate !== 'posted') continue
    const { effectiveDate, ...terms } = creditPayment(credit)
    const { events, ledger } = settle(after, effectiveDate)
    const fact = { effectiveDate, payload: { kind: 'payment', ...terms } } as const
    after = extend(events, [fact], { ...at, through: effectiveDate, ledger })
  }
  const isFiled = account.source === 'abs-ee'
  return {
    account: isFiled ? null : await seenAccount(ctx, loaded),
    ending: account.accountNumber.slice(-4),
    credits,
    before: moneyFigures(before, today),
    after: moneyFigures(settle(after, today).ledger, today),
  }
}

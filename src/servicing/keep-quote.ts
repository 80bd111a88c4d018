// A quote is kept with a number; the same obligor, day and facts give the one that is kept.
import { explainQuote, type QuoteDay } from '#src/domain/account/quote.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { exactDollars } from '#src/domain/explanation.ts'
import type { Payoff } from '#src/domain/rules/payoff.ts'
import { type AccountAuditEntry, appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { claimNumbers } from '#src/store/accounts/directory.ts'
import type { Db } from '#src/store/database.ts'
import { insertQuote, type PayoffQuote, readOpenQuotes } from '#src/store/payments/payoff-quotes.ts'
import { randomCode } from '#src/vault/vault.ts'
import type { Owner, ServicingContext } from './context.ts'
import { type LoadedAccount, loadForUpdate } from './load-account.ts'

/** Who asked, as the audit names them. */
export type QuotedBy = AccountAuditEntry['actor']

/** The kept quote of a day, or a new one with its number, in one commit. */
export async function keepQuote(
  ctx: ServicingContext,
  owner: Owner,
  of: {
    loaded: LoadedAccount
    by: QuotedBy
    on: CivilDate
    goodThrough: CivilDate
    payoff: Payoff
    days: readonly QuoteDay[]
  },
): Promise<PayoffQuote> {
  const eventCount = of.loaded.account.events.count
  const { accountId, obligorId } = owner
  const same = { accountId, obligorId, onDate: of.on, eventCount }
  const kept = await findOpen(ctx.db, same)
  if (kept) return kept
  return ctx.db.transaction().execute(async (tx) => {
    const { account } = await loadForUpdate(tx, owner.accountId)
    const meanwhile = await findOpen(tx, same)
    if (meanwhile) return meanwhile
    const quote: PayoffQuote = {
      ...same,
      id: ctx.newId(),
      number: `PQ-${randomCode(4)}-${randomCode(4)}`,
      goodThrough: of.goodThrough,
      total: of.payoff.total,
      body: {
        days: of.days.map(({ on, total }) => ({ on, total })),
        perDiem: exactDollars(of.payoff.perDiem),
        working: explainQuote(of.loaded.ledger, of.on),
      },
      state: 'open',
      createdAt: ctx.clock.now(),
    }
    await insertQuote(tx, quote)
    await claimNumbers(tx, ctx.vault, [{ kind: 'quote', number: quote.number, accountId }])
    await appendAccountAudit(tx, ctx.vault, {
      account: account,
      entry: {
        at: quote.createdAt,
        requestId: ctx.requestId,
        actor: of.by,
        action: 'payoff quoted',
        details: { quoteId: quote.id, number: quote.number, on: of.on, total: of.payoff.total },
      },
    })
    return quote
  })
}

type SameQuote = Pick<PayoffQuote, 'accountId' | 'obligorId' | 'onDate' | 'eventCount'>

/** The obligor's open quote for the same day on the same facts. */
async function findOpen(db: Db, same: SameQuote): Promise<PayoffQuote | null> {
  const open = await readOpenQuotes(db, same)
  const found = open.find(
    (quote) =>
      quote.onDate === same.onDate &&
      quote.obligorId === same.obligorId &&
      quote.eventCount === same.eventCount,
  )
  return found ?? null
}

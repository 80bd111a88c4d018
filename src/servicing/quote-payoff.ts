import {
  clearedOnly,
  explainQuote,
  type QuoteDay,
  quoteDays,
  quoteOn,
  type ReturnableMoney,
  returnableMoney,
} from '#src/domain/account/quote.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { type Explanation, exactDollars } from '#src/domain/explanation.ts'
import type { Cents } from '#src/domain/money.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { isBankingDay } from '#src/domain/regions/us-banking-days.ts'
import { nextInstallment } from '#src/domain/rules/installments.ts'
import { earliestEffective } from '#src/domain/rules/payment-dates.ts'
import type { Payoff } from '#src/domain/rules/payoff.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { claimNumbers } from '#src/store/accounts/directory.ts'
import type { Db } from '#src/store/database.ts'
import { insertQuote, type PayoffQuote, readQuotes } from '#src/store/payments/payoff-quotes.ts'
import { randomCode } from '#src/vault/vault.ts'
import { businessDay } from './business-day.ts'
import { calendarOf, type Owner, type ServicingContext } from './context.ts'
import {
  knownThrough,
  type LoadedAccount,
  loadAccount,
  loadForUpdate,
  settled,
} from './load-account.ts'
import { type ScheduledPayment, scheduledPayments } from './scheduled-payments.ts'

export type PayoffDay = QuoteDay & {
  readonly isBankingDay: boolean
  readonly notes: readonly ('asked' | 'due' | 'last' | 'notBankingDay')[]
}

export type PayoffView = {
  readonly today: CivilDate
  /** Days for which one may ask. */
  readonly firstDate: CivilDate
  readonly lastDate: CivilDate
  readonly quote: Pick<PayoffQuote, 'id' | 'number' | 'onDate' | 'goodThrough' | 'createdAt'>
  readonly payoff: Payoff
  readonly explanation: Explanation
  readonly returnable: readonly ReturnableMoney[]
  /** The total if the bank took back all returnable money; null when there is none. */
  readonly clearedOnlyTotal: Cents | null
  readonly days: readonly PayoffDay[]
  /** Payments that are set and not counted here: nothing has left the bank. */
  readonly scheduled: readonly ScheduledPayment[]
}

/**
 * What closes the account when it arrives on a day. The quote is kept with a number; the same day
 * on the same facts gives the same quote. Refuses a closed account and days before the first or
 * after the last that can be asked for.
 */
export async function quotePayoff(
  ctx: ServicingContext,
  owner: Owner,
  asked: { on: CivilDate },
): Promise<Outcome<PayoffView>> {
  const [stored, today] = await Promise.all([
    loadAccount(ctx.db, owner.accountId),
    businessDay(ctx.db),
  ])
  const loaded = settled(ctx, stored, today)
  if (loaded.account.status === 'closed') return refused({ code: 'accountClosed' })
  const filed = knownThrough(loaded)
  if (filed) return refused({ code: 'historyEnds', on: filed })
  const range = quotableDates(ctx, today)
  if (asked.on < range.first || asked.on > range.last)
    return refused({ code: 'quoteDateOutOfRange', ...range })
  const facts = figures(ctx, loaded, { on: asked.on, today })
  const quote = await keepQuote(ctx, owner, { loaded, ...facts })
  const scheduled = await scheduledPayments(ctx, owner)
  return accepted({
    today,
    firstDate: range.first,
    lastDate: range.last,
    quote,
    payoff: facts.payoff,
    explanation: explainQuote(loaded.ledger, asked.on),
    returnable: facts.returnable,
    clearedOnlyTotal: facts.days[0]?.clearedOnly ?? null,
    days: facts.days.map((day) => noted(day, { quote, ledger: loaded, today })),
    scheduled: scheduled.filter((payment) => payment.state === 'scheduled'),
  })
}

/** First and last day for which a quote can be asked. */
export function quotableDates(
  ctx: ServicingContext,
  today: CivilDate,
): { first: CivilDate; last: CivilDate } {
  const first = earliestEffective(today, {
    now: ctx.clock.now(),
    calendar: calendarOf(ctx.lender),
  })
  return { first, last: addDays(today, ctx.lender.paymentDaysAhead) }
}

function figures(
  ctx: ServicingContext,
  { events, ledger }: LoadedAccount,
  at: { on: CivilDate; today: CivilDate },
) {
  const returnable = returnableMoney(ledger, { today: at.today, calendar: calendarOf(ctx.lender) })
  const goodThrough = addDays(at.on, ctx.lender.quoteDays)
  const days = quoteDays(
    { all: ledger, clearedOnly: clearedOnly(events, returnable) },
    { from: at.on, through: goodThrough },
  )
  return { on: at.on, goodThrough, payoff: quoteOn(ledger, at.on), returnable, days }
}

async function keepQuote(
  ctx: ServicingContext,
  owner: Owner,
  of: {
    loaded: LoadedAccount
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
        actor: { kind: 'obligor', id: owner.obligorId },
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
  const open = await readQuotes(db, { accountId: same.accountId, state: 'open', limit: 100 })
  const found = open.find(
    (quote) =>
      quote.onDate === same.onDate &&
      quote.obligorId === same.obligorId &&
      quote.eventCount === same.eventCount,
  )
  return found ?? null
}

function noted(
  day: QuoteDay,
  at: { quote: PayoffQuote; ledger: LoadedAccount; today: CivilDate },
): PayoffDay {
  const next = nextInstallment(at.ledger.ledger.position, at.today)
  const notes: PayoffDay['notes'][number][] = []
  const isOpen = isBankingDay(day.on)
  if (day.on === at.quote.onDate) notes.push('asked')
  if (!isOpen) notes.push('notBankingDay')
  if (day.on === next?.due) notes.push('due')
  if (day.on === at.quote.goodThrough) notes.push('last')
  return { ...day, isBankingDay: isOpen, notes }
}

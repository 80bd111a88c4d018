import type { BankDays } from '#src/domain/account/activity-row.ts'
import {
  clearedOnly,
  explainQuote,
  interestDays,
  type QuoteDay,
  quoteDays,
  quoteOn,
  type ReturnableMoney,
  returnableMoney,
} from '#src/domain/account/quote.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import type { Explanation } from '#src/domain/explanation.ts'
import type { Cents } from '#src/domain/money.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { isBankingDay } from '#src/domain/regions/us-banking-days.ts'
import { nextInstallment } from '#src/domain/rules/installments.ts'
import type { Payoff } from '#src/domain/rules/payoff.ts'
import type { PayoffQuote } from '#src/store/payments/payoff-quotes.ts'
import { businessDay, payableDates } from './business-day.ts'
import type { Owner, ServicingContext } from './context.ts'
import { keepQuote, type QuotedBy } from './keep-quote.ts'
import { calendarOn, servicingRules } from './lender-rules.ts'
import { knownThrough, type LoadedAccount, loadLoan, settled } from './load-account.ts'
import {
  bankDaysOf,
  type ScheduledPayment,
  scheduledPayments,
  stillScheduled,
} from './scheduled-payments.ts'

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
  /** What the contract lets go of where no more is missing; 0: nothing. */
  readonly smallRemainder: Cents
  readonly explanation: Explanation
  readonly returnable: readonly ReturnableMoney[]
  /** The total if the bank took back all returnable money; null when there is none. */
  readonly clearedOnlyTotal: Cents | null
  /** The same with its parts, and for each of `days`: what a third party is told. */
  readonly clearedOnly: {
    readonly payoff: Payoff
    readonly interestDays: number
    readonly totals: ReadonlyMap<CivilDate, Cents>
  } | null
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
  asked: { on: CivilDate; by?: QuotedBy },
): Promise<Outcome<PayoffView>> {
  const [stored, today, payments] = await Promise.all([
    loadLoan(ctx.db, owner.accountId),
    businessDay(ctx.db),
    scheduledPayments(ctx, owner),
  ])
  const loaded = settled(ctx, stored, today)
  if (loaded.account.status === 'closed') return refused({ code: 'accountClosed' })
  const filed = knownThrough(loaded)
  if (filed) return refused({ code: 'historyEnds', on: filed })
  const range = payableDates(ctx, today)
  if (asked.on < range.first || asked.on > range.last)
    return refused({ code: 'quoteDateOutOfRange', ...range })
  const facts = figures(ctx, loaded, { on: asked.on, today, banks: bankDaysOf(payments) })
  const by = asked.by ?? { kind: 'obligor', id: owner.obligorId }
  const quote = await keepQuote(ctx, owner, { loaded, by, ...facts })
  return accepted({
    today,
    firstDate: range.first,
    lastDate: range.last,
    quote,
    payoff: facts.payoff,
    smallRemainder: loaded.ledger.contract.smallRemainder,
    explanation: explainQuote(loaded.ledger, asked.on),
    returnable: facts.returnable,
    clearedOnlyTotal: facts.clearedOnly?.payoff.total ?? null,
    clearedOnly: facts.clearedOnly,
    days: facts.days.map((day) => noted(day, { quote, ledger: loaded, today })),
    scheduled: stillScheduled(payments),
  })
}

function figures(
  ctx: ServicingContext,
  { events, ledger }: LoadedAccount,
  at: { on: CivilDate; today: CivilDate; banks: ReadonlyMap<string, BankDays> },
) {
  const returnable = returnableMoney(ledger, {
    today: at.today,
    calendar: calendarOn(ctx.lender, at.today),
    banks: at.banks,
  })
  const goodThrough = addDays(at.on, servicingRules(ctx.lender, at.today).quoteDays)
  const days = quoteDays({ ledger, events, returnable }, { from: at.on, through: goodThrough })
  const without = clearedOnly(events, returnable)
  const withoutIt = without && {
    payoff: quoteOn(without, at.on),
    interestDays: interestDays(without, at.on),
    totals: new Map(days.map(({ on }) => [on, quoteOn(without, on).total])),
  }
  const payoff = quoteOn(ledger, at.on)
  return { on: at.on, goodThrough, payoff, returnable, clearedOnly: withoutIt, days }
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

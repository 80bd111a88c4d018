import {
  type AmountChoice,
  dueOn,
  effectOf,
  type PaymentEffect,
  termsOf,
} from '#src/domain/account/payment-effect.ts'
import { quoteOn } from '#src/domain/account/quote.ts'
import { type CivilDate, earlier, later, momentInZone } from '#src/domain/calendar.ts'
import { type Cents, cents } from '#src/domain/money.ts'
import { accepted, type Outcome, type Refusal, refused } from '#src/domain/refusal.ts'
import type { AmountDue } from '#src/domain/rules/installments.ts'
import { type PaymentDates, paymentDates } from '#src/domain/rules/payment-dates.ts'
import type { Payoff } from '#src/domain/rules/payoff.ts'
import type { Db } from '#src/store/database.ts'
import { type FundingAccount, readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { businessDay } from '../business-day.ts'
import { calendarOf, type Owner, type ServicingContext } from '../context.ts'
import { knownThrough, type LoadedAccount, loadAccount, settled } from '../load-account.ts'
import { quotableDates } from '../quote-payoff.ts'
import { type ScheduledPayment, scheduledPayments } from '../scheduled-payments.ts'

export type PaymentChoice = AmountChoice & {
  readonly effective: CivilDate
  readonly fundingAccountId: string
}

export type PaymentOptions = {
  readonly today: CivilDate
  readonly firstDate: CivilDate
  readonly lastDate: CivilDate
  /** The day for which the amounts below hold. */
  readonly effective: CivilDate
  readonly dueDate: CivilDate | null
  readonly due: AmountDue
  readonly payoffOnDate: Payoff
  readonly fundingAccounts: readonly FundingAccount[]
  /** Send it by this instant to count on `firstDate`. */
  readonly cutoffAt: string
  readonly smallest: Cents
  readonly scheduled: readonly ScheduledPayment[]
}

export type PaymentPreview = PaymentEffect & {
  readonly choice: PaymentChoice
  readonly amount: Cents
  readonly dates: PaymentDates
  readonly fundingAccount: FundingAccount
  /** A payment of the same amount for the same day that is already set. */
  readonly duplicateOf: ScheduledPayment | null
}

/**
 * What can be paid, from where and when; without a day, the due date or the first possible day.
 * Refuses a closed account.
 */
export async function paymentOptions(
  ctx: ServicingContext,
  owner: Owner,
  asked: { effective: CivilDate | null },
): Promise<Outcome<PaymentOptions>> {
  const [stored, today, scheduled, fundingAccounts] = await Promise.all([
    loadAccount(ctx.db, owner.accountId),
    businessDay(ctx.db),
    scheduledPayments(ctx, owner),
    readFundingAccounts(ctx.db, owner),
  ])
  const loaded = settled(ctx, stored, today)
  const ended = endedRefusal(loaded)
  if (ended) return refused(ended)
  const { first, last } = quotableDates(ctx, today)
  const dueDate = dueOn(loaded.ledger, first).current?.due ?? null
  const wanted = asked.effective ?? dueDate ?? first
  const effective = later(first, earlier(last, wanted))
  const { cutoff, timeZone, smallestPayment } = ctx.lender
  return accepted({
    today,
    firstDate: first,
    lastDate: last,
    effective,
    dueDate,
    due: dueOn(loaded.ledger, effective),
    payoffOnDate: quoteOn(loaded.ledger, effective),
    fundingAccounts,
    cutoffAt: momentInZone(first, { time: cutoff, zone: timeZone }),
    smallest: cents(smallestPayment),
    scheduled: scheduled.filter((payment) => payment.state === 'scheduled'),
  })
}

/** What a choice would do, with its dates; the refusals of `checkedTerms`. */
export async function previewPayment(
  ctx: ServicingContext,
  owner: Owner,
  choice: PaymentChoice,
): Promise<Outcome<PaymentPreview>> {
  const [stored, today, scheduled] = await Promise.all([
    loadAccount(ctx.db, owner.accountId),
    businessDay(ctx.db),
    scheduledPayments(ctx, owner),
  ])
  const loaded = settled(ctx, stored, today)
  const checked = await checkedChoice(ctx, ctx.db, {
    owner,
    loaded,
    choice,
    today,
  })
  if (!checked.ok) return checked
  const { terms, fundingAccount } = checked.value
  const effect = effectOf(loaded.ledger, terms, choice.effective)
  return accepted({
    ...effect,
    choice,
    amount: terms.amount,
    fundingAccount,
    dates: datesOf(ctx, choice.effective, today),
    duplicateOf:
      scheduled.find(
        (payment) =>
          payment.state === 'scheduled' &&
          payment.amount === terms.amount &&
          payment.effective === choice.effective,
      ) ?? null,
  })
}

/**
 * A choice checked against the account as it stands: the amount the law gives it, and the account
 * it comes from.
 */
export async function checkedChoice(
  ctx: ServicingContext,
  db: Db,
  of: { owner: Owner; loaded: LoadedAccount; choice: PaymentChoice; today: CivilDate },
): Promise<Outcome<{ terms: PaymentEffect['terms']; fundingAccount: FundingAccount }>> {
  const { owner, loaded, choice, today } = of
  const ended = endedRefusal(loaded)
  if (ended) return refused(ended)
  const range = quotableDates(ctx, today)
  if (choice.effective < range.first || choice.effective > range.last)
    return refused({ code: 'paymentDateOutOfRange', ...range })
  const terms = termsOf(loaded.ledger, choice, choice.effective)
  const refusal = amountRefusal(ctx, loaded, { amount: terms.amount, choice })
  if (refusal) return refused(refusal)
  const accounts = await readFundingAccounts(db, owner)
  const fundingAccount = accounts.find((account) => account.id === choice.fundingAccountId)
  if (!fundingAccount) return refused({ code: 'fundingAccountNotFound' })
  return accepted({ terms, fundingAccount })
}

export function datesOf(
  ctx: ServicingContext,
  effective: CivilDate,
  today: CivilDate,
): PaymentDates {
  return paymentDates(effective, { today, calendar: calendarOf(ctx.lender) })
}

/** Why nothing can be paid on an account at all. */
function endedRefusal(loaded: LoadedAccount): Refusal | null {
  if (loaded.account.status === 'closed') return { code: 'accountClosed' }
  const filed = knownThrough(loaded)
  return filed ? { code: 'historyEnds', on: filed } : null
}

function amountRefusal(
  ctx: ServicingContext,
  loaded: LoadedAccount,
  payment: { amount: Cents; choice: PaymentChoice },
): Refusal | null {
  const payoff = quoteOn(loaded.ledger, payment.choice.effective).total
  if (payment.choice.choice === 'due' && payment.amount === 0) return { code: 'nothingDue' }
  const minimum = cents(Math.min(ctx.lender.smallestPayment, payoff))
  if (payment.amount < minimum) return { code: 'amountTooSmall', minimum }
  return payment.amount > payoff ? { code: 'amountAbovePayoff', payoff } : null
}

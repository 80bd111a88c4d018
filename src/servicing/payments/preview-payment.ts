import { dueOn, effectOf, type PaymentEffect } from '#src/domain/account/payment-effect.ts'
import { lateDespite, repeatedBy } from '#src/domain/account/planned.ts'
import { quoteOn } from '#src/domain/account/quote.ts'
import { type CivilDate, earlier, later } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { accepted, type Outcome, type Repetition, refused } from '#src/domain/refusal.ts'
import type { AmountDue } from '#src/domain/rules/installments.ts'
import type { PaymentDates } from '#src/domain/rules/payment-dates.ts'
import type { Payoff } from '#src/domain/rules/payoff.ts'
import type { Unusual } from '#src/domain/unusual-amount.ts'
import { type FundingAccount, readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { businessDay, payableDates } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadLoan, settled } from '../load-account.ts'
import { type ScheduledPayment, scheduledPayments, stillScheduled } from '../scheduled-payments.ts'
import {
  checkedChoice,
  datesOf,
  endedRefusal,
  type PaymentChoice,
  smallestPayment,
} from './check-choice.ts'
import { unusualChoice } from './unusual-choice.ts'

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
  readonly smallest: Cents
  /** What is late even after what is set: it comes before money for principal alone. */
  readonly lateFirst: Cents
}

export type PaymentPreview = PaymentEffect & {
  readonly choice: PaymentChoice
  readonly amount: Cents
  readonly dates: PaymentDates
  readonly fundingAccount: FundingAccount
  /** A payment that is set already and does what this one would do again. */
  readonly repeats: { readonly of: ScheduledPayment; readonly how: Repetition } | null
  /** What the extra does for each of its uses; null where there is none to choose. */
  readonly byExtra: Readonly<Record<PaymentChoice['extra'], PaymentEffect>> | null
  /** Why its amount looks like a slip of the hand. */
  readonly unusual: Unusual | null
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
  const [stored, today, fundingAccounts, scheduled] = await Promise.all([
    loadLoan(ctx.db, owner.accountId),
    businessDay(ctx.db),
    readFundingAccounts(ctx.db, owner),
    scheduledPayments(ctx, owner),
  ])
  const loaded = settled(ctx, stored, today)
  const ended = endedRefusal(loaded)
  if (ended) return refused(ended)
  const { first, last } = payableDates(ctx, today)
  const dueDate = dueOn(loaded.ledger, first).current?.due ?? null
  const wanted = asked.effective ?? dueDate ?? first
  const effective = later(first, earlier(last, wanted))
  return accepted({
    today,
    firstDate: first,
    lastDate: last,
    effective,
    dueDate,
    due: dueOn(loaded.ledger, effective),
    payoffOnDate: quoteOn(loaded.ledger, effective),
    fundingAccounts,
    smallest: smallestPayment(ctx, today),
    lateFirst: lateDespite(loaded.ledger, stillScheduled(scheduled), effective),
  })
}

/** What a choice would do, with its dates; the refusals of `checkedTerms`. */
export async function previewPayment(
  ctx: ServicingContext,
  owner: Owner,
  choice: PaymentChoice,
  /** The payment that this would be instead of. */
  changing: string | null = null,
): Promise<Outcome<PaymentPreview>> {
  const [stored, today, scheduled] = await Promise.all([
    loadLoan(ctx.db, owner.accountId),
    businessDay(ctx.db),
    scheduledPayments(ctx, owner),
  ])
  const loaded = settled(ctx, stored, today)
  const others = stillScheduled(scheduled).filter(({ id }) => id !== changing)
  const checked = await checkedChoice(ctx, ctx.db, {
    owner,
    loaded,
    choice,
    today,
    planned: others,
  })
  if (!checked.ok) return checked
  const { terms, fundingAccount } = checked.value
  const effectWith = (extra: PaymentChoice['extra']) =>
    effectOf(loaded.ledger, { ...terms, extra }, choice.effective)
  return accepted({
    ...effectWith(terms.extra),
    choice,
    amount: terms.amount,
    fundingAccount,
    dates: datesOf(ctx, choice.effective, today),
    repeats: repeatedBy(loaded.ledger, { ...choice, terms }, others),
    byExtra:
      choice.choice === 'duePlusExtra'
        ? {
            principal: effectWith('principal'),
            installments: effectWith('installments'),
          }
        : null,
    unusual: unusualChoice(loaded.ledger, { choice, amount: terms.amount }),
  })
}

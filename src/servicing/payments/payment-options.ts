import { dueOn } from '#src/domain/account/payment-effect.ts'
import { lateDespite } from '#src/domain/account/planned.ts'
import { quoteOn } from '#src/domain/account/quote.ts'
import { type CivilDate, earlier, later } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { AmountDue } from '#src/domain/rules/installments.ts'
import type { Payoff } from '#src/domain/rules/payoff.ts'
import { type FundingAccount, readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { businessDay, payableDates } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadLoan, settled } from '../load-account.ts'
import { scheduledPayments, stillScheduled } from '../scheduled-payments.ts'
import { endedRefusal, smallestPayment } from './check-choice.ts'

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

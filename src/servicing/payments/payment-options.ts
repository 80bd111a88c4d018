import { type CivilDate, earlier, later } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { dueFor, mostOwed, payoffFor } from '#src/domain/paying/payable.ts'
import { lateDespite } from '#src/domain/paying/planned.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { AmountDue } from '#src/domain/rules/installments.ts'
import type { PaymentFees } from '#src/domain/rules/payment-fee.ts'
import type { Payoff } from '#src/domain/rules/payoff.ts'
import { type FundingAccount, readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { businessDay, payableDates } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { paymentFeesOn } from '../lender-rules.ts'
import { loadAccount, settled } from '../load-account.ts'
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
  /** Null: a lease has none. */
  readonly payoffOnDate: Payoff | null
  /** More is not taken on that day. */
  readonly most: Cents
  /** What paying costs besides, by the way of paying. */
  readonly fees: PaymentFees
  readonly fundingAccounts: readonly FundingAccount[]
  readonly smallest: Cents
  /** What is late even after what is set: it comes before money for principal alone. */
  readonly lateFirst: Cents
}

/**
 * What can be paid, from where and when; without a day, the due date or the first possible day.
 * Refuses a closed account, and a lease
 * whose payments are all made.
 */
export async function paymentOptions(
  ctx: ServicingContext,
  owner: Owner,
  asked: { effective: CivilDate | null },
): Promise<Outcome<PaymentOptions>> {
  const [stored, today, fundingAccounts, scheduled] = await Promise.all([
    loadAccount(ctx.db, owner.accountId),
    businessDay(ctx.db),
    readFundingAccounts(ctx.db, owner),
    scheduledPayments(ctx, owner),
  ])
  const loaded = settled(ctx, stored, today)
  const ended = endedRefusal(loaded)
  if (ended) return refused(ended)
  const { ledger } = loaded
  const { first, last } = payableDates(ctx, today)
  const dueDate = dueFor(ledger, first).current?.due ?? null
  const wanted = asked.effective ?? dueDate ?? first
  const effective = later(first, earlier(last, wanted))
  const most = mostOwed(ledger, effective)
  if (ledger.product === 'lease' && most === 0) return refused({ code: 'nothingLeft' })
  return accepted({
    today,
    firstDate: first,
    lastDate: last,
    effective,
    dueDate,
    due: dueFor(ledger, effective),
    payoffOnDate: payoffFor(ledger, effective),
    most,
    fees: paymentFeesOn(ctx.lender, today),
    fundingAccounts,
    smallest: smallestPayment(ctx, today),
    lateFirst: lateDespite(ledger, stillScheduled(scheduled), effective),
  })
}

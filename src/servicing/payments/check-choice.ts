// Whether a choice can be paid on the account as it stands, and what the law makes of it.
import type { CivilDate } from '#src/domain/calendar.ts'
import { type Cents, cents } from '#src/domain/money.ts'
import type { AmountChoice } from '#src/domain/paying/loan-effect.ts'
import { mostOwed, termsFor } from '#src/domain/paying/payable.ts'
import { lateDespite, type Planned } from '#src/domain/paying/planned.ts'
import { accepted, type Outcome, type Refusal, refused } from '#src/domain/refusal.ts'
import type { PaymentTerms } from '#src/domain/rules/apply.ts'
import { type PaymentDates, paymentDates } from '#src/domain/rules/payment-dates.ts'
import type { Db } from '#src/store/database.ts'
import type { FundingAccount } from '#src/store/payments/funding-accounts.ts'
import { payableDates } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { usableAccount } from '../funding/usable-account.ts'
import { calendarOn, servicingRules } from '../lender-rules.ts'
import { knownThrough, type LoadedAny } from '../load-account.ts'

export type PaymentChoice = AmountChoice & {
  readonly effective: CivilDate
  readonly fundingAccountId: string
}

/**
 * A choice checked against the account as it stands: the amount the law gives it, and the account
 * it comes from.
 */
export async function checkedChoice(
  ctx: ServicingContext,
  db: Db,
  of: {
    owner: Owner
    loaded: LoadedAny
    choice: PaymentChoice
    today: CivilDate
    /** What is set besides. */
    planned: readonly Planned[]
  },
): Promise<Outcome<{ terms: PaymentTerms; fundingAccount: FundingAccount }>> {
  const { owner, loaded, choice, today } = of
  const ended = endedRefusal(loaded)
  if (ended) return refused(ended)
  const range = payableDates(ctx, today)
  if (choice.effective < range.first || choice.effective > range.last)
    return refused({ code: 'paymentDateOutOfRange', ...range })
  const terms = termsFor(loaded.ledger, choice, choice.effective)
  if (terms === null) return refused({ code: 'choiceNotOfLease' })
  const refusal = amountRefusal(ctx, of, terms.amount)
  if (refusal) return refused(refusal)
  const { fundingAccountId, effective } = choice
  const sendOn = datesOf(ctx, effective, today).sent
  const source = await usableAccount(db, owner, { fundingAccountId, sendOn })
  return source.ok ? accepted({ terms, fundingAccount: source.value }) : source
}

export function datesOf(
  ctx: ServicingContext,
  effective: CivilDate,
  today: CivilDate,
): PaymentDates {
  return paymentDates(effective, { today, calendar: calendarOn(ctx.lender, effective) })
}

/** Why nothing can be paid on an account at all. */
export function endedRefusal(loaded: LoadedAny): Refusal | null {
  if (loaded.account.status === 'closed') return { code: 'accountClosed' }
  const filed = knownThrough(loaded)
  return filed ? { code: 'historyEnds', on: filed } : null
}

/** Less is refused, unless it closes the account. */
export function smallestPayment(ctx: ServicingContext, today: CivilDate): Cents {
  return cents(servicingRules(ctx.lender, today).smallestPayment)
}

function amountRefusal(
  ctx: ServicingContext,
  of: Parameters<typeof checkedChoice>[2],
  amount: Cents,
): Refusal | null {
  const { ledger } = of.loaded
  const { choice, effective } = of.choice
  const most = mostOwed(ledger, effective)
  if (choice === 'principal') {
    const pastDue = lateDespite(ledger, of.planned, effective)
    if (pastDue > 0) return { code: 'principalWhilePastDue', pastDue }
  }
  const isNothing = amount === 0 && (choice === 'due' || choice === 'pastDue')
  if (isNothing) return { code: 'nothingDue' }
  // Of a lease whose payments are all made.
  if (ledger.product === 'lease' && most === 0) return { code: 'nothingLeft' }
  const minimum = cents(Math.min(smallestPayment(ctx, of.today), most))
  if (amount < minimum) return { code: 'amountTooSmall', minimum }
  if (amount <= most) return null
  return ledger.product === 'loan'
    ? { code: 'amountAbovePayoff', payoff: most }
    : { code: 'amountAboveLease', left: most }
}

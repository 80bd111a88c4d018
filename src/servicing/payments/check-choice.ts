// Whether a choice can be paid on the account as it stands, and what the law makes of it.
import type { LoanLedger } from '#src/domain/account/ledger.ts'
import {
  type AmountChoice,
  dueOn,
  type PaymentEffect,
  termsOf,
} from '#src/domain/account/payment-effect.ts'
import { quoteOn } from '#src/domain/account/quote.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { type Cents, cents } from '#src/domain/money.ts'
import { accepted, type Outcome, type Refusal, refused } from '#src/domain/refusal.ts'
import { type PaymentDates, paymentDates } from '#src/domain/rules/payment-dates.ts'
import { type Unusual, unusualAmount } from '#src/domain/rules/unusual-amount.ts'
import type { Db } from '#src/store/database.ts'
import type { FundingAccount } from '#src/store/payments/funding-accounts.ts'
import { payableDates } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { usableAccount } from '../funding/usable-account.ts'
import { calendarOn, servicingRules } from '../lender-rules.ts'
import { knownThrough, type LoadedAccount } from '../load-account.ts'

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
  of: { owner: Owner; loaded: LoadedAccount; choice: PaymentChoice; today: CivilDate },
): Promise<Outcome<{ terms: PaymentEffect['terms']; fundingAccount: FundingAccount }>> {
  const { owner, loaded, choice, today } = of
  const ended = endedRefusal(loaded)
  if (ended) return refused(ended)
  const range = payableDates(ctx, today)
  if (choice.effective < range.first || choice.effective > range.last)
    return refused({ code: 'paymentDateOutOfRange', ...range })
  const terms = termsOf(loaded.ledger, choice, choice.effective)
  const refusal = amountRefusal(ctx, loaded, { amount: terms.amount, choice, today })
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
export function endedRefusal(loaded: LoadedAccount): Refusal | null {
  if (loaded.account.status === 'closed') return { code: 'accountClosed' }
  const filed = knownThrough(loaded)
  return filed ? { code: 'historyEnds', on: filed } : null
}

/** Amounts that the obligor types; the others are ours. */
const TYPED: ReadonlySet<PaymentChoice['choice']> = new Set(['duePlusExtra', 'principal', 'other'])

/** Why its amount looks like a slip of the hand; null where it does not. */
export function unusualChoice(
  ledger: LoanLedger,
  payment: { choice: PaymentChoice; amount: Cents },
): Unusual | null {
  const { choice, effective } = payment.choice
  if (!TYPED.has(choice)) return null
  const due = dueOn(ledger, effective)
  const monthly = ledger.contract.payment
  return unusualAmount(payment.amount, { due: [due.total, due.pastDue], monthly })
}

/** Less is refused, unless it closes the account. */
export function smallestPayment(ctx: ServicingContext, today: CivilDate): Cents {
  return cents(servicingRules(ctx.lender, today).smallestPayment)
}

function amountRefusal(
  ctx: ServicingContext,
  loaded: LoadedAccount,
  payment: { amount: Cents; choice: PaymentChoice; today: CivilDate },
): Refusal | null {
  const { choice, effective } = payment.choice
  const payoff = quoteOn(loaded.ledger, effective).total
  const { pastDue } = dueOn(loaded.ledger, effective)
  // What is late comes first; a payoff's worth pays it too.
  if (choice === 'principal' && pastDue > 0) return { code: 'principalWhilePastDue', pastDue }
  if (choice === 'pastDue' && payment.amount === 0) return { code: 'nothingDue' }
  if (choice === 'due' && payment.amount === 0) return { code: 'nothingDue' }
  const minimum = cents(Math.min(smallestPayment(ctx, payment.today), payoff))
  if (payment.amount < minimum) return { code: 'amountTooSmall', minimum }
  return payment.amount > payoff ? { code: 'amountAbovePayoff', payoff } : null
}

import type { Cents } from '#src/domain/money.ts'
import { effectOf, type LoanEffect } from '#src/domain/paying/loan-effect.ts'
import { effectFor, type PaymentEffect } from '#src/domain/paying/payable.ts'
import { accepted, type Outcome } from '#src/domain/refusal.ts'
import type { PaymentDates } from '#src/domain/rules/payment-dates.ts'
import type { PaymentFee } from '#src/domain/rules/payment-fee.ts'
import type { Unusual } from '#src/domain/unusual-amount.ts'
import type { FundingAccount } from '#src/store/payments/funding-accounts.ts'
import { businessDay } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadAccount, settled } from '../load-account.ts'
import { scheduledPayments, stillScheduled } from '../scheduled-payments.ts'
import { checkedChoice, datesOf, type PaymentChoice } from './check-choice.ts'
import { feeToday, withFee } from './payment-price.ts'
import { type Repeats, repeatsOf } from './repeats.ts'
import { unusualChoice } from './unusual-choice.ts'

export type PaymentPreview = {
  readonly effect: PaymentEffect
  readonly choice: PaymentChoice
  /** What counts on the account. */
  readonly amount: Cents
  /** What paying this way costs besides. */
  readonly fee: PaymentFee | null
  /** What leaves the bank account: both. */
  readonly total: Cents
  readonly dates: PaymentDates
  readonly fundingAccount: FundingAccount
  /** A payment that is set already, or a card's under way, that does the same. */
  readonly repeats: Repeats | null
  /** What the extra does for each of its uses; null where there is none to choose. */
  readonly byExtra: Readonly<Record<PaymentChoice['extra'], LoanEffect>> | null
  /** Why its amount looks like a slip of the hand. */
  readonly unusual: Unusual | null
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
    loadAccount(ctx.db, owner.accountId),
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
  const { ledger } = loaded
  const { effective } = choice
  const { amount } = terms
  const fee = feeToday(ctx, today, 'ach')
  const effectWith = (extra: PaymentChoice['extra']) =>
    ledger.product === 'loan' ? effectOf(ledger, { ...terms, extra }, effective) : null
  const [principal, installments] = [effectWith('principal'), effectWith('installments')]
  const payment = { ...choice, terms }
  const repeated = { owner, ledger, today, payment, banks: others }
  return accepted({
    effect: effectFor(ledger, terms, effective),
    ...{ choice, amount, fee, total: withFee(amount, fee), fundingAccount },
    dates: datesOf(ctx, effective, today),
    repeats: await repeatsOf(ctx, ctx.db, repeated),
    byExtra:
      choice.choice === 'duePlusExtra' && principal && installments
        ? { principal, installments }
        : null,
    unusual: unusualChoice(ledger, { choice, amount }),
  })
}

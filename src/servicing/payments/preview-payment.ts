import { effectOf, type PaymentEffect } from '#src/domain/account/payment-effect.ts'
import { repeatedBy } from '#src/domain/account/planned.ts'
import type { Cents } from '#src/domain/money.ts'
import { accepted, type Outcome, type Repetition } from '#src/domain/refusal.ts'
import type { PaymentDates } from '#src/domain/rules/payment-dates.ts'
import type { Unusual } from '#src/domain/unusual-amount.ts'
import type { FundingAccount } from '#src/store/payments/funding-accounts.ts'
import { businessDay } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadLoan, settled } from '../load-account.ts'
import { type ScheduledPayment, scheduledPayments, stillScheduled } from '../scheduled-payments.ts'
import { checkedChoice, datesOf, type PaymentChoice } from './check-choice.ts'
import { unusualChoice } from './unusual-choice.ts'

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

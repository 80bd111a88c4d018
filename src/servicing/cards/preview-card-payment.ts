import {
  type AmountChoice,
  effectOf,
  type PaymentEffect,
} from '#src/domain/account/payment-effect.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { accepted, type Outcome, type Repetition } from '#src/domain/refusal.ts'
import type { PaymentFee } from '#src/domain/rules/payment-fee.ts'
import type { Unusual } from '#src/domain/unusual-amount.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { unusualChoice } from '../payments/unusual-choice.ts'
import { cardStanding } from './card-standing.ts'
import { cardRepeats, checkedCardChoice } from './decide-card-payment.ts'
import { cardFeeOn } from './new-card-payment.ts'

export type CardPreview = PaymentEffect & {
  readonly choice: AmountChoice & { readonly effective: CivilDate }
  readonly amount: Cents
  readonly fee: PaymentFee | null
  /** What is set already and does the same: a bank's payment, or a card's under way. */
  readonly repeats: {
    readonly of: {
      readonly id: string
      readonly by: 'bank' | 'card'
      readonly confirmation: string
      readonly amount: Cents
      readonly effective: CivilDate
    }
    readonly how: Repetition
  } | null
  /** What the extra does for each of its uses; null where there is none to choose. */
  readonly byExtra: Readonly<Record<AmountChoice['extra'], PaymentEffect>> | null
  readonly unusual: Unusual | null
}

/** What paying by card now would do; the refusals of `checkedCardChoice`. */
export async function previewCardPayment(
  ctx: ServicingContext,
  owner: Owner,
  choice: AmountChoice,
): Promise<Outcome<CardPreview>> {
  const standing = await cardStanding(ctx, owner)
  const { loaded, on } = standing
  const checked = checkedCardChoice(ctx, { ...standing, choice })
  if (!checked.ok) return checked
  const terms = checked.value
  const { amount } = terms
  const effectWith = (extra: AmountChoice['extra']) =>
    effectOf(loaded.ledger, { ...terms, extra }, on)
  const repeats = cardRepeats(standing, { choice, terms })
  return accepted({
    ...effectWith(terms.extra),
    choice: { ...choice, effective: on },
    amount,
    fee: cardFeeOn(ctx, on),
    repeats: repeats && {
      how: repeats.how,
      of: { ...repeats.of, amount: repeats.of.terms.amount },
    },
    byExtra:
      choice.choice === 'duePlusExtra'
        ? { principal: effectWith('principal'), installments: effectWith('installments') }
        : null,
    unusual: unusualChoice(loaded.ledger, {
      choice: { choice: choice.choice, effective: on },
      amount,
    }),
  })
}

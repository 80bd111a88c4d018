import type { CivilDate } from '#src/domain/calendar.ts'
import { type AmountChoice, effectOf } from '#src/domain/paying/loan-effect.ts'
import { effectFor } from '#src/domain/paying/payable.ts'
import { accepted, type Outcome } from '#src/domain/refusal.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { withFee } from '../payments/payment-price.ts'
import type { PaymentPreview } from '../payments/preview-payment.ts'
import { type Repeats, seenBy } from '../payments/repeats.ts'
import { unusualChoice } from '../payments/unusual-choice.ts'
import { cardStanding } from './card-standing.ts'
import { cardRepeats, checkedCardChoice } from './decide-card-payment.ts'
import { cardFeeOn } from './new-card-payment.ts'

type Shared = Pick<PaymentPreview, 'effect' | 'amount' | 'fee' | 'total' | 'byExtra' | 'unusual'>

export type CardPreview = Shared & {
  readonly choice: AmountChoice & { readonly effective: CivilDate }
  /** What is set already and does the same: a bank's payment, or a card's under way. */
  readonly repeats: Repeats | null
}

/** What paying by card now would do; the refusals of `checkedCardChoice`. */
export async function previewCardPayment(
  ctx: ServicingContext,
  owner: Owner,
  choice: AmountChoice,
): Promise<Outcome<CardPreview>> {
  const standing = await cardStanding(ctx, owner)
  const { loaded, on } = standing
  const { ledger } = loaded
  const checked = checkedCardChoice(ctx, { ...standing, choice })
  if (!checked.ok) return checked
  const terms = checked.value
  const { amount } = terms
  const fee = cardFeeOn(ctx, on)
  const effectWith = (extra: AmountChoice['extra']) =>
    ledger.product === 'loan' ? effectOf(ledger, { ...terms, extra }, on) : null
  const [principal, installments] = [effectWith('principal'), effectWith('installments')]
  const repeats = cardRepeats(standing, { choice, terms })
  return accepted({
    effect: effectFor(ledger, terms, on),
    choice: { ...choice, effective: on },
    ...{ amount, fee, total: withFee(amount, fee) },
    repeats: repeats && seenBy(owner, repeats),
    byExtra:
      choice.choice === 'duePlusExtra' && principal && installments
        ? { principal, installments }
        : null,
    unusual: unusualChoice(ledger, { choice: { choice: choice.choice, effective: on }, amount }),
  })
}

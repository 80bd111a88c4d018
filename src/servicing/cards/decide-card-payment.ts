// What makes an order by card payable: the same questions as of a payment from a bank account, as
// of the day on which the card is used.
import { isToCome } from '#src/domain/account/payment-standing.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { AmountChoice } from '#src/domain/paying/loan-effect.ts'
import { termsFor } from '#src/domain/paying/payable.ts'
import { repeatedBy } from '#src/domain/paying/planned.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { PaymentTerms } from '#src/domain/rules/apply.ts'
import type { CardPayment } from '#src/store/cards/card-payments.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import type { ServicingContext } from '../context.ts'
import type { LoadedAny } from '../load-account.ts'
import { amountRefusal, endedRefusal } from '../payments/check-choice.ts'
import { cardsUnderWay } from '../payments/repeats.ts'
import { unusualChoice } from '../payments/unusual-choice.ts'
import { plannedOf } from '../scheduled-payments.ts'

export type CardOrder = {
  readonly choice: AmountChoice
  /** The saved card; null: one that is typed on the processor's page. */
  readonly fundingAccountId: string | null
  /** What the review page showed, without the fee, and the fee. */
  readonly shownAmount: Cents
  readonly shownFee: Cents
  readonly agreed: 'yes' | 'no'
  readonly duplicateConfirmed: 'yes' | 'no'
  readonly unusualConfirmed: 'yes' | 'no'
  readonly authorizationText: string
  readonly idempotencyKey: string
}

/** `loaded` is settled through `on`. Nothing is written. */
export function decideCardPayment(
  ctx: ServicingContext,
  of: {
    order: CardOrder
    loaded: LoadedAny
    on: CivilDate
    payments: readonly Payment[]
    cards: readonly CardPayment[]
  },
): Outcome<PaymentTerms> {
  const { order, loaded, on } = of
  if (order.agreed === 'no') return refused({ code: 'authorizationMissing' })
  const checked = checkedCardChoice(ctx, { ...of, choice: order.choice })
  if (!checked.ok) return checked
  const terms = checked.value
  if (terms.amount !== order.shownAmount)
    return refused(
      order.choice.choice === 'payoff'
        ? { code: 'quoteSuperseded', newTotal: terms.amount }
        : { code: 'amountChanged', now: terms.amount },
    )
  const repeats = cardRepeats(of, { choice: order.choice, terms })
  if (repeats && order.duplicateConfirmed === 'no')
    return refused({
      code: 'duplicatePayment',
      confirmation: repeats.of.confirmation,
      ...{ how: repeats.how, by: repeats.of.by },
    })
  const choice = { choice: order.choice.choice, effective: on }
  const unusual = unusualChoice(loaded.ledger, { choice, amount: terms.amount })
  if (unusual && order.unusualConfirmed === 'no')
    return refused({ code: 'unusualAmount', amount: terms.amount, ...unusual })
  return accepted(terms)
}

/** The amount by the law, if it can be paid on that day at all. */
export function checkedCardChoice(
  ctx: ServicingContext,
  of: {
    loaded: LoadedAny
    on: CivilDate
    choice: AmountChoice
    payments: readonly Payment[]
    cards: readonly CardPayment[]
  },
): Outcome<PaymentTerms> {
  const { loaded, on, choice } = of
  const ended = endedRefusal(loaded)
  if (ended) return refused(ended)
  const terms = termsFor(loaded.ledger, choice, on)
  if (terms === null) return refused({ code: 'choiceNotOfLease' })
  const planned = moneyBeside(of)
  const asked = { loaded, planned, today: on, choice: { ...choice, effective: on } }
  const refusal = amountRefusal(ctx, asked, terms.amount)
  return refusal ? refused(refusal) : accepted(terms)
}

/** A payment that is set, or a card's that is under way, and that does the same. */
export function cardRepeats(
  of: {
    loaded: LoadedAny
    on: CivilDate
    payments: readonly Payment[]
    cards: readonly CardPayment[]
  },
  paying: { choice: AmountChoice; terms: PaymentTerms },
) {
  const { choice, terms } = paying
  const payment = { choice: choice.choice, terms, effective: of.on }
  return repeatedBy(of.loaded.ledger, payment, plannedBeside(of))
}

/** The same without pages on which nobody has paid: no money is promised by one. */
export function moneyBeside(of: Parameters<typeof plannedBeside>[0]) {
  return plannedBeside({ ...of, cards: of.cards.filter(({ state }) => state !== 'started') })
}

/** What is set besides, with the place where it is seen. */
export function plannedBeside(of: {
  on: CivilDate
  payments: readonly Payment[]
  cards: readonly CardPayment[]
}) {
  const banks = of.payments
    .filter((payment) => isToCome(payment) && payment.state !== 'charged')
    .map((payment) => ({ ...plannedOf(payment), id: payment.id, by: 'bank' as const }))
  return [...banks, ...cardsUnderWay(of.cards, of.on)]
}

// What makes an order payable: the permission, the choice as the account stands, the amount that
// was shown, and each question that is asked once. The same for a new payment and a changed one.
import { isToCome } from '#src/domain/account/payment-standing.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { mostOwed } from '#src/domain/paying/payable.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { PaymentTerms } from '#src/domain/rules/apply.ts'
import type { PaymentFee } from '#src/domain/rules/payment-fee.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { readOpenQuotes } from '#src/store/payments/payoff-quotes.ts'
import type { Owner, ServicingContext } from '../context.ts'
import type { LoadedAny } from '../load-account.ts'
import { plannedOf } from '../scheduled-payments.ts'
import { checkedChoice, type PaymentChoice } from './check-choice.ts'
import { feeToday, withFee } from './payment-price.ts'
import { repeatsOf } from './repeats.ts'
import { unusualChoice } from './unusual-choice.ts'

export type PaymentOrder = {
  readonly choice: PaymentChoice
  /**
   * What the review page showed, with the fee: anything else is not what the obligor agreed to.
   */
  readonly shownAmount: Cents
  readonly agreed: 'yes' | 'no'
  /** The obligor was shown the payment that this one repeats, and wants both. */
  readonly duplicateConfirmed: 'yes' | 'no'
  /** The obligor was shown why the amount is unusual, and means it. */
  readonly unusualConfirmed: 'yes' | 'no'
  readonly authorizationText: string
  readonly idempotencyKey: string
}

export type DecidedPayment = {
  readonly terms: PaymentTerms
  readonly fee: PaymentFee | null
  readonly quoteId: string | null
}

/** `payments` are the others of the account. Nothing is written. */
export async function decidePayment(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    owner: Owner
    order: PaymentOrder
    loaded: LoadedAny
    today: CivilDate
    payments: readonly Payment[]
  },
): Promise<Outcome<DecidedPayment>> {
  const { owner, order, loaded, today } = of
  const { choice } = order
  if (order.agreed === 'no') return refused({ code: 'authorizationMissing' })
  const planned = toCome(of.payments)
  const checked = await checkedChoice(ctx, tx, { owner, loaded, choice, today, planned })
  if (!checked.ok) return checked
  const { terms } = checked.value
  const fee = feeToday(ctx, today, 'ach')
  const total = withFee(terms.amount, fee)
  if (total !== order.shownAmount)
    return refused(
      choice.choice === 'payoff'
        ? { code: 'quoteSuperseded', newTotal: mostOwed(loaded.ledger, choice.effective) }
        : { code: 'amountChanged', now: total },
    )
  const payment = { ...choice, terms }
  const { ledger } = loaded
  const repeats = await repeatsOf(ctx, tx, { owner, ledger, today, payment, banks: planned })
  if (repeats && order.duplicateConfirmed === 'no') {
    const { confirmation, by } = repeats.of
    return refused({ code: 'duplicatePayment', confirmation, by, how: repeats.how })
  }
  const unusual = unusualChoice(loaded.ledger, { choice, amount: terms.amount })
  if (unusual && order.unusualConfirmed === 'no')
    return refused({ code: 'unusualAmount', amount: terms.amount, ...unusual })
  const quoteId = choice.choice === 'payoff' ? await quoteFor(tx, owner, choice.effective) : null
  return accepted({ terms, fee, quoteId })
}

function toCome(payments: readonly Payment[]) {
  return payments.filter(isToCome).map((payment) => ({ ...plannedOf(payment), id: payment.id }))
}

/** The newest open quote of the account that says what to pay on that day. */
async function quoteFor(tx: Tx, { accountId }: Owner, on: CivilDate): Promise<string | null> {
  const open = await readOpenQuotes(tx, { accountId })
  return open.find((quote) => quote.body.days.some((day) => day.on === on))?.id ?? null
}

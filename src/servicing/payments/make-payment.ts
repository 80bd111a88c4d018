import { isToCome } from '#src/domain/account/payment-standing.ts'
import { repeatedBy } from '#src/domain/account/planned.ts'
import { quoteOn } from '#src/domain/account/quote.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { readQuotes } from '#src/store/payments/payoff-quotes.ts'
import { businessDay } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { type LoadedAccount, loadLoanForUpdate, settled } from '../load-account.ts'
import { plannedOf } from '../scheduled-payments.ts'
import { checkedChoice, type PaymentChoice } from './check-choice.ts'
import { paymentOf, savePayment } from './save-payment.ts'

export type PaymentOrder = {
  readonly choice: PaymentChoice
  /** What the review page showed: anything else is not what the obligor agreed to. */
  readonly shownAmount: Cents
  readonly agreed: 'yes' | 'no'
  /** The obligor was shown the payment that this one repeats, and wants both. */
  readonly duplicateConfirmed: 'yes' | 'no'
  readonly authorizationText: string
  readonly idempotencyKey: string
}

/**
 * Sets a payment from the obligor's bank account: checked under the account's lock, recorded with
 * its authorization, a receipt put on its way, all in one commit. Nothing is collected yet. The
 * same idempotency key answers with the payment it made. Refuses an amount that is no longer the
 * one shown.
 */
export async function makePayment(
  ctx: ServicingContext,
  owner: Owner,
  order: PaymentOrder,
): Promise<Outcome<{ paymentId: string; wasNew: 'yes' | 'no' }>> {
  return ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadLoanForUpdate(tx, owner.accountId)
    const payments = await readPayments(tx, owner.accountId)
    const earlier = payments.find((known) => known.idempotencyKey === order.idempotencyKey)
    if (earlier)
      return earlier.obligorId === owner.obligorId
        ? accepted({ paymentId: earlier.id, wasNew: 'no' as const })
        : refused({ code: 'formAlreadyUsed' })
    const today = await businessDay(tx)
    const asOfToday = settled(ctx, loaded, today)
    const payment = await decide(ctx, tx, { owner, order, loaded: asOfToday, today, payments })
    if (!payment.ok) return payment
    await savePayment(ctx, tx, { payment: payment.value, account: loaded.account, owner })
    return accepted({ paymentId: payment.value.id, wasNew: 'yes' as const })
  })
}

async function decide(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    owner: Owner
    order: PaymentOrder
    loaded: LoadedAccount
    today: CivilDate
    payments: readonly Payment[]
  },
): Promise<Outcome<Payment>> {
  const { owner, order, loaded, today } = of
  const { choice } = order
  if (order.agreed === 'no') return refused({ code: 'authorizationMissing' })
  const checked = await checkedChoice(ctx, tx, { owner, loaded, choice, today })
  if (!checked.ok) return checked
  const { terms } = checked.value
  if (terms.amount !== order.shownAmount)
    return refused(
      choice.choice === 'payoff'
        ? { code: 'quoteSuperseded', newTotal: quoteOn(loaded.ledger, choice.effective).total }
        : { code: 'amountChanged', now: terms.amount },
    )
  const set = of.payments.filter(isToCome).map(plannedOf)
  const repeats = repeatedBy(loaded.ledger, { ...choice, terms }, set)
  if (repeats && order.duplicateConfirmed === 'no') {
    const { confirmation } = repeats.of
    return refused({ code: 'duplicatePayment', confirmation, how: repeats.how })
  }
  const quoteId = choice.choice === 'payoff' ? await quoteFor(tx, owner, choice.effective) : null
  return accepted(paymentOf(ctx, { ...of, terms, quoteId }))
}

/** The newest open quote of the account that says what to pay on that day. */
async function quoteFor(tx: Tx, { accountId }: Owner, on: CivilDate): Promise<string | null> {
  const open = await readQuotes(tx, { accountId, state: 'open', limit: 100 })
  return open.find((quote) => quote.body.days.some((day) => day.on === on))?.id ?? null
}

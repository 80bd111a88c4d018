import { quoteOn } from '#src/domain/account/quote.ts'
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { claimNumbers } from '#src/store/accounts/directory.ts'
import type { Tx } from '#src/store/database.ts'
import {
  findPaymentByKey,
  insertPayment,
  type Payment,
  readPayments,
} from '#src/store/payments/payments.ts'
import { randomCode } from '#src/vault/vault.ts'
import { businessDay } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { type LoadedAccount, loadForUpdate, settled } from '../load-account.ts'
import { tellObligor } from '../tell-obligor.ts'
import { checkedChoice, datesOf, type PaymentChoice } from './preview-payment.ts'

export type PaymentOrder = {
  readonly choice: PaymentChoice
  /** What the review page showed: anything else is not what the obligor agreed to. */
  readonly shownAmount: Cents
  readonly agreed: 'yes' | 'no'
  /** The obligor was shown a payment of the same amount for the same day, and wants both. */
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
    const loaded = await loadForUpdate(tx, owner.accountId)
    const earlier = await findPaymentByKey(tx, {
      accountId: owner.accountId,
      idempotencyKey: order.idempotencyKey,
    })
    if (earlier)
      return earlier.obligorId === owner.obligorId
        ? accepted({ paymentId: earlier.id, wasNew: 'no' as const })
        : refused({ code: 'formAlreadyUsed' })
    const today = await businessDay(tx)
    const payment = await decide(ctx, tx, {
      owner,
      order,
      loaded: settled(ctx, loaded, today),
      today,
    })
    if (!payment.ok) return payment
    await save(ctx, tx, { payment: payment.value, loaded, owner })
    return accepted({ paymentId: payment.value.id, wasNew: 'yes' as const })
  })
}

async function decide(
  ctx: ServicingContext,
  tx: Tx,
  of: { owner: Owner; order: PaymentOrder; loaded: LoadedAccount; today: CivilDate },
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
  const duplicate = await findDuplicate(tx, owner, { amount: terms.amount, on: choice.effective })
  if (duplicate && order.duplicateConfirmed === 'no')
    return refused({ code: 'duplicatePayment', confirmation: duplicate.confirmation })
  return accepted(paymentOf(ctx, { ...of, terms }))
}

async function findDuplicate(tx: Tx, owner: Owner, same: { amount: Cents; on: CivilDate }) {
  const payments = await readPayments(tx, owner.accountId)
  return payments.find(
    (known) =>
      known.state === 'scheduled' &&
      known.amount === same.amount &&
      known.effectiveDate === same.on,
  )
}

function paymentOf(
  ctx: ServicingContext,
  of: {
    owner: Owner
    order: PaymentOrder
    today: CivilDate
    terms: { amount: Cents; extra: Payment['extra']; extraAmount: Cents | null; toCharges: Cents }
  },
): Payment {
  const { choice, authorizationText, idempotencyKey } = of.order
  const dates = datesOf(ctx, choice.effective, of.today)
  const now = ctx.clock.now()
  return {
    accountId: of.owner.accountId,
    id: ctx.newId(),
    confirmation: `KT${randomCode(1)}-${randomCode(4)}-${randomCode(4)}`,
    obligorId: of.owner.obligorId,
    fundingAccountId: choice.fundingAccountId,
    choice: choice.choice,
    ...of.terms,
    quoteId: null,
    effectiveDate: dates.effective,
    withdrawnDate: dates.withdrawn,
    clearedDate: dates.cleared,
    returnableUntil: dates.returnableUntil,
    state: 'scheduled',
    authorizationText,
    idempotencyKey,
    createdAt: now,
    changedAt: now,
  }
}

async function save(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    payment: Payment
    loaded: Awaited<ReturnType<typeof loadForUpdate>>
    owner: Owner
  },
): Promise<void> {
  const { payment, loaded, owner } = of
  await insertPayment(tx, payment)
  const { accountId, confirmation } = payment
  const taken = await claimNumbers(tx, ctx.vault, [
    { kind: 'confirmation', number: confirmation, accountId },
  ])
  assert(taken.length === 0, 'a confirmation number of 45 random bits is new')
  await tellObligor(ctx, tx, {
    owner,
    template: 'paymentScheduled',
    parameters: {
      paymentId: payment.id,
      confirmation: payment.confirmation,
      amount: String(payment.amount),
      effective: payment.effectiveDate,
      withdrawn: payment.withdrawnDate,
    },
  })
  await appendAccountAudit(tx, ctx.vault, {
    account: loaded.account,
    entry: {
      at: payment.createdAt,
      requestId: ctx.requestId,
      actor: { kind: 'obligor', id: owner.obligorId },
      action: 'payment scheduled',
      details: {
        paymentId: payment.id,
        confirmation: payment.confirmation,
        amount: payment.amount,
        effective: payment.effectiveDate,
      },
    },
  })
}

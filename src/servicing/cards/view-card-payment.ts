import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { type CardPayment, readCardPayments } from '#src/store/cards/card-payments.ts'
import { businessDay } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadAccount } from '../load-account.ts'
import { type PaymentInLedger, paymentInLedger } from '../payments/payment-in-ledger.ts'

/** A payment by card as an obligor may see it: a co-borrower's without its card. */
export type ShownCardPayment = {
  readonly id: string
  readonly confirmation: string
  readonly mine: boolean
  readonly amount: Cents
  readonly fee: Cents
  readonly state: CardPayment['state']
  readonly stateReason: string | null
  readonly isPosted: boolean
  readonly effectiveDate: CivilDate | null
  readonly card: { readonly brand: string; readonly lastFour: string } | null
  readonly authorizationText: string | null
  readonly createdAt: string
  readonly paidAt: string | null
  /**
   * `charging`: its saved card is asked, without a page. `asked`: its bank wants to ask its owner.
   */
  readonly saved: 'charging' | 'asked' | null
  /** We are sending it back to its card. */
  readonly isGoingBack: boolean
}

export type CardPaymentView = PaymentInLedger & { readonly payment: ShownCardPayment }

/**
 * Those of an account, newest first; of a co-borrower's only what counts, or counted, on the
 * account.
 */
export async function cardPaymentsOf(
  ctx: ServicingContext,
  owner: Owner,
): Promise<ShownCardPayment[]> {
  const all = await readCardPayments(ctx.db, owner.accountId)
  return all.map((payment) => shown(payment, owner)).filter(isToSee)
}

export async function viewCardPayment(
  ctx: ServicingContext,
  owner: Owner,
  id: string,
): Promise<Outcome<CardPaymentView>> {
  const [all, loaded, today] = await Promise.all([
    cardPaymentsOf(ctx, owner),
    loadAccount(ctx.db, owner.accountId),
    businessDay(ctx.db),
  ])
  const payment = all.find((known) => known.id === id)
  if (!payment) return refused({ code: 'paymentNotFound' })
  const inLedger = paymentInLedger(ctx, { loaded, paymentId: id, today, banks: new Map() })
  return accepted({ payment, ...inLedger })
}

function isToSee({ mine, paidAt }: ShownCardPayment): boolean {
  return mine || paidAt !== null
}

function shown(payment: CardPayment, { obligorId }: Owner): ShownCardPayment {
  const { id, confirmation, amount, fee, state, effectiveDate, createdAt, paidAt } = payment
  const mine = payment.obligorId === obligorId
  const { brand, lastFour } = payment
  return {
    ...{ id, confirmation, amount, fee, state, effectiveDate, createdAt, paidAt, mine },
    stateReason: mine ? payment.stateReason : null,
    isPosted: payment.postedEventId !== null,
    card: mine && brand !== null && lastFour !== null ? { brand, lastFour } : null,
    authorizationText: mine ? payment.authorizationText : null,
    saved: savedOf(payment),
    isGoingBack: payment.state === 'paid' && payment.refundRequest !== null,
  }
}

function savedOf(payment: CardPayment): ShownCardPayment['saved'] {
  if (payment.state !== 'started' || payment.fundingAccountId === null) return null
  return payment.needsPage ? 'asked' : 'charging'
}

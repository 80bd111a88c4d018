import type { BankDays } from '#src/domain/account/activity-row.ts'
import { isToCome, type PaymentFate } from '#src/domain/account/payment-standing.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Planned } from '#src/domain/paying/planned.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { type FundingLabel, readPaymentsAs } from '#src/store/payments/payments.ts'
import type { Owner, ServicingContext } from './context.ts'
import { cutoffOn } from './lender-rules.ts'

/** A payment with its four dates: initiated, effective, withdrawn, cleared. */
export type ScheduledPayment = Planned &
  PaymentFate & {
    readonly id: string
    readonly confirmation: string
    readonly amount: Cents
    /** Taken besides, for paying this way. */
    readonly fee: Cents
    readonly createdAt: string
    readonly changedAt: string
    readonly withdrawn: CivilDate
    /** Until then its bank can return it as unauthorized (60 days). */
    readonly returnableUntil: CivilDate
    readonly cancelUntil: string
    /** False for a co-borrower's: the bank it comes from is theirs alone to see. */
    readonly mine: boolean
    readonly fundingLabel: FundingLabel | null
    /** Autopay made it. */
    readonly isAutopay: boolean
    /** A saved card is charged for it, on its own day. */
    readonly byCard: boolean
  }

/** Payments that obligors of the account have set, newest first, whatever became of them. */
export async function scheduledPayments(
  ctx: ServicingContext,
  owner: Owner,
): Promise<ScheduledPayment[]> {
  const payments = await readPaymentsAs(ctx.db, owner)
  return payments.flatMap((payment) => {
    const { state } = payment
    // From then on it is a payment by card.
    if (state === 'charged') return []
    const mine = payment.obligorId === owner.obligorId
    const facts = { ...sharedFacts(ctx, payment), state }
    // Why a bank sent money back is between its customer and us.
    const stateReason = mine || payment.stateReason === null ? payment.stateReason : ''
    return [{ ...facts, stateReason, mine, fundingLabel: payment.fundingLabel }]
  })
}

/** Those whose money is still to come: set, or with the bank and not yet counted. */
export function stillScheduled(payments: readonly ScheduledPayment[]): ScheduledPayment[] {
  return payments.filter(isToCome)
}

/** The bank's days of each, for telling what money can still be returned. */
export function bankDaysOf(payments: readonly ScheduledPayment[]): Map<string, BankDays> {
  return new Map(payments.map((payment) => [payment.id, payment]))
}

/** What both borrowers may see of a payment. */
function sharedFacts(ctx: ServicingContext, payment: Payment) {
  const { id, amount, fee, postedEventId, attempts, createdAt, changedAt, byCard } = payment
  return {
    ...plannedOf(payment),
    ...{ id, amount, fee, postedEventId, attempts, createdAt, changedAt, byCard },
    isAutopay: payment.autopayId !== null,
    withdrawn: payment.withdrawnDate,
    cleared: payment.clearedDate,
    returnableUntil: payment.returnableUntil,
    cancelUntil: cancelUntil(ctx, payment),
  }
}

/** A payment as the law looks ahead at it. */
export function plannedOf(payment: Payment): Planned & { readonly confirmation: string } {
  const { choice, confirmation, effectiveDate, amount, extra, extraAmount, toCharges } = payment
  const terms = { amount, extra, extraAmount, toCharges }
  return { choice, confirmation, effective: effectiveDate, terms }
}

/**
 * Until the cutoff of its file; while a refused one is undecided too, unless it went to the bank
 * once and came back.
 */
export function isCancelable(
  ctx: ServicingContext,
  payment: Pick<Payment, 'state' | 'attempts' | 'sendOn'>,
  now: string,
): boolean {
  if (payment.state === 'held') return payment.attempts === 0
  return payment.state === 'scheduled' && now < cancelUntil(ctx, payment)
}

/** The cutoff of the banking day on which the debit's file goes. */
export function cancelUntil(ctx: ServicingContext, payment: Pick<Payment, 'sendOn'>): string {
  return cutoffOn(ctx.lender, payment.sendOn)
}

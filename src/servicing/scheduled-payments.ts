import type { Planned } from '#src/domain/account/planned.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { addBankingDays } from '#src/domain/regions/us-banking-days.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { type FundingLabel, readPaymentsAs } from '#src/store/payments/payments.ts'
import type { Owner, ServicingContext } from './context.ts'
import { cutoffOn } from './lender-rules.ts'

export type ScheduledPayment = Planned & {
  readonly id: string
  readonly confirmation: string
  readonly amount: Cents
  readonly withdrawn: CivilDate
  readonly cancelUntil: string
  /** False for a co-borrower's: the bank it comes from is theirs alone to see. */
  readonly mine: boolean
  readonly fundingLabel: FundingLabel | null
  readonly state: Payment['state']
}

/** Payments that obligors of the account have set, newest first. */
export async function scheduledPayments(
  ctx: ServicingContext,
  owner: Owner,
): Promise<ScheduledPayment[]> {
  const payments = await readPaymentsAs(ctx.db, owner)
  return payments.map((payment) => ({
    ...sharedFacts(ctx, payment),
    mine: payment.obligorId === owner.obligorId,
    fundingLabel: payment.fundingLabel,
  }))
}

/** Without those that were canceled. */
export function stillScheduled(payments: readonly ScheduledPayment[]): ScheduledPayment[] {
  return payments.filter((payment) => payment.state === 'scheduled')
}

/** What both borrowers may see of a payment. */
function sharedFacts(ctx: ServicingContext, payment: Payment) {
  const { id, amount, state } = payment
  return {
    ...plannedOf(payment),
    id,
    amount,
    withdrawn: payment.withdrawnDate,
    cancelUntil: cancelUntil(ctx, payment),
    state,
  }
}

/** A payment as the law looks ahead at it. */
export function plannedOf(payment: Payment): Planned & { readonly confirmation: string } {
  const { choice, confirmation, effectiveDate, amount, extra, extraAmount, toCharges } = payment
  const terms = { amount, extra, extraAmount, toCharges }
  return { choice, confirmation, effective: effectiveDate, terms }
}

/**
 * The cutoff of the banking day on which the debit's file goes: the one before it leaves the bank.
 */
export function cancelUntil(ctx: ServicingContext, payment: Payment): string {
  return cutoffOn(ctx.lender, addBankingDays(payment.withdrawnDate, -1))
}

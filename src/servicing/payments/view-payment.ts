import { effectOf, type PaymentEffect } from '#src/domain/account/payment-effect.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { readPayment } from '#src/store/payments/payments.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadLoan } from '../load-account.ts'
import { type ScheduledPayment, scheduledPayments } from '../scheduled-payments.ts'

export type PaymentView = {
  readonly payment: ScheduledPayment & {
    readonly createdAt: string
    readonly cleared: CivilDate
    readonly returnableUntil: CivilDate
    readonly choice: 'due' | 'duePlusExtra' | 'payoff' | 'other'
    readonly extra: 'principal' | 'installments'
    /** What was agreed to; null for a co-borrower's payment. */
    readonly authorizationText: string | null
  }
  /** How it would be applied as the account stands now; null once it is canceled. */
  readonly effect: PaymentEffect | null
  readonly isCancelable: boolean
}

/** One payment of the account, its own or a co-borrower's. */
export async function viewPayment(
  ctx: ServicingContext,
  owner: Owner,
  paymentId: string,
): Promise<Outcome<PaymentView>> {
  const [row, all, { ledger }] = await Promise.all([
    readPayment(ctx.db, { accountId: owner.accountId, id: paymentId }),
    scheduledPayments(ctx, owner),
    loadLoan(ctx.db, owner.accountId),
  ])
  const shown = all.find((payment) => payment.id === paymentId)
  if (!row || !shown) return refused({ code: 'paymentNotFound' })
  const { createdAt, clearedDate, returnableUntil, choice, extra } = row
  const authorizationText = shown.mine ? row.authorizationText : null
  return accepted({
    payment: {
      ...shown,
      createdAt,
      cleared: clearedDate,
      returnableUntil,
      choice,
      extra,
      authorizationText,
    },
    effect: row.state === 'scheduled' ? effectOf(ledger, row, row.effectiveDate) : null,
    isCancelable: shown.mine && row.state === 'scheduled' && ctx.clock.now() < shown.cancelUntil,
  })
}

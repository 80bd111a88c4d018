import {
  isToCome,
  type PaymentStanding,
  paymentStanding,
} from '#src/domain/account/payment-standing.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { effectFor, type PaymentEffect } from '#src/domain/paying/payable.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { type PaymentChange, readPaymentChanges } from '#src/store/payments/payment-changes.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { type PaymentTry, readTries } from '#src/store/payments/payment-tries.ts'
import { readPayment } from '#src/store/payments/payments.ts'
import { businessDay } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadAccount } from '../load-account.ts'
import {
  bankDaysOf,
  isCancelable,
  type ScheduledPayment,
  scheduledPayments,
} from '../scheduled-payments.ts'
import { type PaymentInLedger, paymentInLedger } from './payment-in-ledger.ts'

export type PaymentView = PaymentInLedger & {
  readonly today: CivilDate
  readonly standing: PaymentStanding
  readonly payment: ScheduledPayment & {
    readonly extra: 'principal' | 'installments'
    /** Null for a co-borrower's payment. */
    readonly fundingAccountId: string | null
    /** What was agreed to; null for a co-borrower's payment. */
    readonly authorizationText: string | null
  }
  /** How it would be applied as the account stands now; null once it counts, or never will. */
  readonly effect: PaymentEffect | null
  /** Each time it went to the bank. A co-borrower's without their bank's reasons. */
  readonly tries: readonly PaymentTry[]
  /** What it was before each change, the first change first; none of a co-borrower's. */
  readonly changes: readonly PaymentChange[]
  /** Until the cutoff of its file; while a refused one is undecided it can be canceled alone. */
  readonly isCancelable: boolean
  readonly isChangeable: boolean
}

/** One payment of the account, its own or a co-borrower's. */
export async function viewPayment(
  ctx: ServicingContext,
  owner: Owner,
  paymentId: string,
): Promise<Outcome<PaymentView>> {
  const { accountId } = owner
  const [row, all, loaded, today, tries, changes] = await Promise.all([
    readPayment(ctx.db, { accountId, id: paymentId }),
    scheduledPayments(ctx, owner),
    loadAccount(ctx.db, accountId),
    businessDay(ctx.db),
    readTries(ctx.db, { accountId, paymentId }),
    readPaymentChanges(ctx.db, { accountId, paymentId }),
  ])
  const shown = all.find((payment) => payment.id === paymentId)
  if (!row || !shown) return refused({ code: 'paymentNotFound' })
  const authorizationText = shown.mine ? row.authorizationText : null
  const fundingAccountId = shown.mine ? row.fundingAccountId : null
  return accepted({
    today,
    standing: paymentStanding(shown, today),
    payment: {
      ...shown,
      ...{ extra: row.extra, fundingAccountId, authorizationText },
    },
    effect: willCount(row, today) ? effectFor(loaded.ledger, row, row.effectiveDate) : null,
    ...paymentInLedger(ctx, { loaded, paymentId, today, banks: bankDaysOf(all) }),
    tries: shown.mine ? tries : tries.map((each) => ({ ...each, returnCode: null })),
    changes: shown.mine ? changes : [],
    isCancelable: shown.mine && isCancelable(ctx, row, ctx.clock.now()),
    isChangeable: shown.mine && row.state === 'scheduled' && ctx.clock.now() < shown.cancelUntil,
  })
}

/** One that goes again counts on a day that has passed: nothing can be foretold of that. */
function willCount(payment: Payment, today: CivilDate): boolean {
  return isToCome(payment) && payment.state !== 'held' && payment.effectiveDate >= today
}

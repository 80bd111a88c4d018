import { type ActivityRow, activityOf, interestDaysBefore } from '#src/domain/account/activity.ts'
import type { ActivityDay, ActivityFact, BankDays } from '#src/domain/account/activity-row.ts'
import { type LeaseActivityRow, leaseActivityOf } from '#src/domain/account/lease-activity.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { ServicingContext } from '../context.ts'
import { calendarOn } from '../lender-rules.ts'
import type { LoadedAccount, LoadedAny } from '../load-account.ts'

export type AppliedPayment =
  | (ActivityRow & { readonly product: 'loan'; readonly interestDays: number })
  | (LeaseActivityRow & { readonly product: 'lease' })

export type PaymentInLedger = {
  /** How it was applied, by the ledger; null while it does not count. */
  readonly applied: AppliedPayment | null
  /** The event by which it once counted and that was taken back. */
  readonly takenBack: ActivityFact | null
}

/** The rows of the account's history that are this payment. */
export function paymentInLedger(
  ctx: ServicingContext,
  of: {
    loaded: LoadedAny
    paymentId: string
    today: CivilDate
    banks: ReadonlyMap<string, BankDays>
  },
): PaymentInLedger {
  const { today, banks, paymentId } = of
  const { ledger, events, account } = of.loaded
  const at = { today, calendar: calendarOn(ctx.lender, today), banks }
  return ledger.product === 'loan'
    ? inLoan({ ledger, events, account }, { at, paymentId })
    : found(leaseActivityOf({ ledger, events }, at), paymentId, (row) =>
        Object.assign(row, { product: 'lease' as const }),
      )
}

function inLoan(loaded: LoadedAccount, of: { at: ActivityDay; paymentId: string }) {
  return found(activityOf(loaded, of.at), of.paymentId, (row) => {
    const step = loaded.ledger.steps.find(({ event }) => event.id === row.eventId)
    return step
      ? Object.assign(row, { product: 'loan' as const, interestDays: interestDaysBefore(step) })
      : null
  })
}

function found<R extends ActivityFact>(
  history: readonly R[],
  paymentId: string,
  appliedOf: (row: R) => AppliedPayment | null,
): PaymentInLedger {
  const own = history.filter((row) => row.paymentId === paymentId)
  const counts = own.find(({ kind }) => kind === 'payment')
  return {
    applied: counts ? appliedOf(counts) : null,
    takenBack: own.find(({ kind }) => kind !== 'payment') ?? null,
  }
}

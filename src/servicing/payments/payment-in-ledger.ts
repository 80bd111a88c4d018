import { type ActivityRow, activityOf, interestDaysBefore } from '#src/domain/account/activity.ts'
import type { BankDays } from '#src/domain/account/activity-row.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { ServicingContext } from '../context.ts'
import { calendarOn } from '../lender-rules.ts'
import type { LoadedAccount } from '../load-account.ts'

export type PaymentInLedger = {
  /** How it was applied, by the ledger; null while it does not count. */
  readonly applied: (ActivityRow & { readonly interestDays: number }) | null
  /** The event by which it once counted and that was taken back. */
  readonly takenBack: ActivityRow | null
}

/** The rows of the account's history that are this payment. */
export function paymentInLedger(
  ctx: ServicingContext,
  of: {
    loaded: LoadedAccount
    paymentId: string
    today: CivilDate
    banks: ReadonlyMap<string, BankDays>
  },
): PaymentInLedger {
  const { loaded, today, banks } = of
  const calendar = calendarOn(ctx.lender, today)
  const history = activityOf(loaded, { today, calendar, banks })
  const own = history.filter(({ paymentId }) => paymentId === of.paymentId)
  const counts = own.find(({ kind }) => kind === 'payment')
  const step = loaded.ledger.steps.find(({ event }) => event.id === counts?.eventId)
  return {
    applied:
      counts && step ? Object.assign(counts, { interestDays: interestDaysBefore(step) }) : null,
    takenBack: own.find(({ kind }) => kind !== 'payment') ?? null,
  }
}

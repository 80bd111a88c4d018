import type { CivilDate } from '#src/domain/calendar.ts'
import { addBankingDays } from '#src/domain/regions/us-banking-days.ts'
import { datesOfWithdrawal } from '#src/domain/rules/payment-dates.ts'
import { sendAgainUntil } from '#src/domain/rules/refused-file.ts'
import type { Tx } from '#src/store/database.ts'
import type { DatesAgain, Payment } from '#src/store/payments/payment-row.ts'
import { businessDay, payableDates } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { calendarOn } from '../lender-rules.ts'
import { datesOf } from '../payments/check-choice.ts'

/** The cutoff that takes what goes again, if one is left in which it may. */
export async function cutoffAgain(
  ctx: ServicingContext,
  tx: Tx,
  file: { readonly sentOn: CivilDate },
): Promise<CivilDate | null> {
  const { first } = payableDates(ctx, await businessDay(tx))
  const sendOn = addBankingDays(first, 0)
  return sendOn <= sendAgainUntil(file.sentOn) ? sendOn : null
}

/** The days of a held payment if it goes at the next cutoff; null where it is too late for it. */
export async function datesAgain(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly file: { readonly sentOn: CivilDate }
    readonly payment: Payment
    readonly code: string | null
  },
): Promise<DatesAgain | null> {
  const sendOn = await cutoffAgain(ctx, tx, of.file)
  if (sendOn === null) return null
  const { effectiveDate } = of.payment
  if (of.code === null) {
    const dates = datesOf(ctx, effectiveDate, sendOn)
    const { withdrawn, cleared, returnableUntil } = dates
    return { sendOn: dates.sent, effective: effectiveDate, withdrawn, cleared, returnableUntil }
  }
  const on = addBankingDays(sendOn, 1)
  return { sendOn, effective: on, ...datesOfWithdrawal(on, calendarOn(ctx.lender, on)) }
}

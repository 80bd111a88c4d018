// What a payment costs besides what is paid, by the rules of the day on which it is made.
import type { CivilDate } from '#src/domain/calendar.ts'
import { type Cents, plus } from '#src/domain/money.ts'
import {
  type FeeChannel,
  feeAmount,
  type PaymentFee,
  paymentFee,
} from '#src/domain/rules/payment-fee.ts'
import type { ServicingContext } from '../context.ts'
import { paymentFeesOn } from '../lender-rules.ts'

/** Null: paying this way is free. */
export function feeToday(
  ctx: Pick<ServicingContext, 'lender'>,
  today: CivilDate,
  channel: FeeChannel,
): PaymentFee | null {
  return paymentFee(paymentFeesOn(ctx.lender, today), channel)
}

/** All that is taken. */
export function withFee(amount: Cents, fee: PaymentFee | null): Cents {
  return plus(amount, feeAmount(fee))
}

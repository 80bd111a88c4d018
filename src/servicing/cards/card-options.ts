import { dueFor, mostOwed, payoffFor } from '#src/domain/paying/payable.ts'
import { lateDespite } from '#src/domain/paying/planned.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { paymentFeesOn } from '../lender-rules.ts'
import { endedRefusal, smallestPayment } from '../payments/check-choice.ts'
import type { PaymentOptions } from '../payments/payment-options.ts'
import { cardStanding } from './card-standing.ts'
import { moneyBeside } from './decide-card-payment.ts'

/** What can be paid by card: now, and on no other day. Refuses a closed account. */
export async function cardOptions(
  ctx: ServicingContext,
  owner: Owner,
): Promise<Outcome<PaymentOptions>> {
  const standing = await cardStanding(ctx, owner)
  const { loaded, on } = standing
  const { ledger } = loaded
  const ended = endedRefusal(loaded)
  if (ended) return refused(ended)
  const due = dueFor(ledger, on)
  const most = mostOwed(ledger, on)
  if (ledger.product === 'lease' && most === 0) return refused({ code: 'nothingLeft' })
  return accepted({
    today: on,
    firstDate: on,
    lastDate: on,
    effective: on,
    dueDate: due.current?.due ?? null,
    due,
    payoffOnDate: payoffFor(ledger, on),
    most,
    fees: paymentFeesOn(ctx.lender, on),
    fundingAccounts: [],
    smallest: smallestPayment(ctx, on),
    lateFirst: lateDespite(ledger, moneyBeside(standing), on),
  })
}

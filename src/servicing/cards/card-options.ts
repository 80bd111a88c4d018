import { dueOn } from '#src/domain/account/payment-effect.ts'
import { lateDespite } from '#src/domain/account/planned.ts'
import { quoteOn } from '#src/domain/account/quote.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { endedRefusal, smallestPayment } from '../payments/check-choice.ts'
import type { PaymentOptions } from '../payments/payment-options.ts'
import { cardStanding } from './card-standing.ts'
import { plannedBeside } from './decide-card-payment.ts'

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
  const due = dueOn(ledger, on)
  return accepted({
    today: on,
    firstDate: on,
    lastDate: on,
    effective: on,
    dueDate: due.current?.due ?? null,
    due,
    payoffOnDate: quoteOn(ledger, on),
    fundingAccounts: [],
    smallest: smallestPayment(ctx, on),
    lateFirst: lateDespite(ledger, plannedBeside(standing), on),
  })
}

// Payments of one's own that did not go as they were set, for a month after it happened.
import { type PaymentStanding, paymentStanding } from '#src/domain/account/payment-standing.ts'
import { addDays, dateInZone } from '#src/domain/calendar.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { Fact } from '#src/ui/figures/fact-list.tsx'
import type { AccountVisit } from '../account-visit.tsx'

const SHOWN_DAYS = 30

type Amiss = Extract<PaymentStanding, 'returned' | 'retrying' | 'held' | 'notSent'>

function isWorthALook(standing: PaymentStanding): standing is Amiss {
  return ['returned', 'retrying', 'held', 'notSent'].includes(standing)
}

export function paymentFacts(visit: AccountVisit, view: AccountView): Fact[] {
  const { reader, base, ctx } = visit
  const w = reader.words.payments.states.attention
  const since = addDays(view.today, -SHOWN_DAYS)
  return view.scheduledPayments.flatMap((payment): Fact[] => {
    const standing = paymentStanding(payment, view.today)
    if (!isWorthALook(standing)) return []
    const on = dateInZone(payment.changedAt, ctx.lender.timeZone)
    if (!payment.mine || on < since) return []
    return [
      {
        mark: { money: 'returned' },
        title: w[standing](reader.money(payment.amount)),
        detail: reader.date(on, 'long'),
        action: <a href={`${base}/payments/${payment.id}`}>{w.see}</a>,
      },
    ]
  })
}

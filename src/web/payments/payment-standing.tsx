// Where a payment stands, as every page that shows one says it: a mark of its money, and words.
import { type PaymentStanding, paymentStanding } from '#src/domain/account/payment-standing.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { ScheduledPayment } from '#src/servicing/scheduled-payments.ts'
import { MoneyState, type MoneyStateName } from '#src/ui/money-state.tsx'
import type { Reader } from '../reader.ts'

export const MONEY_OF: Record<PaymentStanding, MoneyStateName | null> = {
  scheduled: 'scheduled',
  onItsWay: 'onItsWay',
  returnable: 'returnable',
  cleared: 'cleared',
  retrying: 'onItsWay',
  returned: 'returned',
  held: 'onItsWay',
  notSent: 'returned',
  canceled: null,
}

/** "Returnable until Dec 14" with its mark. */
export function StandingMark(props: {
  payment: ScheduledPayment
  today: CivilDate
  reader: Reader
}) {
  const { payment, today, reader } = props
  const standing = paymentStanding(payment, today)
  const words = reader.words.payments.states.short[standing](reader.date(payment.cleared, 'short'))
  const mark = MONEY_OF[standing]
  return mark === null ? <span>{words}</span> : <MoneyState state={mark}>{words}</MoneyState>
}

/** Whether its amount is money that was paid or will be. */
export function isStruck(standing: PaymentStanding): boolean {
  return standing === 'canceled' || standing === 'returned' || standing === 'notSent'
}

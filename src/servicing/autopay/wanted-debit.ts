// What autopay would take on a day as things stand: nothing while it is paused, and near the day no
// more than was announced.
import { usualAmount } from '#src/domain/autopay/autopay-terms.ts'
import { type Debit, debitFor, limitedTo } from '#src/domain/autopay/debit-amount.ts'
import type { Occurrence } from '#src/domain/autopay/debit-days.ts'
import { installmentsOf } from '#src/domain/autopay/installments-of.ts'
import { type CivilDate, daysBetween } from '#src/domain/calendar.ts'
import { type Cents, cents, larger, ZERO_CENTS } from '#src/domain/money.ts'
import { bankDates } from '#src/domain/rules/payment-dates.ts'
import type { ServicingContext } from '../context.ts'
import { calendarOn } from '../lender-rules.ts'
import { autopayRules } from './autopay-rules.ts'
import { type HeldAutopay, plannedOf } from './autopay-state.ts'

/** null: nothing is owed any more that an installment could pay. */
export function wantedOn(ctx: ServicingContext, held: HeldAutopay, at: Occurrence): Debit | null {
  const { terms, state } = held.autopay
  const { partialPayments } = autopayRules(ctx.lender, held.today)
  const debit = debitFor(held.ledger, at, { terms, planned: plannedOf(held), partialPayments })
  if (debit === null || debit.terms === null) return debit
  if (state === 'paused') return { ...debit, ...NOTHING, reasons: [{ code: 'paused' }] }
  if (state === 'needsAttention')
    return { ...debit, ...NOTHING, reasons: [{ code: 'needsAttention' }] }
  return limitedTo(debit, mostOn(held, at))
}

const NOTHING = { amount: ZERO_CENTS, terms: null }
const NOTICE_DAYS = 10
const ANY_AMOUNT = cents(Number.MAX_SAFE_INTEGER)

/** Ten days ahead any amount is a notice; nearer, what is usual or was announced for the day. */
function mostOn({ autopay, debits, ledger, today }: HeldAutopay, at: Occurrence): Cents {
  if (daysBetween(today, at.on) >= NOTICE_DAYS) return ANY_AMOUNT
  const announced = debits.filter(({ day }) => day === at.on).map(({ amount }) => amount)
  return announced.reduce(larger, usualAmount(autopay.terms, installmentsOf(ledger)))
}

/** The banking day whose file takes what counts on the day; a card is charged on that day. */
export function sendOn(ctx: ServicingContext, held: HeldAutopay, { on }: Occurrence): CivilDate {
  const { today } = held
  if (held.autopay.byCard) return on
  return bankDates(on, { today, calendar: calendarOn(ctx.lender, today) }).sent
}

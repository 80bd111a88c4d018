// `keyturn calc schedule`: the level payment of a loan and every row until it is repaid.
// Example: 10,025.00 at 4.5 %, 12 monthly from 2022-10-01, disbursed 2022-08-22: 856.92 a month.
import type * as z from 'zod'
import {
  amortize,
  levelPayment,
  type ScheduledInstallment,
  totalOf,
} from '#src/domain/contract/amortization.ts'
import { FREQUENCIES } from '#src/domain/contract/schedule.ts'
import { type Cents, toDollars } from '#src/domain/money.ts'
import { type Computed, calculation, refuse } from './calculation.ts'
import { conventionFields, endsTooLate, TOO_LATE } from './conventions.ts'
import { choice, day, fieldsOf, money, percent, positiveMoney, wholeNumber } from './fields.ts'
import { scheduleReason } from './schedule-reason.ts'

/** Fifty years of weeks. */
const MOST_PAYMENTS = 2_600

const form = fieldsOf({
  amount: positiveMoney(),
  rate: percent(),
  payments: wholeNumber({ least: 1, most: MOST_PAYMENTS }),
  frequency: choice(FREQUENCIES).default('monthly'),
  disbursed: day(),
  firstDue: day(),
  interest: choice(['daily', 'periodic']).default('daily'),
  ...conventionFields(),
  payment: money().nullable().default(null),
})

type ScheduleInput = z.infer<typeof form>

export const schedule = calculation(form, (input): Computed => {
  if (input.firstDue <= input.disbursed) {
    return refuse({ field: 'firstDue', message: 'Give a date after "disbursed".' })
  }
  if (endsTooLate(input, 0)) return refuse({ field: 'payments', message: TOO_LATE })
  const terms = termsOf(input)
  const payment = input.payment ?? levelPayment(terms, input.interest)
  const rows = amortize({ ...terms, payment }, input.interest)
  return {
    ok: true,
    result: resultOf(payment, rows),
    explain: () =>
      scheduleReason({
        terms,
        method: input.interest,
        payment,
        isGiven: input.payment !== null,
        rows,
      }),
  }
})

function termsOf({ amount, disbursed, interest: _, payment: __, ...rest }: ScheduleInput) {
  return { ...rest, principal: amount, start: disbursed }
}

function resultOf(payment: Cents, rows: readonly ScheduledInstallment[]): object {
  return {
    payment: toDollars(payment),
    rows: rows.map((row) => ({
      number: row.number,
      due: row.due,
      payment: toDollars(row.payment),
      interest: toDollars(row.interest),
      principal: toDollars(row.principal),
      balance: toDollars(row.balance),
    })),
    totalInterest: toDollars(totalOf(rows, 'interest')),
    totalPaid: toDollars(totalOf(rows, 'payment')),
  }
}

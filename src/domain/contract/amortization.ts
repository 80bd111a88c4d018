// Level-payment schedules with an odd first period and a trued-up last payment.
// Example: 10,025.00 at 4.5 %, 12 monthly from 2022-10-01, disbursed 2022-08-22, actual/365: 856.92
// a month, last 856.95.
import { assert } from '../assert.ts'
import type { CivilDate } from '../calendar.ts'
import {
  add,
  type Fraction,
  floor,
  fraction,
  isZero,
  multiply,
  subtract,
  ZERO,
} from '../fraction.ts'
import {
  type Cents,
  cents,
  exactly,
  minus,
  plus,
  type RatePpb,
  roundToCents,
  smaller,
} from '../money.ts'
import { yearFraction } from './day-count.ts'
import { interestFor } from './interest.ts'
import type { InterestConvention } from './loan.ts'
import { dueDate, type Frequency, periodsPerYear } from './schedule.ts'

/**
 * `daily` counts days by the day count; `periodic` takes rate / periods a year whatever the days.
 */
export type InterestMethod = 'daily' | 'periodic'

export type ScheduleTerms = InterestConvention & {
  readonly principal: Cents
  readonly rate: RatePpb
  readonly start: CivilDate
  readonly firstDue: CivilDate
  readonly payments: number
  readonly frequency: Frequency
}

export type ScheduledInstallment = {
  readonly number: number
  readonly due: CivilDate
  readonly payment: Cents
  readonly interest: Cents
  readonly principal: Cents
  /** Principal after this installment. */
  readonly balance: Cents
}

/**
 * The level installment that repays the principal, rounded once by the contract's rule. Refuses no
 * payments at all.
 */
export function levelPayment(terms: ScheduleTerms, method: InterestMethod): Cents {
  assert(terms.payments > 0, 'a schedule needs at least one payment')
  const factors = Array.from({ length: terms.payments }, (_, index) =>
    scaled(periodFactor(terms, method, index + 1)),
  )
  // Present value of 1 per period, by discounting backwards in 40-digit fixed point.
  let worth = 0n
  for (const factor of factors.reverse()) worth = ((worth + SCALE) * SCALE) / (SCALE + factor)
  return roundToCents(fraction(BigInt(terms.principal) * SCALE, worth), terms.rounding)
}

/**
 * The schedule when every installment is paid on its due date. Unpaid interest waits and is not
 * capitalized (12 CFR 1026 App. J (a)(3)); the last payment is whatever closes the account; fewer
 * rows when it closes early.
 */
export function amortize(
  terms: ScheduleTerms & { payment: Cents },
  method: InterestMethod,
): ScheduledInstallment[] {
  const rows: ScheduledInstallment[] = []
  let balance = terms.principal
  let owed = ZERO
  let from = terms.start
  for (let number = 1; number <= terms.payments && balance > 0; number += 1) {
    const due = dueDate(terms, number)
    owed = add(owed, periodInterest(terms, method, { number, balance, from, to: due }))
    const interestDue = roundToCents(owed, terms.rounding)
    const closing = plus(balance, interestDue)
    const payment = number === terms.payments || terms.payment > closing ? closing : terms.payment
    const interest = smaller(payment, interestDue)
    const rest = subtract(owed, exactly(interest))
    owed = interest === interestDue && !terms.carryFractions ? ZERO : rest
    const principal = minus(payment, interest)
    balance = minus(balance, principal)
    rows.push({ number, due, payment, interest, principal, balance })
    from = due
  }
  return rows
}

export function totalOf(
  rows: readonly ScheduledInstallment[],
  column: 'payment' | 'interest' | 'principal',
): Cents {
  return cents(rows.reduce((total, row) => total + row[column], 0))
}

const SCALE = 10n ** 40n

function scaled(value: Fraction): bigint {
  return floor(multiply(value, fraction(SCALE)))
}

function periodOf(terms: ScheduleTerms, number: number): { from: CivilDate; to: CivilDate } {
  const from = number === 1 ? terms.start : dueDate(terms, number - 1)
  return { from, to: dueDate(terms, number) }
}

/** Interest on 1 over a period. */
function periodFactor(terms: ScheduleTerms, method: InterestMethod, number: number): Fraction {
  const rate = fraction(BigInt(terms.rate), 1_000_000_000n)
  if (isZero(rate)) return ZERO
  return method === 'periodic'
    ? multiply(rate, fraction(1n, BigInt(periodsPerYear(terms.frequency))))
    : multiply(rate, yearFraction(terms, periodOf(terms, number)))
}

function periodInterest(
  terms: ScheduleTerms,
  method: InterestMethod,
  at: { number: number; balance: Cents; from: CivilDate; to: CivilDate },
): Fraction {
  return method === 'periodic'
    ? multiply(exactly(at.balance), periodFactor(terms, method, at.number))
    : interestFor(terms, {
        principal: at.balance,
        rate: terms.rate,
        from: at.from,
        to: at.to,
      })
}

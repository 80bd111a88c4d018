// The annual percentage rate by the actuarial method: the rate of the unit-period at which advances
// and payments are worth the same, times the unit-periods in a year (12 CFR 1026 App. J (b)(1),
// (b)(8)).
// Example: 5,000.00 for 24 monthly payments of 230.00 is 9.69 % (App. J (c)(1)(i)).
import { assert } from '../assert.ts'
import { add, compare, type Fraction, floor, fraction, multiply } from '../fraction.ts'
import { BITS, type CashFlow, worthOf } from './present-value.ts'

/** When which money goes, counted in unit-periods from the beginning of the term. */
export type CreditTerms = {
  readonly advances: readonly CashFlow[]
  readonly payments: readonly CashFlow[]
  readonly periodsPerYear: Fraction
}

/** Why no one rate of zero or more solves the equation. */
export type AprProblem = 'paymentsBelowAdvances' | 'noRateSolves' | 'severalRatesMaySolve'

export type Apr =
  | { readonly ok: true; readonly unitPeriodRate: Fraction; readonly percent: Fraction }
  | { readonly ok: false; readonly problem: AprProblem }

/** Both rates are right to 30 decimals of the unit-period rate. */
export function solveApr(terms: CreditTerms): Apr {
  const excess = excessAt(terms, 0n).value
  if (excess > 0n) return { ok: false, problem: 'paymentsBelowAdvances' }
  const solved = excess === 0n ? 0n : solve(terms)
  if (solved === null) return { ok: false, problem: 'noRateSolves' }
  if (!isOnlyRate(terms, solved)) return { ok: false, problem: 'severalRatesMaySolve' }
  const unitPeriodRate = rounded(fraction(solved, 1n << BITS))
  const percent = multiply(multiply(unitPeriodRate, terms.periodsPerYear), fraction(100n))
  return { ok: true, unitPeriodRate, percent }
}

/** What the advances are worth more than the payments. */
function excessAt({ advances, payments }: CreditTerms, rate: bigint) {
  const [given, paid] = [worthOf(advances, rate), worthOf(payments, rate)]
  return { value: given.value - paid.value, slope: given.slope - paid.slope }
}

/** A rate a unit-period beyond which nobody lends: 10^12. */
const HIGHEST = 1n << (BITS + 40n)

/** Newton's steps, kept between a rate too low and one too high; null when none is too high. */
function solve(terms: CreditTerms): bigint | null {
  let [low, high] = [0n, 1n << (BITS - 6n)]
  while (excessAt(terms, high).value <= 0n) {
    if (high > HIGHEST) return null
    ;[low, high] = [high, high * 2n]
  }
  let rate = low
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { value, slope } = excessAt(terms, rate)
    if (value === 0n) return rate
    if (value < 0n) low = rate
    else high = rate
    const newton = slope > 0n ? rate - (value << BITS) / slope : -1n
    if (newton >= 0n && difference(newton, rate) <= CLOSE) return newton
    const next = newton > low && newton < high ? newton : (low + high) / 2n
    if (difference(next, rate) <= 1n) return next
    rate = next
  }
  assert(false, 'halving an interval ends')
}

const MOST_STEPS = 1_000

/** 2^-130: ten decimals more than we keep. */
const CLOSE = 1n << (BITS - 130n)

function difference(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a
}

/**
 * Where all is lent before anything is paid, only one rate solves. Else it is the only one as long
 * as the obligor is never ahead of the lender at that rate: from there every higher rate is too
 * high and every lower one too low, because later money loses more by a higher rate.
 */
function isOnlyRate(terms: CreditTerms, rate: bigint): boolean {
  const lent = terms.advances.flatMap((flow) => inTime(flow, 1n))
  const paid = terms.payments.flatMap((flow) => inTime(flow, -1n))
  const lastLent = lent.reduce((last, { at }) => (compare(at, last) > 0 ? at : last), ZERO_TIME)
  if (paid.every(({ at }) => compare(at, lastLent) >= 0)) return true
  let balance = 0n
  // At one time advances come first: a stable sort keeps them there.
  const all = [...lent, ...paid].sort((a, b) => compare(a.at, b.at))
  return all.every(({ flow, sign }) => {
    balance += sign * worthOf([flow], rate).value
    return balance >= -NOTHING
  })
}

const ZERO_TIME = fraction(0n)

/** A millionth of a millionth of a cent, in units of 2^-BITS. */
const NOTHING = 1n << (BITS - 40n)

type Moment = { readonly at: Fraction; readonly flow: CashFlow; readonly sign: bigint }

function inTime(flow: CashFlow, sign: bigint): Moment[] {
  return Array.from({ length: flow.count }, (_, k) => {
    const periods = flow.periods + k
    const at = add(fraction(BigInt(periods)), flow.fraction)
    return { at, sign, flow: { ...flow, periods, count: 1 } }
  })
}

const DECIMALS = 10n ** 30n

/** So that a rate that is a plain decimal comes out as that decimal. */
function rounded(rate: Fraction): Fraction {
  const half = fraction(1n, 2n)
  return fraction(floor(add(multiply(rate, fraction(DECIMALS)), half)), DECIMALS)
}

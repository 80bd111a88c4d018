// What payments in the future are worth at a rate of the unit-period: whole periods compound, the
// fraction before them is linear (12 CFR 1026 App. J (b)(8)).
// Example: 1,150.00 after 1 period and 1/2 at 10 % is 1,150.00 / (1.05 x 1.1) = 995.67.
import { type Fraction, fraction } from '../fraction.ts'
import type { Cents } from '../money.ts'

/** An amount after `periods` and a `fraction` of a unit-period, and again each period after it. */
export type CashFlow = {
  readonly amount: Cents
  readonly periods: number
  /** From 0 to 1. */
  readonly fraction: Fraction
  readonly count: number
}

/** Digits behind the binary point: about 60 decimals. */
export const BITS = 200n
const ONE = 1n << BITS

/** Cents now, and how many cents more for one more of the rate; all in units of 2^-BITS. */
export type Worth = { readonly value: bigint; readonly slope: bigint }

export function worthOf(flows: readonly CashFlow[], rate: bigint): Worth {
  const discount = (ONE * ONE) / (ONE + rate)
  let [value, slope] = [0n, 0n]
  for (const flow of flows) {
    const worth = worthOfOne(flow, rate, discount)
    value += worth.value
    slope += worth.slope
  }
  return { value, slope }
}

function worthOfOne(flow: CashFlow, rate: bigint, discount: bigint): Worth {
  const { n, d } = flow.fraction
  const linear = ONE + (rate * n) / d
  let at = (power(discount, flow.periods) * ONE) / linear
  let [sum, weighted] = [0n, 0n]
  for (let k = 0; k < flow.count; k += 1) {
    sum += at
    weighted += at * BigInt(flow.periods + k)
    at = (at * discount) >> BITS
  }
  const amount = BigInt(flow.amount)
  // d/di of 1 / ((1 + f i)(1 + i)^t) is that times -(f / (1 + f i) + t / (1 + i)).
  const ofFraction = ((n * ONE * ONE) / (d * linear)) * sum
  return { value: amount * sum, slope: -((amount * (ofFraction + discount * weighted)) >> BITS) }
}

function power(base: bigint, exponent: number): bigint {
  let result = ONE
  let square = base
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) >> BITS
    square = (square * square) >> BITS
  }
  return result
}

/** Cents that the flows are worth now at a rate of the unit-period, to some 50 decimals. */
export function presentValue(flows: readonly CashFlow[], rate: Fraction): Fraction {
  return fraction(worthOf(flows, (rate.n << BITS) / rate.d).value, ONE)
}

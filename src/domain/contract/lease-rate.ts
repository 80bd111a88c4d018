// The rate behind the payments of a lease, and how it compares with a money factor. Regulation M
// neither demands nor defines a lease rate (12 CFR 1013.4(s)): these figures are for information.
// Example: 18,800.00 to 12,350.00 in 48 payments of 244.69 in advance: 8.49714... % a year.
import { type Fraction, fraction, multiply, ZERO } from '../fraction.ts'
import type { Cents } from '../money.ts'
import type { LeaseTerms } from './lease.ts'

/**
 * The yearly rate (0.085 = 8.5 %) whose twelfth a period makes the payments and the residual worth
 * the adjusted capitalized cost, good to more than 30 decimals. Null where the payments do not
 * cover the depreciation, or where the rate is 1,000 % or more.
 */
export function solveLeaseRate(
  terms: Omit<LeaseTerms, 'rounding'>,
  payment: Cents,
): Fraction | null {
  const { payments, residualValue, adjustedCapitalizedCost } = terms
  const paid = payment * payments + residualValue
  if (paid < adjustedCapitalizedCost) return null
  if (paid === adjustedCapitalizedCost) return ZERO
  const coefficients = worthIn(terms, payment)
  const cost = BigInt(adjustedCapitalizedCost) << BITS
  if (worthAt(coefficients, LEAST_FACTOR).worth >= cost) return null
  const factor = solveDiscount(coefficients, cost)
  return fraction((ONE - factor) * 12n, factor)
}

/**
 * Yearly rate that a money factor stands for: 24 times, or 2,400 in percent. The trade's rule of
 * thumb, since half the depreciation is owed on average.
 */
export function rateOfMoneyFactor(moneyFactor: Fraction): Fraction {
  return multiply(moneyFactor, fraction(24n))
}

// Binary fixed point: powers of a discount factor need a multiplication and a shift each.
const BITS = 128n
const ONE = 1n << BITS

/** At 1,000 % a year: 1 / (1 + 10 / 12). */
const LEAST_FACTOR = (ONE * 6n) / 11n

/** Coefficients of 1, v, v^2 ... in the worth of payments and residual; v discounts one period. */
function worthIn(terms: Omit<LeaseTerms, 'rounding'>, payment: Cents): bigint[] {
  const worth: bigint[] = new Array(terms.payments + 1).fill(BigInt(payment))
  const none = terms.timing === 'in-advance' ? terms.payments : 0
  worth[none] = 0n
  worth[terms.payments] = (worth[terms.payments] ?? 0n) + BigInt(terms.residualValue)
  return worth
}

/**
 * The discount factor at which the worth is `cost`, by Newton's steps down from 1. No coefficient
 * is negative, so the worth rises and bends upwards, and no step goes too far.
 */
function solveDiscount(coefficients: readonly bigint[], cost: bigint): bigint {
  let factor = ONE
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { worth, slope } = worthAt(coefficients, factor)
    const down = ((worth - cost) << BITS) / slope
    if (down <= 0n) return factor
    factor -= down
  }
  throw new Error('broken invariant: the rate of a lease was not found')
}

// Six are enough for the leases there are; hundreds of payments near 1,000 % need most.
const MOST_STEPS = 2_000

function worthAt(coefficients: readonly bigint[], factor: bigint) {
  let [worth, slope] = [0n, 0n]
  for (const coefficient of coefficients.toReversed()) {
    slope = ((slope * factor) >> BITS) + worth
    worth = ((worth * factor) >> BITS) + (coefficient << BITS)
  }
  return { worth, slope }
}

// The base periodic payment of a lease, rounded once by the contract's rule.
// Example: 18,800.00 to 12,350.00 over 48 payments in advance at 8.49714 % a year: 244.69.
// 30,000.00 to 18,000.00 over 36 with a money factor of 0.00125: 333.33 of depreciation and 60.00
// of rent, 393.33.
import { assert } from '../assert.ts'
import { add, type Fraction, fraction, multiply } from '../fraction.ts'
import { type Cents, minus, plus, roundToCents } from '../money.ts'
import type { LeaseContract, LeaseTerms, RentMethod } from './lease.ts'
import { solveLeaseRate } from './lease-rate.ts'

/** The price of a lease, exactly: a money factor a month, or a yearly rate (0.05 = 5 %). */
export type RentPrice =
  | { readonly kind: 'money-factor'; readonly moneyFactor: Fraction }
  | { readonly kind: 'constant-yield'; readonly rate: Fraction }

/** Refuses no payments at all, and a residual above the adjusted capitalized cost. */
export function basePaymentOf(terms: LeaseTerms, price: RentPrice): Cents {
  checkTerms(terms)
  return roundToCents(exactBasePayment(terms, price), terms.rounding)
}

/**
 * The payment before it is rounded, in cents. Both kinds are exact: the money factor adds
 * depreciation / payments and (cost + residual) x factor; the constant yield makes the payments and
 * the residual worth the cost at a twelfth of the rate a period.
 */
export function exactBasePayment(terms: LeaseTerms, price: RentPrice): Fraction {
  if (price.kind === 'money-factor')
    return add(monthlyDepreciation(terms), moneyFactorRent(terms, price.moneyFactor))
  if (price.rate.n === 0n) return monthlyDepreciation(terms)
  return annuityPayment(terms, multiply(price.rate, fraction(1n, 12n)))
}

/** Rent of one month by a money factor, the same in every month. */
export function moneyFactorRent(terms: LeaseTerms, moneyFactor: Fraction): Fraction {
  const base = plus(terms.adjustedCapitalizedCost, terms.residualValue)
  return multiply(fraction(BigInt(base)), moneyFactor)
}

/** Depreciation and any amortized amounts (12 CFR 1013.4(f)(5)). */
export function depreciationOf(
  terms: Pick<LeaseTerms, 'adjustedCapitalizedCost' | 'residualValue'>,
): Cents {
  return minus(terms.adjustedCapitalizedCost, terms.residualValue)
}

/** The price as the contract has it; a rate that it does not print is solved from its payment. */
export function priceOf(contract: LeaseContract): RentPrice {
  const { method } = contract
  if (method.kind === 'money-factor') return { kind: 'money-factor', moneyFactor: factorOf(method) }
  const rate =
    method.rate === null ? solveLeaseRate(contract, contract.basePayment) : inBillion(method.rate)
  assert(rate, 'the payments of a lease cover its depreciation')
  return { kind: 'constant-yield', rate }
}

export function checkTerms(terms: LeaseTerms): void {
  assert(terms.payments > 0, 'a lease needs at least one payment')
  assert(terms.residualValue >= 0, 'a residual value is not below zero')
  assert(depreciationOf(terms) >= 0, 'a residual value is not above the adjusted capitalized cost')
}

function factorOf(method: Extract<RentMethod, { kind: 'money-factor' }>): Fraction {
  const { moneyFactorPpb } = method
  assert(
    Number.isSafeInteger(moneyFactorPpb) && moneyFactorPpb >= 0,
    `not a money factor: ${moneyFactorPpb}`,
  )
  return inBillion(moneyFactorPpb)
}

function inBillion(parts: number): Fraction {
  return fraction(BigInt(parts), 1_000_000_000n)
}

function monthlyDepreciation(terms: LeaseTerms): Fraction {
  return fraction(BigInt(depreciationOf(terms)), BigInt(terms.payments))
}

/**
 * (cost x g^n - residual) x i / (g^n - 1) with g = 1 + i, divided by g when paid in advance; on
 * whole numbers, so that half a cent stays half a cent. The result is not reduced.
 */
function annuityPayment(terms: LeaseTerms, period: Fraction): Fraction {
  const count = BigInt(terms.payments)
  const growth = period.d + period.n
  const [grown, base] = [growth ** count, period.d ** count]
  const cost = BigInt(terms.adjustedCapitalizedCost)
  const n = (cost * grown - BigInt(terms.residualValue) * base) * period.n
  const d = grown - base
  return terms.timing === 'in-advance' ? { n, d: d * growth } : { n, d: d * period.d }
}

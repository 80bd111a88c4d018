// The signed terms of a motor vehicle lease, named as Regulation M names them (12 CFR 1013.4),
// every convention a field: nothing is inferred later.
// Example: gross 22,300.00 less 3,500.00 at signing = 18,800.00, residual 12,350.00, 48 payments of
// 244.69 in advance with 12.25 of tax.
import { addMonths, type CivilDate } from '../calendar.ts'
import type { Cents, RatePpb, Rounding } from '../money.ts'
import type { LateChargeRule } from './loan.ts'
import { dueDate } from './schedule.ts'

/** When the payments of a lease fall: the first one at signing, or one period after. */
export type PaymentTiming = 'in-advance' | 'in-arrears'

/**
 * How the contract spreads the rent over the term. Regulation M demands no rate (12 CFR 1013.4(s)),
 * so a rate that the contract does not print is solved when needed and never stored: `rate` null.
 * `moneyFactorPpb` is exact, in parts per billion (0.00125 = 1_250_000).
 */
export type RentMethod =
  | { readonly kind: 'money-factor'; readonly moneyFactorPpb: number }
  | { readonly kind: 'constant-yield'; readonly rate: RatePpb | null }

/** A tax on each base payment, rounded by itself. `citation` names its law (12 CFR 1013.4(n)). */
export type PaymentTax = {
  readonly name: string
  readonly percentPpb: RatePpb
  readonly citation: string
}

/** One named amount of the contract: a title fee or a tax at signing, an end-of-term fee. */
export type NamedCharge = {
  readonly name: string
  readonly amount: Cents
  readonly citation: string
}

/** The right to buy at the end of the term: its price and the fee for using it (1013.4(i)(1)). */
export type PurchaseOption = { readonly price: Cents; readonly fee: Cents }

/** Miles that the payment covers, and the price of one more (1013.4(h)(3)). */
export type MileageTerms = {
  readonly milesPerYear: number
  readonly excessPerMile: Cents
}

export type LeaseContract = {
  readonly kind: 'lease'
  /** Agreed value of the vehicle and all else paid over the term (1013.2(f), 1013.4(f)(1)). */
  readonly grossCapitalizedCost: Cents
  /** Trade-in, rebate, noncash credit and cash that lower it (1013.4(f)(2)). */
  readonly capitalizedCostReduction: Cents
  /** The difference of the two, from which the base payment is made (1013.4(f)(3)). */
  readonly adjustedCapitalizedCost: Cents
  /** Value at the end of the term that the base payment was made with (1013.4(f)(4)). */
  readonly residualValue: Cents
  /** Number of payments (1013.4(f)(8)). */
  readonly payments: number
  readonly frequency: 'monthly'
  readonly timing: PaymentTiming
  readonly method: RentMethod
  /** The base periodic payment as printed (1013.4(f)(9)). */
  readonly basePayment: Cents
  /** Taxes in each payment (1013.4(f)(10)). */
  readonly paymentTaxes: readonly PaymentTax[]
  /** First day of the term: consummation or delivery. */
  readonly start: CivilDate
  /** Due date of the first payment; with payments in advance the day of signing. */
  readonly firstDue: CivilDate
  /** Due date of the second, whose day the later ones keep; null: a month after the first. */
  readonly secondDue: CivilDate | null
  readonly termMonths: number
  readonly rounding: Rounding
  /** Title, registration, taxes and other amounts due at signing (1013.4(b) and (n)). */
  readonly signingCharges: readonly NamedCharge[]
  /** Charged by the lessor for making the lease, inside the gross capitalized cost or zero. */
  readonly acquisitionFee: Cents
  /** Refundable, due at signing (1013.4(b)). */
  readonly securityDeposit: Cents
  /** Due when the vehicle is turned in (1013.4(d)). */
  readonly dispositionFee: Cents
  /** Null: the contract says that there is none. */
  readonly purchaseOption: PurchaseOption | null
  /** Null: the contract sets no limit. */
  readonly mileage: MileageTerms | null
  /** Percent of the total periodic payment (1013.4(q)). */
  readonly lateCharge: LateChargeRule | null
  /** Name of the lender's rule set in force at signing. */
  readonly ruleVersion: string
}

/** What the payment of a lease is made from. */
export type LeaseTerms = Pick<
  LeaseContract,
  'adjustedCapitalizedCost' | 'residualValue' | 'payments' | 'timing' | 'rounding'
>

type DueTerms = Pick<LeaseContract, 'start' | 'firstDue' | 'secondDue'>

/** Due date of payment `number` (1 = first; one past the last is where it would have followed). */
export function leaseDueDate(contract: DueTerms, number: number): CivilDate {
  const { start, firstDue, secondDue } = contract
  if (number === 1 || secondDue === null)
    return dueDate({ start, firstDue, frequency: 'monthly' }, number)
  return dueDate({ start, firstDue: secondDue, frequency: 'monthly' }, number - 1)
}

/** The day on which the term ends as scheduled. */
export function scheduledEnd(contract: Pick<LeaseContract, 'start' | 'termMonths'>): CivilDate {
  return addMonths(contract.start, contract.termMonths)
}

// The signed terms of a retail installment contract, every convention a field: nothing is inferred
// later.
// Example: 20,000.00 at 5.49 % over 60 months from 2026-01-15, first due 2026-02-15, actual/365,
// half up.
import type { CivilDate } from '../calendar.ts'
import type { Cents, RatePpb, Rounding } from '../money.ts'
import type { DayCount, YearEnd } from './day-count.ts'
import type { Extension, Frequency } from './schedule.ts'

/** The four places of an account to which a payment can go. */
export type Bucket = 'interest' | 'principal' | 'lateCharges' | 'fees'

export const BUCKETS: readonly Bucket[] = ['interest', 'principal', 'lateCharges', 'fees']

/**
 * When and how much a late charge may be. `percentPpb` is of the installment; null bounds do not
 * bind. `citation` names the law or clause; a rule without one never charges (DOMAIN.md 10.7).
 */
export type LateChargeRule = {
  readonly graceDays: number
  readonly percentPpb: RatePpb
  readonly minimum: Cents
  readonly maximum: Cents | null
  readonly citation: string
}

/**
 * How exact interest becomes cents. `dailyRateDecimals` cuts the daily rate first (null = exact).
 */
export type InterestConvention = {
  readonly dayCount: DayCount
  readonly yearEnd: YearEnd
  readonly rounding: Rounding
  readonly dailyRateDecimals: number | null
  readonly carryFractions: boolean
}

export type LoanContract = InterestConvention & {
  readonly kind: 'loan'
  /** Amount financed. */
  readonly principal: Cents
  readonly rate: RatePpb
  /** First day on which interest runs (consummation or disbursement). */
  readonly start: CivilDate
  readonly firstDue: CivilDate
  /** Number of installments. */
  readonly payments: number
  readonly frequency: Frequency
  /** The level installment printed in the contract. */
  readonly payment: Cents
  /** Order of payment application; each bucket exactly once. */
  readonly waterfall: readonly Bucket[]
  /** A remainder up to this amount is written off when the account is paid off. */
  readonly smallRemainder: Cents
  readonly lateCharge: LateChargeRule | null
  /** Granted since the signing; a contract as signed has none. */
  readonly extensions?: readonly Extension[]
  /** Name of the lender's rule set in force at signing. */
  readonly ruleVersion: string
}

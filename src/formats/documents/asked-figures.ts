// What the papers say that an account can have at any time, without whose it is: dates, cents and
// the words of a permission.
import type { Coupon } from '#src/domain/account/statement/coupons.ts'
import type { ScheduleOfLoan } from '#src/domain/account/statement/schedule-of-loan.ts'
import type { YearOfLoan } from '#src/domain/account/statement/year-of-loan.ts'
import type { AutopayTerms } from '#src/domain/autopay/autopay-terms.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { VehicleInterestRule } from '#src/domain/regions/us-vehicle-interest.ts'

/** `on` is the last day of the year. */
export type YearInterestFigures = YearOfLoan & {
  readonly kind: 'yearInterest'
  readonly on: CivilDate
}

/** `on` is the last day of the tax year. */
export type VehicleInterestFigures = {
  readonly kind: 'vehicleInterest'
  readonly on: CivilDate
  readonly year: number
  readonly since: CivilDate
  readonly isWhole: boolean
  readonly interest: Cents
  /** Principal at the beginning of `since`. */
  readonly opening: Cents
  /** The day on which the loan was made. */
  readonly made: CivilDate
  /** In full; null where none is known. */
  readonly vin: string | null
  readonly rule: VehicleInterestRule
}

export type AmortizationFigures = ScheduleOfLoan & { readonly kind: 'amortization' }

/** `on` and `through` are the due dates of the first and the last one. */
export type CouponFigures = {
  readonly kind: 'coupons'
  readonly on: CivilDate
  readonly through: CivilDate
  /** In full: a check that comes with a coupon is posted by it. */
  readonly accountNumber: string
  readonly coupons: readonly Coupon[]
}

/** `on` is the day on which it was given. */
export type AutopayCopyFigures = {
  readonly kind: 'autopayCopy'
  readonly on: CivilDate
  /** ISO. */
  readonly authorizedAt: string
  readonly by: string
  /** Word for word as it was shown and agreed to. */
  readonly text: string
  readonly terms: AutopayTerms
}

export type AskedFigures =
  | YearInterestFigures
  | VehicleInterestFigures
  | AmortizationFigures
  | CouponFigures
  | AutopayCopyFigures

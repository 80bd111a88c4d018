// Interest of vehicle loans that a lender in the United States must tell its customers of.
// Example: 812.40 received in 2026 on a loan made on 2025-03-01: told of by 2027-01-31.
import { type CivilDate, date } from '../calendar.ts'
import { type Cents, cents } from '../money.ts'

export type VehicleInterestRule = {
  /** Tax years. */
  readonly from: number
  readonly through: number
  /** Loans of later days only. */
  readonly madeAfter: CivilDate
  /** Received in the year, or more. */
  readonly least: Cents
  readonly citation: string
}

/** Dated: what a later law says is a row of its own. */
const RULES: readonly VehicleInterestRule[] = [
  {
    from: 2025,
    through: 2028,
    madeAfter: date('2024-12-31'),
    least: cents(60_000),
    citation: '26 USC 6050AA, 163(h)(4)',
  },
]

/** Null where nothing has to be told by what is known of the loan. */
export function vehicleInterestRule(of: {
  readonly year: number
  /** The day on which the loan was made. */
  readonly made: CivilDate
  readonly interest: Cents
}): VehicleInterestRule | null {
  const { year, made, interest } = of
  return (
    RULES.find(
      ({ from, through, madeAfter, least }) =>
        from <= year && year <= through && made > madeAfter && interest >= least,
    ) ?? null
  )
}

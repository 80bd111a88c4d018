// Miles that a lease's payments cover (12 CFR 1013.4(h)(3)), for the whole term and, day by day, so
// far.
// Example: 12,000 miles a year over 36 months are 36,000; after 975 of 1,095 days, 32,054.
import { type CivilDate, daysBetween, earlier, later } from '../calendar.ts'
import { type LeaseContract, scheduledEnd } from '../contract/lease.ts'

export type MileageAllowance = {
  readonly miles: number
  /** Whole miles up to the day, an equal share for each day of the term. */
  readonly soFar: number
  readonly daysSoFar: number
  readonly days: number
}

/** Null when the contract sets no limit. */
export function mileageAllowance(contract: LeaseContract, on: CivilDate): MileageAllowance | null {
  const { mileage, start, termMonths } = contract
  if (mileage === null) return null
  const end = scheduledEnd(contract)
  const days = daysBetween(start, end)
  const daysSoFar = daysBetween(start, later(start, earlier(on, end)))
  const miles = Math.round((mileage.milesPerYear * termMonths) / 12)
  return { miles, soFar: Math.floor((miles * daysSoFar) / days), daysSoFar, days }
}

// What holds wherever a contract or schedule is given: how exact interest becomes cents, and where
// our calendar ends.
import { type CivilDate, partsOf } from '#src/domain/calendar.ts'
import { DAY_COUNTS } from '#src/domain/contract/day-count.ts'
import { type Frequency, periodsPerYear } from '#src/domain/contract/schedule.ts'
import { choice, wholeNumber, yesOrNo } from './fields.ts'

/** Each may be left out; the first of its values is meant then. */
export function conventionFields() {
  return {
    dayCount: choice(DAY_COUNTS).default('actual/365'),
    yearEnd: choice(['old', 'new']).default('old'),
    rounding: choice(['half-up', 'half-even', 'cut']).default('half-up'),
    dailyRateDecimals: wholeNumber({ least: 0, most: 18 }).nullable().default(null),
    carryFractions: yesOrNo().default(false),
  }
}

/** Our calendar ends with 2199; one year is left for the due date after the last one. */
const LAST_YEAR = 2198

export const TOO_LATE = `Give fewer: they must end in the year ${LAST_YEAR} or before.`

/** Whether the due dates, moved on by some months, leave the calendar. */
export function endsTooLate(
  terms: { firstDue: CivilDate; payments: number; frequency: Frequency },
  monthsMore: number,
): boolean {
  const years = terms.payments / periodsPerYear(terms.frequency) + monthsMore / 12
  return partsOf(terms.firstDue).year + Math.ceil(years) > LAST_YEAR
}

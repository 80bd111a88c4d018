// Our calendar ends with the year 2199: a schedule that runs beyond it is refused.
import { type CivilDate, partsOf } from '#src/domain/calendar.ts'
import { type Frequency, periodsPerYear } from '#src/domain/contract/schedule.ts'

/** One year is left for the due date after the last one. */
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

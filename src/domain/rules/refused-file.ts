// What may become of a file that the lender's bank refused: until when its entries may go again.
// Five banking days are ours (decision 0022): the permission names a day, a delay of days is still
// that debit, and after a week its owner would not know it again.
// Example: a file of Tuesday 2026-11-24 goes again by the cutoff of Wednesday 2026-12-02.
import type { CivilDate } from '../calendar.ts'
import { addBankingDays } from '../regions/us-banking-days.ts'

/** The last banking day at whose cutoff entries of a refused file of `sentOn` may go again. */
export function sendAgainUntil(sentOn: CivilDate): CivilDate {
  return addBankingDays(sentOn, 5)
}

// Until when a bank may send a return, by its reason code. A later one may be dishonored (R68).
// Source: the table of apidocs.paynearme.com, ACH return codes.
// Example: a debit that settled on Monday 2026-12-07 may come back as R01 until 2026-12-09, as R10
// until 2027-02-05.
import { addDays, type CivilDate, date, partsOf } from '../calendar.ts'
import { addBankingDays } from '../regions/us-banking-days.ts'

/** The last day for a return of an entry that settled on a day; null where no days are set. */
export function returnUntil(code: string, settledOn: CivilDate): CivilDate | null {
  if (SIXTY_DAYS.has(code)) return addDays(settledOn, 60)
  return TWO_BANKING_DAYS.has(code) ? addBankingDays(settledOn, 2) : null
}

const SIXTY_DAYS: ReadonlySet<string> = new Set([
  ...['R05', 'R07', 'R10', 'R11', 'R33', 'R37', 'R38', 'R51', 'R52', 'R53'],
])

const TWO_BANKING_DAYS: ReadonlySet<string> = new Set([
  ...['R01', 'R02', 'R03', 'R04', 'R08', 'R09', 'R12', 'R14', 'R15', 'R16', 'R17', 'R20', 'R21'],
  ...['R22', 'R24', 'R29'],
])

/**
 * The date of a settlement day, the day of the year in three digits that operators write: the last
 * one up to some days after `receivedOn`, for a file may come before its entries settle. Null when
 * it is no day of a year.
 */
export function dateOfSettlement(settlementDay: string, receivedOn: CivilDate): CivilDate | null {
  if (!/^\d{3}$/.test(settlementDay)) return null
  const latest = addDays(receivedOn, DAYS_AHEAD)
  const year = partsOf(latest).year
  return (
    inYear(Number(settlementDay), { year, latest }) ??
    inYear(Number(settlementDay), { year: year - 1, latest })
  )
}

const DAYS_AHEAD = 7

function inYear(
  dayOfYear: number,
  { year, latest }: { year: number; latest: CivilDate },
): CivilDate | null {
  if (dayOfYear < 1) return null
  const day = addDays(date(`${year}-01-01`), dayOfYear - 1)
  return partsOf(day).year === year && day <= latest ? day : null
}

// Banking days of the United States: Monday to Friday unless the Federal Reserve Banks are closed.
// A holiday on Sunday closes the Monday after it; one on Saturday closes nothing, the Friday before
// stays open.
// Example: addBankingDays('2022-06-17', 1) = '2022-06-21', for Juneteenth 2022 was a Sunday.
import { assert } from '../assert.ts'
import { addDays, type CivilDate, dayOfWeek, fromParts, partsOf } from '../calendar.ts'

/** Legal public holidays on which the Reserve Banks close (5 USC 6103(a)). */
export type BankHoliday =
  | 'newYearsDay'
  | 'martinLutherKingDay'
  | 'washingtonsBirthday'
  | 'memorialDay'
  | 'juneteenth'
  | 'independenceDay'
  | 'laborDay'
  | 'columbusDay'
  | 'veteransDay'
  | 'thanksgivingDay'
  | 'christmasDay'

/** Whether entries settle on this day. Years 1970 to 2199. */
export function isBankingDay(day: CivilDate): boolean {
  return dayOfWeek(day) <= FRIDAY && closedDayName(day) === null
}

/**
 * The holiday that closes the Reserve Banks on this weekday; null on open days and on weekends.
 * Years 1970 to 2199.
 */
export function closedDayName(day: CivilDate): BankHoliday | null {
  if (dayOfWeek(day) > FRIDAY) return null
  const own = holidayOn(day)
  if (own !== null) return own
  return dayOfWeek(day) === MONDAY ? holidayOn(addDays(day, -1)) : null
}

/** The first banking day after this one. */
export function nextBankingDay(day: CivilDate): CivilDate {
  return addBankingDays(day, 1)
}

/**
 * The banking day that lies `count` banking days after this one, before it when negative.
 * With 0 a banking day stays, and any other day moves to the first banking day after it.
 */
export function addBankingDays(day: CivilDate, count: number): CivilDate {
  assert(Number.isSafeInteger(count), `not a whole number of banking days: ${count}`)
  if (count === 0) return isBankingDay(day) ? day : addBankingDays(day, 1)
  const step = count > 0 ? 1 : -1
  let at = day
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step)
    if (isBankingDay(at)) left -= 1
  }
  return at
}

const MONDAY = 1
const THURSDAY = 4
const FRIDAY = 5

type YearRule = (year: number) => CivilDate | null

/** Where each holiday falls by law; null in years before it existed. */
const HOLIDAYS: readonly (readonly [BankHoliday, YearRule])[] = [
  ['newYearsDay', (year) => fromParts({ year, month: 1, day: 1 })],
  // Pub. L. 98-144: first kept in 1986.
  ['martinLutherKingDay', (year) => (year < 1986 ? null : nth(3, { year, month: 1 }))],
  ['washingtonsBirthday', washingtonsBirthday],
  ['memorialDay', memorialDay],
  // Pub. L. 117-17 of 2021-06-17; that year it was a Saturday, and the Reserve Banks first closed
  // for it in 2022.
  ['juneteenth', (year) => (year < 2022 ? null : fromParts({ year, month: 6, day: 19 }))],
  ['independenceDay', (year) => fromParts({ year, month: 7, day: 4 })],
  ['laborDay', (year) => nth(1, { year, month: 9 })],
  ['columbusDay', (year) => (year < UNIFORM_MONDAYS ? null : nth(2, { year, month: 10 }))],
  ['veteransDay', veteransDay],
  ['thanksgivingDay', (year) => nth(4, { year, month: 11, weekday: THURSDAY })],
  ['christmasDay', (year) => fromParts({ year, month: 12, day: 25 })],
]

/** Pub. L. 90-363, in force from 1971. */
const UNIFORM_MONDAYS = 1971

function holidayOn(day: CivilDate): BankHoliday | null {
  const { year } = partsOf(day)
  assert(year >= 1970, `no banking days before 1970: ${day}`)
  return holidaysOf(year).get(day) ?? null
}

const holidaysByYear = new Map<number, ReadonlyMap<CivilDate, BankHoliday>>()

/** The holidays of a year by date; made once, for a page asks about hundreds of days. */
function holidaysOf(year: number): ReadonlyMap<CivilDate, BankHoliday> {
  const known = holidaysByYear.get(year)
  if (known) return known
  const made = new Map<CivilDate, BankHoliday>()
  for (const [name, rule] of HOLIDAYS) {
    const day = rule(year)
    if (day) made.set(day, name)
  }
  holidaysByYear.set(year, made)
  return made
}

function washingtonsBirthday(year: number): CivilDate {
  return year < UNIFORM_MONDAYS
    ? fromParts({ year, month: 2, day: 22 })
    : nth(3, { year, month: 2 })
}

function memorialDay(year: number): CivilDate {
  const thirtyFirst = fromParts({ year, month: 5, day: 31 })
  return year < UNIFORM_MONDAYS
    ? fromParts({ year, month: 5, day: 30 })
    : addDays(thirtyFirst, MONDAY - dayOfWeek(thirtyFirst))
}

/** Moved to October by Pub. L. 90-363 and back to 11 November by Pub. L. 94-97 from 1978. */
function veteransDay(year: number): CivilDate {
  return year >= UNIFORM_MONDAYS && year < 1978
    ? nth(4, { year, month: 10 })
    : fromParts({ year, month: 11, day: 11 })
}

/** The nth Monday, or other weekday, of a month. */
function nth(count: number, of: { year: number; month: number; weekday?: number }): CivilDate {
  const first = fromParts({ year: of.year, month: of.month, day: 1 })
  const toWeekday = ((of.weekday ?? MONDAY) - dayOfWeek(first) + 7) % 7
  return addDays(first, toWeekday + (count - 1) * 7)
}

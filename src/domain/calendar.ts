// Civil dates: no clock, no zone. A date is its ISO text, so that it compares, stores and prints as
// itself.
// Example: addMonths('2026-01-31', 1) = '2026-02-28'; daysBetween('2026-01-15', '2026-02-15') = 31.
import { Temporal } from 'temporal-polyfill'
import { assert } from './assert.ts'

declare const dateBrand: unique symbol

/** A real calendar date as "YYYY-MM-DD", years 1900 to 2199. `<` and `===` compare dates. */
export type CivilDate = string & { readonly [dateBrand]: true }

/** Null unless the text is a real date in ISO form between 1900 and 2199. */
export function parseDate(text: string): CivilDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const { year, month, day } = partsOf(text as CivilDate)
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return null
  return day >= 1 && day <= daysInMonth(year, month) ? (text as CivilDate) : null
}

/** For literals and trusted rows: throws when the text is not a date. */
export function date(text: string): CivilDate {
  const parsed = parseDate(text)
  assert(parsed, `not a date: ${text}`)
  return parsed
}

/** The civil date at a moment in a zone, e.g. ('2026-11-24T16:48:00Z', 'America/New_York'). */
export function dateInZone(instant: string, zone: string): CivilDate {
  return date(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString())
}

/** The moment at which the clocks of `zone` show `time` ("17:00") on `day`, as ISO text in UTC. */
export function momentInZone(day: CivilDate, at: { time: string; zone: string }): string {
  const key = `${day}T${at.time}`
  const known = at.zone === momentsZone ? moments.get(key) : undefined
  if (known !== undefined) return known
  if (at.zone !== momentsZone || moments.size >= MOST_MOMENTS) moments.clear()
  momentsZone = at.zone
  const instant = Temporal.PlainDateTime.from(key).toZonedDateTime(at.zone).toInstant()
  // The clock's form, so that moments compare as text.
  const moment = instant.toString({ fractionalSecondDigits: 3 })
  moments.set(key, moment)
  return moment
}

// A zone's clock is looked up in tables: the cutoffs of the days around today are asked for again
// and again, nearly always in the lender's one zone.
const MOST_MOMENTS = 1000
const moments = new Map<string, string>()
let momentsZone = ''

/** Whole nights from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from)
}

export function addDays(day: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(day) + days)
}

/** Same day of a later month; the last day of a shorter month when that day does not exist. */
export function addMonths(day: CivilDate, months: number): CivilDate {
  const parts = partsOf(day)
  const index = parts.year * 12 + parts.month - 1 + months
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return textOf({ year, month, day: Math.min(parts.day, daysInMonth(year, month)) })
}

/** 1 = Monday to 7 = Sunday. */
export function dayOfWeek(day: CivilDate): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

export function partsOf(day: CivilDate): { year: number; month: number; day: number } {
  return {
    year: twoDigits(day, 0) * 100 + twoDigits(day, 2),
    month: twoDigits(day, 5),
    day: twoDigits(day, 8),
  }
}

// By character codes: a page takes thousands of dates apart, and cutting out text costs more.
function twoDigits(day: CivilDate, at: number): number {
  return (day.charCodeAt(at) - ZERO_CODE) * 10 + day.charCodeAt(at + 1) - ZERO_CODE
}

const ZERO_CODE = 48

export function fromParts(parts: { year: number; month: number; day: number }): CivilDate {
  return date(textOf(parts))
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b
}

export function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b
}

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar, by counting from 1 March so that leap
 * days come last.
 */
export function dayNumber(day: CivilDate): number {
  const { year, month, day: dom } = partsOf(day)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dom - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The date that many days after 1970-01-01: the way back from `dayNumber`. */
function fromDayNumber(days: number): CivilDate {
  const at = days - FIRST_DAY_NUMBER
  const known = DAYS[at]
  if (known !== undefined) return known
  const day = workedOut(days)
  if (at >= 0 && at < DAYS.length) DAYS[at] = day
  return day
}

// Each day's text is made once: a close of day asks for millions.
const FIRST_DAY_NUMBER = dayNumber('1900-01-01' as CivilDate)
const DAYS: (CivilDate | undefined)[] = Array.from({ length: 300 * 366 })

function workedOut(days: number): CivilDate {
  const sinceMarch0 = days + 719_468
  const era = Math.floor(sinceMarch0 / 146_097)
  const dayOfEra = sinceMarch0 - era * 146_097
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return textOf({ year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day })
}

/** Kept likewise. */
function textOf(parts: { year: number; month: number; day: number }): CivilDate {
  const at = ((parts.year - 1900) * 12 + parts.month - 1) * 31 + parts.day - 1
  const known = TEXTS[at]
  if (known !== undefined) return known
  const text = `${String(parts.year).padStart(4, '0')}-${two(parts.month)}-${two(parts.day)}`
  if (at >= 0 && at < TEXTS.length) TEXTS[at] = text as CivilDate
  return text as CivilDate
}

const TEXTS: (CivilDate | undefined)[] = Array.from({ length: 300 * 12 * 31 })

// Not inside `textOf`: hundreds of dates are written for one page.
function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

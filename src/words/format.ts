// Money, dates and times as people read them. US conventions in both languages; the minus sign is
// U+2212.
import { type CivilDate, dateInZone, daysBetween, partsOf } from '#src/domain/calendar.ts'
import { type Fraction, toDecimal } from '#src/domain/fraction.ts'
import { type Cents, type RatePpb, toPercent } from '#src/domain/money.ts'
import type { Locale } from './locale.ts'

const REGION: Record<Locale, string> = { en: 'en-US', es: 'es-US' }

const moneyFormats = {
  en: new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' }),
  es: new Intl.NumberFormat('es-US', { style: 'currency', currency: 'USD' }),
}

/** "$14,445.74"; negative amounts with U+2212. */
export function formatMoney(amount: Cents, locale: Locale): string {
  const text = moneyFormats[locale].format(Math.abs(amount) / 100)
  return amount < 0 ? `\u2212${text}` : text
}

/** An exact number of cents as dollars with six decimals: "$2.168231". */
export function formatExact(exactCents: Fraction): string {
  return `$${toDecimal({ n: exactCents.n, d: exactCents.d * 100n }, 6)}`
}

const countFormats = { en: new Intl.NumberFormat('en-US'), es: new Intl.NumberFormat('es-US') }

/** "36,000". */
export function formatCount(count: number, locale: Locale): string {
  return countFormats[locale].format(count)
}

/** "5.49%". */
export function formatRate(rate: RatePpb): string {
  return `${toPercent(rate)}%`
}

/**
 * full "Saturday, December 5, 2026" · long "Saturday, December 5" · day "December 5" · dated
 * "December 5, 2026" short "Dec 5" · shortDated "Dec 5, 2026" · weekday "Sat, Dec 5" · weekdayDated
 * "Sat, Dec 5, 2026" · month "December 2026"
 */
export type DateStyle =
  | 'full'
  | 'long'
  | 'day'
  | 'dated'
  | 'short'
  | 'shortDated'
  | 'weekday'
  | 'weekdayDated'
  | 'month'

const DATE_OPTIONS: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  long: { weekday: 'long', month: 'long', day: 'numeric' },
  day: { month: 'long', day: 'numeric' },
  dated: { year: 'numeric', month: 'long', day: 'numeric' },
  short: { month: 'short', day: 'numeric' },
  shortDated: { year: 'numeric', month: 'short', day: 'numeric' },
  weekday: { weekday: 'short', month: 'short', day: 'numeric' },
  weekdayDated: { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
}

export function formatDate(day: CivilDate, locale: Locale, style: DateStyle): string {
  const { year, month, day: dom } = partsOf(day)
  return spelled(dateFormat(locale, style).format(Date.UTC(year, month - 1, dom)), locale)
}

/** In a Spanish sentence no comma parts the day of the week from its date: "el jueves 26 de …". */
function spelled(text: string, locale: Locale): string {
  return locale === 'es' ? text.replace(/^(\p{L}+),/u, '$1') : text
}

function dateFormat(locale: Locale, style: DateStyle): Intl.DateTimeFormat {
  return formatKept(`${locale} ${style}`, () => {
    return new Intl.DateTimeFormat(REGION[locale], { timeZone: 'UTC', ...DATE_OPTIONS[style] })
  })
}

/** Making one costs hundreds of times what it costs to use it; zones are few. */
function formatKept(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = formats.get(key)
  if (known) return known
  const made = make()
  formats.set(key, made)
  return made
}

const formats = new Map<string, Intl.DateTimeFormat>()

const WITH_YEAR: Readonly<Partial<Record<DateStyle, DateStyle>>> = {
  ...{ long: 'full', day: 'dated', short: 'shortDated', weekday: 'weekdayDated' },
}

/** So many days before and after nobody asks which year is meant. */
const DAYS_WITHOUT_YEAR = 300

/** As `formatDate`, and with its year where the day is long ago or far ahead of `today`. */
export function formatDateFrom(
  today: CivilDate,
  day: CivilDate,
  at: { locale: Locale; style: DateStyle },
): string {
  const isNear = Math.abs(daysBetween(today, day)) <= DAYS_WITHOUT_YEAR
  const style = isNear ? at.style : (WITH_YEAR[at.style] ?? at.style)
  return formatDate(day, at.locale, style)
}

/**
 * A moment in the lender's zone: "Tue, Nov 24, 11:52 am ET", and long before or after `now` "Mon,
 * Nov 24, 2025, 11:52 am ET".
 */
export function formatMoment(
  instant: string,
  at: { zone: string; locale: Locale; now: string },
): string {
  const [today, day] = [dateInZone(at.now, at.zone), dateInZone(instant, at.zone)]
  const written = formatDateFrom(today, day, { locale: at.locale, style: 'weekday' })
  return `${written}, ${formatTime(instant, at)}`
}

/** The time of a moment with its zone: "11:52 am ET". */
export function formatTime(instant: string, at: { zone: string; locale: Locale }): string {
  // Every page says when its session ends, for many people in the same minute, and the name of a
  // zone is looked up slowly. Our moments are ISO text in UTC, whose minute is its beginning.
  if (!/^[\d-]{10}T[\d:]{8}[\d.]*Z$/.test(instant)) return timeOf(instant, at)
  const minute = instant.slice(0, 16)
  const key = `${minute} ${at.locale} ${at.zone}`
  const known = times.get(key)
  if (known !== undefined) return known
  if (times.size >= MOST_TIMES) times.clear()
  const time = timeOf(`${minute}Z`, at)
  times.set(key, time)
  return time
}

const MOST_TIMES = 1_000
const times = new Map<string, string>()

function timeOf(instant: string, at: { zone: string; locale: Locale }): string {
  const parts = timeFormat(at.zone).formatToParts(new Date(instant))
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? ''
  const half = part('dayPeriod').toLowerCase()
  const minutes = part('minute') === '00' ? '' : `:${part('minute')}`
  const period = at.locale === 'es' ? (half === 'am' ? 'a.\u00a0m.' : 'p.\u00a0m.') : half
  return `${part('hour')}${minutes} ${period} ${part('timeZoneName')}`
}

function timeFormat(zone: string): Intl.DateTimeFormat {
  return formatKept(`time ${zone}`, () => {
    const parts = { hour: 'numeric', minute: '2-digit', hour12: true } as const
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      ...parts,
      timeZoneName: 'shortGeneric',
    })
  })
}

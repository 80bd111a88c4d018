// How the person who asks reads: language, the lender's time zone, and the formats of both.
import { type CivilDate, dateInZone } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import {
  type DateStyle,
  formatDate,
  formatDateFrom,
  formatMoment,
  formatMoney,
  formatTime,
} from '#src/words/format.ts'
import type { Locale } from '#src/words/locale.ts'
import type { Words } from '#src/words/words.ts'
import type { WebContext } from './request-context.ts'

export type Reader = {
  readonly words: Words
  readonly locale: Locale
  readonly money: (amount: Cents) => string
  /** With its year in any style, where it is long ago or far ahead. */
  readonly date: (day: CivilDate, style: DateStyle) => string
  /** "Nov 24, 2026", the day of a moment. */
  readonly day: (instant: string) => string
  /** "Tue, Nov 24, 11:52 am ET", with its year where it is long ago */
  readonly moment: (instant: string) => string
  /** "11:52 am ET" */
  readonly time: (instant: string) => string
}

export function readerOf(c: WebContext): Reader {
  const locale = c.get('locale')
  const { config, clock } = c.get('web')
  const at = { zone: config.lender.timeZone, locale, now: clock.now() }
  const today = dateInZone(at.now, at.zone)
  return {
    words: c.get('words'),
    locale,
    money: (amount) => formatMoney(amount, locale),
    date: (day, style) => formatDateFrom(today, day, { locale, style }),
    day: (instant) => formatDate(dateInZone(instant, at.zone), locale, 'shortDated'),
    moment: (instant) => formatMoment(instant, at),
    time: (instant) => formatTime(instant, at),
  }
}

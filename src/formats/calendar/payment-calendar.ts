// Due dates and debits as a calendar program reads them (RFC 5545). Days without a time of day:
// a due date is the same day wherever it is read.
import ical from 'ical-generator'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { formatDate, formatMoney } from '#src/words/format.ts'
import type { Locale } from '#src/words/locale.ts'
import { words } from '#src/words/words.ts'

export type CalendarDay = {
  /** `other`: the co-borrower's, of whose bank nothing is said. */
  readonly kind: 'due' | 'debit' | 'payment' | 'other'
  /** Names it for good. */
  readonly uid: string
  readonly on: CivilDate
  readonly amount: Cents
  /** The day on which it counts as paid. */
  readonly counts: CivilDate
}

export type PaymentCalendarFacts = {
  readonly locale: Locale
  readonly lender: string
  readonly days: readonly CalendarDay[]
  /** Grows with each change of the account, and with each day. */
  readonly sequence: number
  readonly revisedAt: string
}

const REFRESH_SECONDS = 6 * 60 * 60

export function paymentCalendar(facts: PaymentCalendarFacts): string {
  const { locale, lender, days, sequence, revisedAt } = facts
  const w = words(locale).yourData.calendar.feed
  const calendar = ical({
    name: w.name(lender),
    prodId: { company: lender, product: 'Keyturn', language: locale.toUpperCase() },
    ttl: REFRESH_SECONDS,
  })
  for (const { kind, uid, on, amount, counts } of days) {
    const paid = formatMoney(amount, locale)
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: new Date(revisedAt),
      lastModified: new Date(revisedAt),
      start: on,
      allDay: true,
      summary: w.entries[kind](paid),
      ...(counts !== on && { description: w.counts(formatDate(counts, locale, 'dated')) }),
    })
  }
  return calendar.toString()
}

// Whether a month that a prior servicer reported can follow what is on the books. Months come one
// by one and in order.
// Example: after a month that ends on 2017-01-31 only one that begins on 2017-02-01 can be added.
import type { AccountEvent, ReportedMonth } from '#src/domain/account/event.ts'
import { addDays } from '#src/domain/calendar.ts'
import { toDollars } from '#src/domain/money.ts'

export type MonthVerdict =
  /** `warning` where the balance does not continue that of the month before. */
  | { readonly kind: 'add'; readonly warning: string | null }
  | { readonly kind: 'there' }
  | { readonly kind: 'refuse'; readonly reason: string }

/**
 * `events` are all events of the account. The same month with the same figures is already there.
 */
export function judgeMonth(events: readonly AccountEvent[], month: ReportedMonth): MonthVerdict {
  const payloads = events.map((event) => event.payload)
  const reported = payloads.filter((payload) => payload.kind === 'reportedMonth')
  const same = reported.find((known) => known.periodEnd === month.periodEnd)
  if (same) return isSame(same, month) ? { kind: 'there' } : refuse(OTHER_FIGURES)
  if (payloads.some((payload) => payload.kind === 'payment')) return refuse(SERVICED_HERE)
  const last = reported.reduce<ReportedMonth | null>(
    (latest, known) => (latest && latest.periodEnd > known.periodEnd ? latest : known),
    null,
  )
  if (!last) return refuse(NOT_REPORTED)
  if (month.periodEnd < last.periodEnd)
    return refuse(`Older than the month that ends on ${last.periodEnd}, which is on the books.`)
  // Servicers leave out a month of a loan that owes nothing: nothing can have happened in it.
  const owedNothing = last.principalEnd === 0 && month.principalBegin === 0
  if (month.periodBegin !== addDays(last.periodEnd, 1) && !owedNothing)
    return refuse(
      `It begins on ${month.periodBegin}, but the last one on the books ends on ${last.periodEnd}.`,
    )
  return { kind: 'add', warning: brokenBalance(last, month) }
}

const OTHER_FIGURES = 'This month is on the books with other figures.'
const SERVICED_HERE = 'Payments were posted here: no month of a prior servicer can follow.'
const NOT_REPORTED = 'This account was not boarded from monthly reports.'

function refuse(reason: string): MonthVerdict {
  return { kind: 'refuse', reason }
}

function brokenBalance(last: ReportedMonth, month: ReportedMonth): string | null {
  if (month.principalBegin === last.principalEnd) return null
  const [begins, ended] = [month.principalBegin, last.principalEnd].map(toDollars)
  return `The month begins with ${begins}, but the one before ended with ${ended}.`
}

function isSame(a: ReportedMonth, b: ReportedMonth): boolean {
  return (Object.keys(a) as (keyof ReportedMonth)[]).every((field) => a[field] === b[field])
}

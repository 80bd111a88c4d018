// "When will the money reach us?": a date field, quick links and a calendar of links.
import {
  addDays,
  type CivilDate,
  dayOfWeek,
  later,
  parseDate,
  partsOf,
} from '#src/domain/calendar.ts'
import { closedDayName } from '#src/domain/regions/us-banking-days.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { Button } from '#src/ui/button.tsx'
import { CalendarGrid } from '#src/ui/forms/calendar-grid.tsx'
import { DateField } from '#src/ui/forms/text-field.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import type { Reader } from '../reader.ts'

const WEEKS = 4

export type WhenProps = {
  readonly visit: AccountVisit
  readonly view: LoanView
  readonly range: { readonly first: CivilDate; readonly last: CivilDate }
  /** The day that is quoted, and the last one the quote covers. */
  readonly shown?: { readonly on: CivilDate; readonly goodThrough: CivilDate }
  readonly refused?: { readonly asked: string; readonly problem: string }
}

export function WhenPanel(props: WhenProps) {
  const { visit, range, shown, refused } = props
  const { reader, base } = visit
  const w = reader.words.payoff.when
  return (
    <Panel id="when" title={w.heading}>
      <form class="k-field-line" method="get" action={`${base}/payoff`}>
        <DateField
          id="on"
          name="on"
          label={w.field}
          hint={w.range(reader.date(range.first, 'short'), reader.date(range.last, 'short'))}
          {...(refused && { error: refused.problem })}
          value={refused?.asked ?? shown?.on ?? ''}
          min={range.first}
          max={range.last}
        />
        <Button>{w.update}</Button>
      </form>
      <QuickDays {...props} />
      <Calendar {...props} />
    </Panel>
  )
}

function QuickDays({ visit, view, range }: WhenProps) {
  const { reader, base } = visit
  const w = reader.words.payoff.when
  const due = view.due.current?.due
  const days: { day: CivilDate; words: string }[] = [
    { day: view.today, words: w.today },
    { day: addDays(view.today, 1), words: w.tomorrow },
    ...(due ? [{ day: due, words: w.dueDate(reader.date(due, 'short')) }] : []),
  ]
  return (
    <p class="k-quick-days">
      {days
        .filter(({ day }) => day >= range.first && day <= range.last)
        .map(({ day, words }) => (
          <a href={`${base}/payoff?on=${day}`}>{words}</a>
        ))}
    </p>
  )
}

function Calendar(props: WhenProps) {
  const { visit, view, range, shown } = props
  const { reader, base } = visit
  const w = reader.words.payoff.when
  const from = firstSunday(props)
  const turn = (start: CivilDate, words: string) => ({
    href: `${base}/payoff?${new URLSearchParams({ ...(shown && { on: shown.on }), from: start })}#when`,
    words,
  })
  const [before, after] = [addDays(from, -7 * WEEKS), addDays(from, 7 * WEEKS)]
  const holidays = days(from).filter((day) => closedDayName(day) !== null)
  return (
    <CalendarGrid
      title={monthsWords(from, reader)}
      from={from}
      weeks={WEEKS}
      today={view.today}
      {...(shown && { selected: shown.on, coveredThrough: shown.goodThrough })}
      holidays={new Set(holidays)}
      href={(day) => (day < range.first || day > range.last ? null : `${base}/payoff?on=${day}`)}
      weekdays={reader.words.account.week}
      dayWords={(day) =>
        closedDayName(day) ? `${reader.date(day, 'long')}, ${w.holiday}` : reader.date(day, 'long')
      }
      {...(from > view.today ? { previous: turn(before, w.earlier) } : {})}
      {...(after <= range.last ? { next: turn(after, w.later) } : {})}
      keys={{
        ...(shown && { covered: w.covered }),
        ...(holidays.length > 0 && { holiday: w.holiday }),
      }}
    />
  )
}

/**
 * The week that was asked for, else the first one that shows today, or the chosen day when that
 * lies later.
 */
function firstSunday({ visit, view, shown }: WhenProps): CivilDate {
  const today = sundayOf(view.today)
  const asked = parseDate(visit.c.req.query('from') ?? '')
  if (asked && asked >= today && asked <= addDays(today, 366)) return sundayOf(asked)
  const chosen = shown ? sundayOf(shown.on) : today
  return chosen >= addDays(today, 7 * WEEKS) ? later(today, addDays(chosen, -7)) : today
}

function sundayOf(day: CivilDate): CivilDate {
  return addDays(day, -(dayOfWeek(day) % 7))
}

function days(from: CivilDate): CivilDate[] {
  return Array.from({ length: 7 * WEEKS }, (_, index) => addDays(from, index))
}

function monthsWords(from: CivilDate, reader: Reader): string {
  const last = addDays(from, 7 * WEEKS - 1)
  const [a, b] = [partsOf(from), partsOf(last)]
  if (a.month === b.month) return reader.date(from, 'month')
  const first = reader.date(from, 'month')
  const name = a.year === b.year ? first.replace(/\s*(de\s+)?\d{4}$/, '') : first
  return reader.words.payoff.when.span(name, reader.date(last, 'month'))
}

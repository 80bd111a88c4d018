import type { ComponentChildren } from 'preact'
import { addDays, type CivilDate, partsOf } from '#src/domain/calendar.ts'
import { Icon } from '../icon.tsx'

export type CalendarGridProps = {
  title: ComponentChildren
  /** The Sunday of the first week. */
  from: CivilDate
  weeks: number
  today: CivilDate
  selected?: CivilDate
  /** Last day of the soft range that begins on `selected`. */
  coveredThrough?: CivilDate
  holidays: ReadonlySet<CivilDate>
  /** Address of a day that can be chosen, else null: it is then struck out. */
  href: (day: CivilDate) => string | null
  /** Sunday first: short for the eye, full for the ear. */
  weekdays: readonly { short: string; full: string }[]
  /** "Friday, December 4" with what is special about the day. */
  dayWords: (day: CivilDate) => string
  previous?: { href: string; words: string }
  next?: { href: string; words: string }
  keys?: { covered?: ComponentChildren; holiday?: ComponentChildren }
}

/** Weeks across two months; every day is a link with its own query. */
export function CalendarGrid(props: CalendarGridProps) {
  return (
    <div>
      <div class="k-calendar-head">
        <span>{props.title}</span>
        <span>
          {props.previous && <Turn {...props.previous} icon="chevron-left" />}
          {props.next && <Turn {...props.next} icon="chevron-right" />}
        </span>
      </div>
      <table class="k-calendar">
        <thead>
          <tr>
            {props.weekdays.map((day) => (
              <th scope="col">
                <span aria-hidden="true">{day.short}</span>
                <span class="k-visually-hidden">{day.full}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: props.weeks }, (_, week) => (
            <tr>
              {Array.from({ length: 7 }, (_, day) => (
                <Day calendar={props} day={addDays(props.from, week * 7 + day)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Keys {...props.keys} />
    </div>
  )
}

function Turn(props: { href: string; words: string; icon: 'chevron-left' | 'chevron-right' }) {
  return (
    <a href={props.href} aria-label={props.words}>
      <Icon name={props.icon} />
    </a>
  )
}

function Day(props: { calendar: CalendarGridProps; day: CivilDate }) {
  const { calendar, day } = props
  const href = calendar.href(day)
  const number = partsOf(day).day
  return (
    <td class={dayClass(calendar, day)}>
      {href === null ? (
        <span>{number}</span>
      ) : (
        <a
          href={href}
          aria-label={calendar.dayWords(day)}
          aria-current={day === calendar.selected ? 'date' : undefined}
        >
          {number}
        </a>
      )}
    </td>
  )
}

function dayClass(calendar: CalendarGridProps, day: CivilDate): string | undefined {
  const { selected, coveredThrough } = calendar
  const covered = selected && coveredThrough && day > selected && day <= coveredThrough
  const classes = [
    calendar.href(day) === null && 'k-day-gone',
    day === selected && 'k-day-selected',
    covered && 'k-day-covered',
    covered && day === coveredThrough && 'k-day-last',
    day === calendar.today && 'k-day-today',
    calendar.holidays.has(day) && 'k-day-holiday',
  ].filter(Boolean)
  return classes.length > 0 ? classes.join(' ') : undefined
}

function Keys(props: { covered?: ComponentChildren; holiday?: ComponentChildren }) {
  if (!props.covered && !props.holiday) return null
  return (
    <ul class="k-calendar-key">
      {props.covered && (
        <li>
          <svg width="14" height="14" aria-hidden="true">
            <rect class="k-fill-soft k-stroke-control" x=".5" y=".5" width="13" height="13" />
          </svg>
          {props.covered}
        </li>
      )}
      {props.holiday && (
        <li>
          <svg width="12" height="14" aria-hidden="true">
            <path d="M0 11h12" stroke="currentColor" stroke-width="2" stroke-dasharray="2 3" />
          </svg>
          {props.holiday}
        </li>
      )}
    </ul>
  )
}

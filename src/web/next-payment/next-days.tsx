// The days from today to what comes next, one tick each.
import { addDays, type CivilDate, dayOfWeek, daysBetween, partsOf } from '#src/domain/calendar.ts'
import { closedDayName, isBankingDay } from '#src/domain/regions/us-banking-days.ts'
import type { ScheduledPayment } from '#src/servicing/scheduled-payments.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { DayRail, type RailDay } from '#src/ui/charts/day-rail.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Rule } from '#src/ui/panel.tsx'
import type { Reader } from '../reader.ts'
import { nextLateCharge } from './late-charge-ahead.ts'

type Pin = { readonly day: CivilDate; readonly words: string; readonly tone: 'plain' | 'accent' }

/** More days than this have no room on one line. */
const MOST_DAYS = 34
const FEWEST_DAYS = 13
/** Beyond this many days only pins and Mondays carry a number. */
const MOST_NUMBERED = 16

export function NextDays(props: {
  view: AccountView
  scheduled: readonly ScheduledPayment[]
  reader: Reader
}) {
  const { view, reader } = props
  const pins = pinsOf(props).filter((pin) => daysBetween(view.today, pin.day) <= MOST_DAYS)
  const last = pins.reduce((most, pin) => Math.max(most, daysBetween(view.today, pin.day)), 0)
  if (last === 0) return null
  const days = Math.max(last, FEWEST_DAYS)
  return (
    <>
      <Rule />
      <DayRail
        name={[
          reader.words.account.rail.name(days + 1),
          ...pins.map((pin) => `${pin.words}: ${reader.date(pin.day, 'weekday')}`),
        ].join('. ')}
        days={Array.from({ length: days + 1 }, (_, index) =>
          railDay(addDays(view.today, index), { pins, days, reader }),
        )}
        list={
          <DefinitionRows
            rows={pins.map((pin) => ({
              label: pin.words,
              value: reader.date(pin.day, 'weekday'),
            }))}
          />
        }
      />
    </>
  )
}

/** Most important first. */
function pinsOf(props: {
  view: AccountView
  scheduled: readonly ScheduledPayment[]
  reader: Reader
}): Pin[] {
  const { view, scheduled, reader } = props
  const w = reader.words.account.rail
  const lateCharge = nextLateCharge(view)
  const due = view.due.current?.due
  const pins: Pin[] = [
    ...(due ? [{ day: due, words: w.due, tone: 'accent' as const }] : []),
    ...scheduled.map(({ effective }) => ({
      day: effective,
      words: w.scheduled,
      tone: 'plain' as const,
    })),
    ...(lateCharge
      ? [{ day: addDays(lateCharge.on, -1), words: w.lastFree, tone: 'plain' as const }]
      : []),
    { day: view.today, words: w.today, tone: 'plain' },
  ]
  return joined(pins).sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Two pins on one day become one with both words. */
function joined(pins: readonly Pin[]): Pin[] {
  const byDay = new Map<CivilDate, Pin>()
  for (const pin of pins) {
    const known = byDay.get(pin.day)
    const words = [...new Set([...(known?.words.split(', ') ?? []), pin.words])].join(', ')
    byDay.set(pin.day, known ? { ...known, words } : pin)
  }
  return [...byDay.values()]
}

function railDay(
  day: CivilDate,
  at: { pins: readonly Pin[]; days: number; reader: Reader },
): RailDay {
  const pin = at.pins.find((one) => one.day === day)
  const isNear = at.pins.some((one) => Math.abs(daysBetween(one.day, day)) <= 2)
  const isNumbered = at.days <= MOST_NUMBERED || pin || (dayOfWeek(day) === 1 && !isNear)
  const weekday = closedDayName(day)
    ? at.reader.words.account.rail.holiday
    : (at.reader.words.account.week[dayOfWeek(day) % 7]?.name ?? '')
  return {
    number: isNumbered ? String(partsOf(day).day) : '',
    weekday: isNumbered ? weekday : '',
    bank: isBankingDay(day) ? 'open' : 'closed',
    ...(pin && { pin: { words: pin.words, tone: pin.tone } }),
  }
}

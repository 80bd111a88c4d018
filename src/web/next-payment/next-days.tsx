// The days from today to what comes next, one tick each.
import { addDays, type CivilDate, dayOfWeek, daysBetween, partsOf } from '#src/domain/calendar.ts'
import { closedDayName, isBankingDay } from '#src/domain/regions/us-banking-days.ts'
import { DayRail, type RailDay } from '#src/ui/charts/day-rail.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Rule } from '#src/ui/panel.tsx'
import type { Reader } from '../reader.ts'

/** A day with its word; the most important pins come first. */
export type Pin = {
  readonly day: CivilDate
  readonly words: string
  readonly tone: 'plain' | 'accent'
}

/** More days than this have no room on one line. */
const MOST_DAYS = 34
const FEWEST_DAYS = 13
/** Beyond this many days only pins and Mondays carry a number. */
const MOST_NUMBERED = 16

export function NextDays(props: { today: CivilDate; pins: readonly Pin[]; reader: Reader }) {
  const { today, reader } = props
  const w = reader.words.account.rail
  const pins = joined([...props.pins, { day: today, words: w.today, tone: 'plain' }])
    .filter((pin) => daysBetween(today, pin.day) <= MOST_DAYS)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  const last = pins.reduce((most, pin) => Math.max(most, daysBetween(today, pin.day)), 0)
  if (last === 0) return null
  const days = Math.max(last, FEWEST_DAYS)
  return (
    <>
      <Rule />
      <DayRail
        name={[
          w.name(days + 1),
          ...pins.map((pin) => `${pin.words}: ${reader.date(pin.day, 'weekday')}`),
        ].join('. ')}
        days={Array.from({ length: days + 1 }, (_, index) =>
          railDay(addDays(today, index), { pins, days, reader }),
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

// When a text message about an account may come: never at night (12 CFR 1006.6(b)(1)(i) calls 8 am
// to 9 pm at the customer's place convenient). What a night's work has to tell waits for 1 pm of the
// lender, which is within those hours from the East Coast to Hawaii.
// Example: at midnight of the lender 46,800 seconds; at 2 pm none.
import { addDays, dateInZone, momentInZone } from './calendar.ts'

export function secondsUntilTexts(now: string, zone: string): number {
  const today = dateInZone(now, zone)
  const at = (time: string, day = today) => momentInZone(day, { time, zone })
  if (now >= at('08:00') && now < at('21:00')) return 0
  const next = now < at('08:00') ? at('13:00') : at('13:00', addDays(today, 1))
  return Math.ceil((momentOf(next) - momentOf(now)) / 1000)
}

function momentOf(instant: string): number {
  return Date.parse(instant)
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, momentInZone } from '#src/domain/calendar.ts'
import { secondsUntilTexts } from '#src/domain/text-hours.ts'

const zone = 'America/New_York'
const at = (day: string, time: string) =>
  secondsUntilTexts(momentInZone(date(day), { time, zone }), zone)

test('by day a text message goes at once, what comes at night waits for 1 pm', () => {
  assert.equal(at('2026-11-24', '08:00'), 0)
  assert.equal(at('2026-11-24', '20:59'), 0)
  assert.equal(at('2026-11-24', '00:00'), 13 * 3_600)
  assert.equal(at('2026-11-24', '07:59'), 5 * 3_600 + 60)
  assert.equal(at('2026-11-24', '21:00'), 16 * 3_600)
  // The night on which clocks go back has an hour more.
  assert.equal(at('2026-10-31', '21:00'), 17 * 3_600)
})

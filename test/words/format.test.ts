import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { formatDate, formatMoment } from '#src/words/format.ts'

const day = date('2026-11-26')

test('a Spanish date has no comma after its day of the week, an English one has', () => {
  assert.equal(formatDate(day, 'es', 'long'), 'jueves 26 de noviembre')
  assert.equal(formatDate(day, 'es', 'full'), 'jueves 26 de noviembre de 2026')
  assert.equal(formatDate(day, 'es', 'weekday'), 'jue 26 de nov')
  assert.equal(formatDate(day, 'es', 'dated'), '26 de noviembre de 2026')
  assert.equal(formatDate(day, 'en', 'long'), 'Thursday, November 26')
  const at = { zone: 'America/New_York', locale: 'es' } as const
  assert.match(formatMoment('2026-11-26T17:00:00.000Z', at), /^jue 26 de nov, 12 p\.\u00a0m\. ET$/)
})

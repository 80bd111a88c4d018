import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { date } from '#src/domain/calendar.ts'
import { formatDate, formatMoment, formatTime } from '#src/words/format.ts'

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

test('a time is what its own moment says, whoever asked for which before', () => {
  const anyInstant = fc
    .date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2060-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((moment) => moment.toISOString())
  const anyZone = fc.constantFrom('America/New_York', 'America/Phoenix', 'Asia/Kathmandu')
  fc.assert(
    fc.property(anyInstant, anyZone, (instant, zone) => {
      const plain = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hour: 'numeric',
        minute: '2-digit',
        timeZoneName: 'shortGeneric',
      })
      const expected = plain
        .format(new Date(instant))
        .replace(':00', '')
        .replace(/\s([AP]M)/, (_, half: string) => ` ${half.toLowerCase()}`)
      for (let time = 0; time < 2; time += 1)
        assert.equal(formatTime(instant, { zone, locale: 'en' }), expected)
    }),
    { numRuns: 300 },
  )
})

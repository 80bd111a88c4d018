import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { date } from '#src/domain/calendar.ts'
import {
  type DateStyle,
  formatDate,
  formatDateFrom,
  formatMoment,
  formatTime,
} from '#src/words/format.ts'

const day = date('2026-11-26')

test('a Spanish date has no comma after its day of the week, an English one has', () => {
  assert.equal(formatDate(day, 'es', 'long'), 'jueves 26 de noviembre')
  assert.equal(formatDate(day, 'es', 'full'), 'jueves 26 de noviembre de 2026')
  assert.equal(formatDate(day, 'es', 'weekday'), 'jue 26 de nov')
  assert.equal(formatDate(day, 'es', 'dated'), '26 de noviembre de 2026')
  assert.equal(formatDate(day, 'en', 'long'), 'Thursday, November 26')
  const now = '2026-11-27T12:00:00.000Z'
  const at = { zone: 'America/New_York', locale: 'es', now } as const
  assert.match(formatMoment('2026-11-26T17:00:00.000Z', at), /^jue 26 de nov, 12 p\.\u00a0m\. ET$/)
})

test('a moment or a day that is long ago or far ahead says its year', () => {
  const now = '2027-01-01T05:00:00.000Z'
  const at = { zone: 'America/New_York', locale: 'en', now } as const
  assert.equal(formatMoment('2027-01-01T04:59:00.000Z', at), 'Thu, Dec 31, 11:59 pm ET')
  assert.equal(formatMoment('2026-03-07T05:00:00.000Z', at), 'Sat, Mar 7, 12 am ET')
  assert.equal(formatMoment('2026-03-07T04:59:00.000Z', at), 'Fri, Mar 6, 2026, 11:59 pm ET')
  assert.match(
    formatMoment('2025-11-26T17:00:00.000Z', { ...at, locale: 'es' }),
    /^mié 26 de nov de 2025, 12 p\.\u00a0m\. ET$/,
  )
  const seen = (day: string, style: DateStyle) =>
    formatDateFrom(date('2027-01-01'), date(day), { locale: 'en', style })
  assert.equal(seen('2027-10-28', 'long'), 'Thursday, October 28')
  assert.equal(seen('2027-10-29', 'long'), 'Friday, October 29, 2027')
  assert.equal(seen('2026-03-06', 'day'), 'March 6, 2026')
  assert.equal(seen('2026-03-06', 'short'), 'Mar 6, 2026')
  assert.equal(seen('2026-03-06', 'month'), 'March 2026')
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

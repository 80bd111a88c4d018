import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import {
  addDays,
  addMonths,
  type CivilDate,
  date,
  dateInZone,
  dayNumber,
  dayOfWeek,
  daysBetween,
  daysInMonth,
  earlier,
  fromParts,
  isLeapYear,
  later,
  momentInZone,
  parseDate,
  partsOf,
} from '#src/domain/calendar.ts'

const EPOCH = Temporal.PlainDate.from('1970-01-01')
const LAST = 84_005 // 2199-12-31

/** Any day of 1900 to 2199, made by Temporal and not by us. */
const anyDay = fc
  .integer({ min: -25_567, max: LAST })
  .map((days) => EPOCH.add({ days }).toString() as CivilDate)

test('text is a date only when that day exists', () => {
  assert.equal(parseDate('2024-02-29'), '2024-02-29')
  const refused = [
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '2200-01-01',
    '2026-1-5',
    '20260105',
    '2026-01-05T00:00',
    ' 2026-01-05',
    '',
  ]
  for (const text of refused) assert.equal(parseDate(text), null, text)
  assert.throws(() => date('2023-02-29'))
})

test('day arithmetic agrees with Temporal on any two days', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      const [x, y] = [Temporal.PlainDate.from(a), Temporal.PlainDate.from(b)]
      assert.equal(parseDate(a), a)
      assert.equal(daysBetween(a, b), x.until(y, { largestUnit: 'day' }).days)
      assert.equal(dayNumber(a), EPOCH.until(x, { largestUnit: 'day' }).days)
      assert.equal(dayOfWeek(a), x.dayOfWeek)
      assert.deepEqual(partsOf(a), { year: x.year, month: x.month, day: x.day })
      assert.equal(fromParts(partsOf(a)), a)
      assert.equal(isLeapYear(x.year), x.inLeapYear)
      assert.equal(daysInMonth(x.year, x.month), x.daysInMonth)
      assert.equal(addDays(a, daysBetween(a, b)), b)
      assert.equal(a < b, Temporal.PlainDate.compare(x, y) < 0)
      assert.deepEqual([earlier(a, b), later(a, b)], a < b ? [a, b] : [b, a])
    }),
    { numRuns: 400 },
  )
})

test('every day of three centuries follows the one before it, as Date counts them', () => {
  const first = Date.UTC(1900, 0, 1)
  let day = date('1900-01-01')
  for (let count = 0; day <= '2199-12-31'; count += 1) {
    const expected = new Date(first + count * 86_400_000).toISOString().slice(0, 10)
    if (day !== expected) assert.fail(`${day} where ${expected} belongs`)
    day = addDays(day, 1)
  }
  assert.equal(day, '2200-01-01')
})

test('months later keep the day, or take the last day of a shorter month', () => {
  assert.equal(addMonths(date('2026-01-31'), 1), '2026-02-28')
  assert.equal(addMonths(date('2024-01-31'), 1), '2024-02-29')
  assert.equal(addMonths(date('2026-03-31'), -1), '2026-02-28')
  const early = anyDay.filter((day) => day < '2150-01-01' && day > '1950-01-01')
  fc.assert(
    fc.property(early, fc.integer({ min: -600, max: 590 }), (day, months) => {
      const { year, month, day: dom } = partsOf(day)
      const index = year * 12 + (month - 1) + months
      const moved = partsOf(addMonths(day, months))
      assert.equal(moved.year * 12 + moved.month - 1, index)
      assert.equal(moved.day, Math.min(dom, daysInMonth(moved.year, moved.month)))
    }),
  )
})

test('a moment has the date that the wall calendar of its zone shows', () => {
  assert.equal(dateInZone('2026-11-24T04:59:59Z', 'America/New_York'), '2026-11-23')
  assert.equal(dateInZone('2026-11-24T05:00:00Z', 'America/New_York'), '2026-11-24')
  assert.equal(dateInZone('2026-07-24T04:00:00Z', 'America/New_York'), '2026-07-24')
  assert.equal(
    momentInZone(date('2026-07-24'), { time: '17:00', zone: 'America/New_York' }),
    '2026-07-24T21:00:00.000Z',
  )
  assert.equal(
    momentInZone(date('2026-12-24'), { time: '17:00', zone: 'America/New_York' }),
    '2026-12-24T22:00:00.000Z',
  )
})

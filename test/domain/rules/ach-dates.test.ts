import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import {
  achSettlement,
  firstEntryAfterPrenote,
  MOST_SAME_DAY,
  reversalUntil,
  SAME_DAY_WINDOWS,
} from '#src/domain/rules/ach-dates.ts'

type Asked = Parameters<typeof achSettlement>[0]

/** Friday 2026-12-04 at noon in New York. */
const NOON = '2026-12-04T17:00:00.000Z'

function settles(more: Partial<Asked>): readonly [string, string | null] {
  const { effective, sameDay } = achSettlement({
    at: NOON,
    wanted: date('2026-12-04'),
    direction: 'debit',
    amount: cents(51_234),
    creditDays: 2,
    windows: [],
    ...more,
  })
  return [effective, sameDay]
}

test('the next banking day for debits, one or two for credits, never before the day wanted', () => {
  assert.deepEqual(settles({}), ['2026-12-07', null])
  assert.deepEqual(settles({ direction: 'credit' }), ['2026-12-08', null])
  assert.deepEqual(settles({ direction: 'credit', creditDays: 1 }), ['2026-12-07', null])
  assert.deepEqual(settles({ wanted: date('2026-12-15') }), ['2026-12-15', null])
  assert.deepEqual(settles({ wanted: date('2026-12-13') }), ['2026-12-14', null])
  assert.deepEqual(settles({ wanted: date('2026-12-25') }), ['2026-12-28', null])
})

test('a file that goes on a weekend or a holiday counts as one of the next banking day', () => {
  assert.deepEqual(settles({ at: '2026-12-05T17:00:00.000Z' }), ['2026-12-08', null])
  assert.deepEqual(settles({ at: '2026-11-26T17:00:00.000Z' }), ['2026-12-04', null])
  const thanksgiving = { at: '2026-11-26T17:00:00.000Z', wanted: date('2026-11-26') }
  assert.deepEqual(settles(thanksgiving), ['2026-11-30', null])
  // 4 July 2026 is a Saturday: the Friday before stays open.
  const friday = { at: '2026-07-02T17:00:00.000Z', wanted: date('2026-07-02') }
  assert.deepEqual(settles(friday), ['2026-07-03', null])
})

test('the first window that is still open, in Eastern time, summer and winter', () => {
  const at = (moment: string) => settles({ at: moment, windows: SAME_DAY_WINDOWS })
  assert.deepEqual(at('2026-12-04T15:29:59.999Z'), ['2026-12-04', '13:00'])
  assert.deepEqual(at('2026-12-04T15:30:00.000Z'), ['2026-12-04', '17:00'])
  assert.deepEqual(at('2026-12-04T21:44:59.000Z'), ['2026-12-04', '18:00'])
  assert.deepEqual(at('2026-12-04T21:45:00.000Z'), ['2026-12-07', null])
  const summer = { at: '2026-07-06T14:29:00.000Z', wanted: date('2026-07-06') }
  assert.deepEqual(settles({ ...summer, windows: SAME_DAY_WINDOWS }), ['2026-07-06', '13:00'])
  // The day of a moment is that of New York: 01:00 UTC is the evening before.
  assert.deepEqual(at('2026-12-05T01:00:00.000Z'), ['2026-12-07', null])
  const last = SAME_DAY_WINDOWS.slice(2)
  assert.deepEqual(settles({ windows: last }), ['2026-12-04', '18:00'])
})

test('no same-day entry over the limit, on a later day, or on a day without banking', () => {
  const windows = SAME_DAY_WINDOWS
  assert.deepEqual(settles({ windows, amount: MOST_SAME_DAY }), ['2026-12-04', '17:00'])
  const above = cents(MOST_SAME_DAY + 1)
  assert.deepEqual(settles({ windows, amount: above }), ['2026-12-07', null])
  assert.deepEqual(settles({ windows, wanted: date('2026-12-07') }), ['2026-12-07', null])
  const saturday = { at: '2026-12-05T15:00:00.000Z', wanted: date('2026-12-05') }
  assert.deepEqual(settles({ ...saturday, windows }), ['2026-12-08', null])
})

test('prenotes wait three banking days, reversals have five', () => {
  assert.equal(firstEntryAfterPrenote(date('2026-12-04')), '2026-12-09')
  assert.equal(reversalUntil(date('2026-12-18')), '2026-12-28')
})

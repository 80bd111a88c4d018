import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type CivilDate, date, dayOfWeek } from '#src/domain/calendar.ts'
import {
  addBankingDays,
  closedDayName,
  isBankingDay,
  nextBankingDay,
} from '#src/domain/regions/us-banking-days.ts'
import vectors from '#test/data/banking-days.json' with { type: 'json' }

const anyDay = fc.integer({ min: 0, max: 83_000 }).map((days) => addDays(date('1970-03-01'), days))

function closedWeekdays(year: number): CivilDate[] {
  const closed: CivilDate[] = []
  for (let day = date(`${year}-01-01`); day.startsWith(`${year}`); day = addDays(day, 1)) {
    if (dayOfWeek(day) <= 5 && !isBankingDay(day)) closed.push(day)
  }
  return closed
}

test('closed days as the Reserve Banks published them, no more and no fewer', () => {
  const years = [2024, 2025, 2026, 2027]
  assert.deepEqual(years.flatMap(closedWeekdays), vectors.closed)
})

test('single days and steps', () => {
  for (const { on, open } of vectors.isBankingDay) assert.equal(isBankingDay(date(on)), open, on)
  for (const { from, count, to } of vectors.steps) {
    assert.equal(addBankingDays(date(from), count), to, `${from} + ${count}`)
  }
})

test('holidays began and moved when the law said so', () => {
  const named: [string, string | null][] = [
    ['1985-01-21', null],
    ['1986-01-20', 'martinLutherKingDay'],
    ['2020-06-19', null],
    ['2022-06-20', 'juneteenth'],
    ['2023-06-19', 'juneteenth'],
    ['1970-02-23', 'washingtonsBirthday'],
    ['1971-02-15', 'washingtonsBirthday'],
    ['1971-05-31', 'memorialDay'],
    ['1970-10-12', null],
    ['1971-10-11', 'columbusDay'],
    ['1977-10-24', 'veteransDay'],
    ['1977-11-11', null],
    ['1978-11-11', null],
    ['1979-11-12', 'veteransDay'],
    ['2022-12-26', 'christmasDay'],
    ['2023-01-02', 'newYearsDay'],
    ['2026-11-26', 'thanksgivingDay'],
  ]
  for (const [day, name] of named) assert.equal(closedDayName(date(day)), name, day)
  assert.throws(() => isBankingDay(date('1969-12-31')))
})

test('each year closes six weekday holidays and the fixed dates that miss Saturday, to the end of the calendar', () => {
  for (const year of [2022, 2027, 2028, 2033, 2049, 2099, 2100, 2150, 2198, 2199]) {
    const fixed = ['01-01', '06-19', '07-04', '11-11', '12-25']
    const kept = fixed.filter((day) => dayOfWeek(date(`${year}-${day}`)) !== 6)
    assert.equal(closedWeekdays(year).length, 6 + kept.length, `${year}`)
  }
})

test('steps land on banking days, add up, and come back', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 40 }), fc.nat(40), (day, a, b) => {
      const there = addBankingDays(day, a)
      assert.ok(isBankingDay(there) && there > day)
      assert.equal(addBankingDays(there, b), addBankingDays(day, a + b))
      assert.equal(addBankingDays(there, -a), addBankingDays(addBankingDays(day, 1), -1))
    }),
    { numRuns: 60 },
  )
})

test('the next banking day is the first one after, and no step at all leaves a banking day', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const next = nextBankingDay(day)
      for (let at = addDays(day, 1); at < next; at = addDays(at, 1)) assert.ok(!isBankingDay(at))
      assert.equal(addBankingDays(day, 0), isBankingDay(day) ? day : next)
    }),
    { numRuns: 60 },
  )
  assert.throws(() => addBankingDays(date('2026-01-02'), 0.5))
})

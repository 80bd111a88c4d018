import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, date, daysBetween, daysInMonth, partsOf } from '#src/domain/calendar.ts'
import {
  dueDate,
  FREQUENCIES,
  type Frequency,
  periodsPerYear,
} from '#src/domain/contract/schedule.ts'
import schedules from '#test/data/schedules.json' with { type: 'json' }

const dues = (firstDue: string, frequency: Frequency, count: number, start = '2020-01-01') =>
  Array.from({ length: count }, (_, index) =>
    dueDate({ start: date(start), firstDue: date(firstDue), frequency }, index + 1),
  )

test('monthly due dates keep their day', () => {
  assert.deepEqual(dues('2026-02-15', 'monthly', 3), ['2026-02-15', '2026-03-15', '2026-04-15'])
  assert.deepEqual(dues('2026-12-30', 'monthly', 4), [
    '2026-12-30',
    '2027-01-30',
    '2027-02-28',
    '2027-03-30',
  ])
})

test('a first due date on the last day of its month runs on last days', () => {
  assert.deepEqual(dues('2026-01-31', 'monthly', 4), [
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
  ])
  assert.deepEqual(dues('2027-02-28', 'monthly', 2), ['2027-02-28', '2027-03-31'])
  assert.deepEqual(dues('2024-02-29', 'yearly', 5).at(-1), '2028-02-29')
})

test('a contract of the 30th whose first due date happens to end its month stays on the 30th', () => {
  assert.deepEqual(dues('2021-11-30', 'monthly', 4, '2021-10-30'), [
    '2021-11-30',
    '2021-12-30',
    '2022-01-30',
    '2022-02-28',
  ])
  assert.deepEqual(dues('2023-02-28', 'monthly', 2, '2023-01-29'), ['2023-02-28', '2023-03-29'])
  assert.deepEqual(dues('2023-11-30', 'monthly', 2, '2023-10-31'), ['2023-11-30', '2023-12-31'])
  assert.deepEqual(dues('2023-11-30', 'monthly', 2, '2023-10-10'), ['2023-11-30', '2023-12-31'])
})

test('due dates of the published monthly schedules', () => {
  for (const { id, rows, disbursed } of schedules.cases) {
    const first = rows[0]
    assert.ok(first)
    const expected = rows.map((row) => row.due)
    assert.deepEqual(dues(first.due, 'monthly', rows.length, disbursed), expected, id)
  }
})

test('weeks count days', () => {
  assert.deepEqual(dues('2026-12-25', 'weekly', 3), ['2026-12-25', '2027-01-01', '2027-01-08'])
  assert.deepEqual(dues('2026-12-25', 'biweekly', 2), ['2026-12-25', '2027-01-08'])
})

test('twice a month: fixed pairs of days', () => {
  assert.deepEqual(dues('2026-01-05', 'semimonthly', 4), [
    '2026-01-05',
    '2026-01-20',
    '2026-02-05',
    '2026-02-20',
  ])
  assert.deepEqual(dues('2026-01-15', 'semimonthly', 4), [
    '2026-01-15',
    '2026-01-31',
    '2026-02-15',
    '2026-02-28',
  ])
  assert.deepEqual(dues('2026-01-31', 'semimonthly', 4), [
    '2026-01-31',
    '2026-02-15',
    '2026-02-28',
    '2026-03-15',
  ])
  assert.deepEqual(dues('2026-01-20', 'semimonthly', 3), ['2026-01-20', '2026-02-05', '2026-02-20'])
})

test('due dates of every frequency rise, by about their period, and never wander from their day', () => {
  const anyTerms = fc.record({
    firstDue: fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(date('1990-01-01'), days)),
    toFirst: fc.integer({ min: 0, max: 75 }),
    frequency: fc.constantFrom(...FREQUENCIES),
    number: fc.integer({ min: 1, max: 90 }),
  })
  fc.assert(
    fc.property(anyTerms, ({ firstDue, toFirst, frequency, number }) => {
      const terms = { start: addDays(firstDue, -toFirst), firstDue, frequency }
      const due = dueDate(terms, number)
      assert.equal(dueDate(terms, 1), firstDue)
      const gap = daysBetween(due, dueDate(terms, number + 1))
      const period = 365.25 / periodsPerYear(frequency)
      assert.ok(Math.abs(gap - period) <= 3.5, `${frequency} ${firstDue} #${number}: ${gap} days`)
      if (frequency === 'monthly' || frequency === 'yearly') {
        const { year, month, day } = partsOf(due)
        const wanted = [partsOf(firstDue).day, partsOf(terms.start).day]
        assert.ok(wanted.includes(day) || day === daysInMonth(year, month))
      }
    }),
    { numRuns: 500 },
  )
})

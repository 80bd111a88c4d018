import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, addMonths, type CivilDate, date, daysBetween } from '#src/domain/calendar.ts'
import { findUnitPeriod } from '#src/domain/contract/find-unit-period.ts'
import {
  meantDay,
  monthsAndDays,
  type UnitPeriod,
  unitPeriodsBetween,
  unitPeriodsPerYear,
} from '#src/domain/contract/unit-periods.ts'
import { toDecimal } from '#src/domain/fraction.ts'
import vectors from '#test/data/apr-appendix-j.json' with { type: 'json' }

const MONTH: UnitPeriod = { kind: 'months', count: 1 }
const YEAR: UnitPeriod = { kind: 'months', count: 12 }
const weeks = (count: number): UnitPeriod => ({ kind: 'weeks', count })
const months = (count: number): UnitPeriod => ({ kind: 'months', count })

const UNITS: Record<string, UnitPeriod> = {
  monthly: MONTH,
  semimonthly: { kind: 'semimonth' },
  weekly: weeks(1),
  biweekly: weeks(2),
  'every 4 weeks': weeks(4),
  'every 2 months': months(2),
  'every 3 months': months(3),
  yearly: YEAR,
}

function between(unit: UnitPeriod, from: string, to: string, like: string[] = []): string {
  const monthDay = meantDay(date(to), [date(to), ...like.map(date)])
  const { periods, fraction } = unitPeriodsBetween(unit, {
    from: date(from),
    to: date(to),
    monthDay,
  })
  return `${periods} ${fraction.n}/${fraction.d}`
}

test('published periods and fractions follow from their dates', () => {
  for (const { id, advanced, firstPayment, frequency, periods, fraction } of vectors.cases) {
    const unit = UNITS[frequency ?? '']
    if (!advanced || !firstPayment || !unit || periods === undefined || !fraction) continue
    const [n, d] = fraction.split('/').map(Number)
    const monthDay = meantDay(date(firstPayment), [date(firstPayment)])
    const found = unitPeriodsBetween(unit, {
      from: date(advanced),
      to: date(firstPayment),
      monthDay,
    })
    assert.equal(found.periods, periods, id)
    const expected = ((n ?? 0) / (d ?? 1)).toFixed(10)
    assert.equal(toDecimal(found.fraction, 10), expected, id)
  }
})

test('months run back from the later date, from last day to last day', () => {
  assert.equal(between(MONTH, '2026-01-15', '2026-03-15'), '2 0/1')
  assert.equal(between(MONTH, '2026-01-19', '2026-03-15'), '1 9/10')
  // 30 odd days: 30/30 is worth a month.
  assert.equal(between(MONTH, '2026-01-16', '2026-03-15'), '2 0/1')
  // A payment on the 28th alone, and one of a series on last days.
  assert.equal(between(MONTH, '2026-01-31', '2026-02-28'), '0 14/15')
  assert.equal(between(MONTH, '2026-01-31', '2026-02-28', ['2026-03-31']), '1 0/1')
  assert.equal(between(MONTH, '2026-01-30', '2026-02-28', ['2026-03-30']), '1 0/1')
  assert.equal(between(MONTH, '2024-01-29', '2024-02-29', ['2024-03-29']), '1 0/1')
})

test('years: twelfths where the rest is whole months, days of 365 where not', () => {
  assert.equal(between(YEAR, '2026-01-15', '2027-04-15'), '1 1/4')
  assert.equal(between(YEAR, '2026-01-15', '2027-04-16'), '1 91/365')
  assert.equal(between(YEAR, '2023-03-01', '2024-02-29'), '0 1/1')
})

test('unit-periods a year', () => {
  const perYear = (unit: UnitPeriod) => toDecimal(unitPeriodsPerYear(unit), 3)
  assert.equal(perYear({ kind: 'days', count: 1 }), '365.000')
  assert.equal(perYear(weeks(1)), '52.000')
  assert.equal(perYear(weeks(4)), '13.000')
  assert.equal(perYear({ kind: 'semimonth' }), '24.000')
  assert.equal(perYear(months(5)), '2.400')
  assert.equal(perYear(YEAR), '1.000')
})

const anyDay = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays(date('1950-01-01'), days))

test('months and days lead from one date to the other', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 4_000 }), (from, length) => {
      const to = addDays(from, length)
      const monthDay = meantDay(to, [to])
      const found = monthsAndDays({ from, to, monthDay })
      assert.ok(found.months >= 0 && found.days >= 0 && found.days <= 30, `${from} ${to}`)
      const back = addMonths(to, -found.months)
      assert.equal(daysBetween(from, back), found.days)
    }),
  )
})

test('the unit-period of a regular transaction is its frequency', () => {
  const steps: [UnitPeriod, (first: CivilDate, k: number) => CivilDate][] = [
    [MONTH, (first, k) => addMonths(first, k)],
    [months(3), (first, k) => addMonths(first, 3 * k)],
    [YEAR, (first, k) => addMonths(first, 12 * k)],
    [weeks(1), (first, k) => addDays(first, 7 * k)],
    [weeks(2), (first, k) => addDays(first, 14 * k)],
    [weeks(4), (first, k) => addDays(first, 28 * k)],
    [
      { kind: 'semimonth' },
      (first, k) => addDays(addMonths(first, Math.floor(k / 2)), k % 2 ? 15 : 0),
    ],
  ]
  const firstDay = anyDay.map((day) => date(`${day.slice(0, 8)}05`))
  fc.assert(
    fc.property(fc.constantFrom(...steps), firstDay, fc.nat(40), ([unit, step], first, before) => {
      const start = addDays(first, -before - 1)
      const payments = Array.from({ length: 6 }, (_, k) => step(first, k))
      assert.deepEqual(findUnitPeriod({ start, advances: [start], payments }), unit)
    }),
    { numRuns: 300 },
  )
})

test('equally frequent: the shorter; nothing twice: the standard interval nearest the average', () => {
  const found = (start: string, payments: string[]) =>
    findUnitPeriod({ start: date(start), advances: [date(start)], payments: payments.map(date) })
  // Two months and two times two weeks.
  assert.deepEqual(
    found('2026-01-05', ['2026-02-05', '2026-03-05', '2026-03-19', '2026-04-02']),
    weeks(2),
  )
  // 45 and 75 days: 60 on average, two months.
  assert.deepEqual(found('2026-01-01', ['2026-02-15', '2026-05-01']), months(2))
  // 10 days, three times: common, though no standard interval.
  assert.deepEqual(found('2026-01-01', ['2026-01-11', '2026-01-21', '2026-01-31']), {
    kind: 'days',
    count: 10,
  })
})

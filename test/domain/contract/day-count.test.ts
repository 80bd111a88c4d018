import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, date, daysBetween } from '#src/domain/calendar.ts'
import {
  DAY_COUNTS,
  days30360,
  days30360European,
  days30360Isda,
  yearFraction,
  yearParts,
} from '#src/domain/contract/day-count.ts'
import { add, divide, fraction, toDecimal } from '#src/domain/fraction.ts'
import vectors from '#test/data/day-counts.json' with { type: 'json' }

const span = (from: string, to: string) => ({ from: date(from), to: date(to) })
const anySpan = fc
  .tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 3_000 }))
  .map(([start, length]) => {
    const from = addDays(date('1980-01-01'), start)
    return { from, to: addDays(from, length) }
  })

test('30/360 in its three variants', () => {
  for (const { from, to, days } of vectors.bondBasis) {
    assert.equal(days30360(span(from, to)), days, `${from} to ${to}`)
  }
  for (const { from, to, days } of vectors.european) {
    assert.equal(days30360European(span(from, to)), days, `${from} to ${to}`)
  }
  for (const { from, to, days, termination } of vectors.isda) {
    const dated = { ...span(from, to), termination: date(termination) }
    assert.equal(days30360Isda(dated), days, `${from} to ${to}`)
  }
})

test('actual/actual with the old year owning New Year’s night', () => {
  for (const { from, to, years } of vectors.actualActualOldYearEnd) {
    const part = yearFraction({ dayCount: 'actual/actual', yearEnd: 'old' }, span(from, to))
    // The source prints ten significant digits.
    assert.equal(toDecimal(part, 9), Number(years).toFixed(9), `${from} to ${to}`)
  }
})

test('the night of 31 December goes to the year that the contract names', () => {
  const night = span('2023-12-31', '2024-01-01')
  const of = (yearEnd: 'old' | 'new') =>
    toDecimal(divide(fraction(1n), yearFraction({ dayCount: 'actual/actual', yearEnd }, night)), 0)
  assert.equal(of('old'), '365')
  assert.equal(of('new'), '366')
})

test('the last year of the calendar is counted as any other', () => {
  for (const yearEnd of ['old', 'new'] as const) {
    const parts = yearParts(
      { dayCount: 'actual/actual', yearEnd },
      span('2199-01-15', '2199-12-31'),
    )
    assert.deepEqual(parts, [{ days: 350, daysInYear: fraction(365n) }])
  }
})

test('actual/365, /360 and /365.25 are one another scaled', () => {
  fc.assert(
    fc.property(anySpan, (period) => {
      const days = BigInt(daysBetween(period.from, period.to))
      const of = (dayCount: 'actual/365' | 'actual/360' | 'actual/365.25') =>
        yearFraction({ dayCount, yearEnd: 'old' }, period)
      assert.deepEqual(of('actual/365'), fraction(days, 365n))
      assert.deepEqual(of('actual/360'), fraction(days, 360n))
      assert.deepEqual(of('actual/365.25'), fraction(days * 4n, 1461n))
    }),
  )
})

test('parts of a year by calendar year hold every night once, in the year that owns it', () => {
  fc.assert(
    fc.property(anySpan, fc.constantFrom('old', 'new'), (period, yearEnd) => {
      const parts = yearParts({ dayCount: 'actual/actual', yearEnd }, period)
      const nights = parts.reduce((total, part) => total + part.days, 0)
      assert.equal(nights, daysBetween(period.from, period.to))
      let leap = 0
      for (let day = period.from; day < period.to; day = addDays(day, 1)) {
        const owner = Number((yearEnd === 'new' ? addDays(day, 1) : day).slice(0, 4))
        if (owner % 4 === 0 && owner !== 2100) leap += 1
      }
      const counted = parts.filter((part) => part.daysInYear.n === 366n)
      assert.equal(
        counted.reduce((total, part) => total + part.days, 0),
        leap,
      )
    }),
    { numRuns: 40 },
  )
})

test('366 only when 29 February lies in the period', () => {
  const divisor = (from: string, to: string) =>
    yearParts({ dayCount: 'actual/366-feb29', yearEnd: 'old' }, span(from, to)).map((p) =>
      Number(p.daysInYear.n),
    )
  assert.deepEqual(divisor('2024-01-31', '2024-02-29'), [366])
  assert.deepEqual(divisor('2024-02-28', '2024-02-29'), [366])
  assert.deepEqual(divisor('2024-02-29', '2024-03-31'), [365])
  assert.deepEqual(divisor('2024-03-01', '2024-04-01'), [365])
  assert.deepEqual(divisor('2023-11-30', '2024-03-31'), [366])
})

test('a split period is worth the same as a whole one, save where February decides or 30-day months round', () => {
  const additive = DAY_COUNTS.filter((name) => name !== 'actual/366-feb29' && name !== '30/360')
  fc.assert(
    fc.property(anySpan, fc.nat(), fc.constantFrom(...additive), (period, at, dayCount) => {
      const middle = addDays(period.from, at % (daysBetween(period.from, period.to) + 1))
      const convention = { dayCount, yearEnd: 'new' } as const
      const whole = yearFraction(convention, period)
      const first = yearFraction(convention, { from: period.from, to: middle })
      assert.deepEqual(add(first, yearFraction(convention, { from: middle, to: period.to })), whole)
    }),
  )
})

test('no day passes within a day, and a period cannot end before it begins', () => {
  for (const dayCount of DAY_COUNTS) {
    const convention = { dayCount, yearEnd: 'old' } as const
    assert.deepEqual(yearParts(convention, span('2026-03-01', '2026-03-01')), [])
    assert.throws(() => yearParts(convention, span('2026-03-02', '2026-03-01')), RangeError)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, date } from '#src/domain/calendar.ts'
import { DAY_COUNTS, type DayCount } from '#src/domain/contract/day-count.ts'
import { explainInterest, interestFor, perDiem } from '#src/domain/contract/interest.ts'
import type { InterestConvention } from '#src/domain/contract/loan.ts'
import type { Explanation } from '#src/domain/explanation.ts'
import { add, compare, fraction, toDecimal } from '#src/domain/fraction.ts'
import { cents, parseDollars, parsePercent, ratePpb, roundToCents } from '#src/domain/money.ts'
import vectors from '#test/data/daily-interest.json' with { type: 'json' }

const convention = (part: Partial<InterestConvention>): InterestConvention => ({
  dayCount: 'actual/365',
  yearEnd: 'old',
  rounding: 'half-up',
  dailyRateDecimals: null,
  carryFractions: false,
  ...part,
})

const money = (text: string) => {
  const parsed = parseDollars(text)
  assert.ok(parsed !== null)
  return parsed
}

const rate = (text: string) => {
  const parsed = parsePercent(text)
  assert.ok(parsed !== null)
  return parsed
}

test('published worked examples of daily interest', () => {
  for (const example of vectors.cases) {
    const from = date(example.from ?? '2026-03-01')
    const to = example.to ? date(example.to) : addDays(from, example.days)
    const terms = convention({
      dayCount: example.dayCount as DayCount,
      dailyRateDecimals: example.dailyRateDecimals ?? null,
    })
    const at = { principal: money(example.principal), rate: rate(example.rate) }
    const interest = roundToCents(interestFor(terms, { ...at, from, to }), terms.rounding)
    if (example.interest) assert.equal(interest, money(example.interest), example.id)
    if (example.perDiem) {
      const one = roundToCents(perDiem(terms, { ...at, on: from }), 'half-up')
      assert.equal(one, money(example.perDiem), example.id)
    }
    if (example.payment && example.toPrincipal) {
      assert.equal(money(example.payment) - interest, money(example.toPrincipal), example.id)
    }
  }
})

test('a rounded per diem is not what the ledger multiplies', () => {
  const at = { principal: cents(2_000_000), rate: ratePpb(50_000_000) }
  const from = date('2026-03-01')
  const exact = interestFor(convention({}), { ...at, from, to: addDays(from, 35) })
  assert.equal(toDecimal(exact, 4), '9589.0411')
})

test('a daily rate cut to decimals is cut, not rounded', () => {
  const at = { principal: cents(100_000_000), rate: ratePpb(85_000_000), on: date('2026-03-01') }
  const cut = perDiem(convention({ dayCount: 'actual/365.25', dailyRateDecimals: 6 }), at)
  // 0.085 / 365.25 = 0.00023271...
  assert.deepEqual(cut, fraction(23_200n))
})

const anySpan = fc.record({
  principal: fc.integer({ min: 0, max: 20_000_000 }).map(cents),
  rate: fc.integer({ min: 0, max: 400_000_000 }).map(ratePpb),
  start: fc.integer({ min: 0, max: 20_000 }),
  days: fc.integer({ min: 0, max: 800 }),
})

test('interest of a stretch is the sum of its nights, however it is cut into stretches', () => {
  const additive = DAY_COUNTS.filter((name) => name !== '30/360' && name !== 'actual/366-feb29')
  const yearEnds = fc.constantFrom('old' as const, 'new' as const)
  const decimals = fc.constantFrom(null, 8)
  const at = fc.constantFrom(...additive)
  fc.assert(
    fc.property(anySpan, at, yearEnds, decimals, (s, dayCount, yearEnd, dailyRateDecimals) => {
      const terms = convention({ dayCount, yearEnd, dailyRateDecimals })
      const from = addDays(date('1995-01-01'), s.start)
      const whole = interestFor(terms, { ...s, from, to: addDays(from, s.days) })
      let nights = fraction(0n)
      for (let i = 0; i < s.days; i += 1) {
        nights = add(nights, perDiem(terms, { ...s, on: addDays(from, i) }))
      }
      assert.deepEqual(whole, nights)
    }),
    { numRuns: 20 },
  )
})

test('no principal, no rate or no days: no interest; else more days are never less interest', () => {
  fc.assert(
    fc.property(anySpan, fc.constantFrom(...DAY_COUNTS), (s, dayCount) => {
      const terms = convention({ dayCount })
      const from = addDays(date('1995-01-01'), s.start)
      const to = addDays(from, s.days)
      const zero = fraction(0n)
      assert.deepEqual(interestFor(terms, { ...s, from, to: from }), zero)
      assert.deepEqual(interestFor(terms, { ...s, principal: cents(0), from, to }), zero)
      assert.deepEqual(interestFor(terms, { ...s, rate: ratePpb(0), from, to }), zero)
      const month = interestFor(terms, { ...s, from, to: addDays(to, 31) })
      assert.ok(compare(month, interestFor(terms, { ...s, from, to })) >= 0)
    }),
  )
})

test('the working of a stretch shows its days, divisor and exact dollars, one part for each year', () => {
  const span = {
    principal: cents(1_000_000),
    rate: ratePpb(120_000_000),
    from: date('2023-12-12'),
    to: date('2024-01-12'),
  }
  const working = explainInterest(convention({ dayCount: 'actual/actual', yearEnd: 'new' }), span)
  const shown = (part: Explanation) =>
    Object.fromEntries(part.inputs.map((input) => [input.name, input]))
  const parts = working.parts?.map(shown)
  assert.equal(parts?.length, 2)
  assert.deepEqual(
    parts?.map((part) => part.days),
    [
      { name: 'days', days: 19, from: '2023-12-12', to: '2023-12-31' },
      { name: 'days', days: 12, from: '2023-12-31', to: '2024-01-12' },
    ],
  )
  assert.deepEqual(shown(working).exact, { name: 'exact', dollars: '101.810016' })
})

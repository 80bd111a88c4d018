import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Fraction, fraction } from '#src/domain/fraction.ts'
import {
  allocate,
  cents,
  exactly,
  larger,
  minus,
  parseDollars,
  parsePercent,
  plus,
  type Rounding,
  ratePpb,
  roundToCents,
  smaller,
  sum,
  toDollars,
  toPercent,
} from '#src/domain/money.ts'

test('dollars are read as people and files write them', () => {
  const read: [string, number][] = [
    ['12', 1200],
    ['$12', 1200],
    [' 1,234.5 ', 123_450],
    ['1,234,567.89', 123_456_789],
    ['-0.07', -7],
    ['-$3.00', -300],
    ['$-3.00', -300],
    ['5.', 500],
    ['0.00', 0],
    ['$ 20', 2000],
    ['.50', 50],
    ['$.5', 50],
    ['9,999,999,999,999.99', 999_999_999_999_999],
  ]
  for (const [text, expected] of read) assert.equal(parseDollars(text), expected, text)
  const refused = [
    '',
    '$',
    '.',
    '$ .',
    '-',
    '999,999,999,999,999,999,999,999,999,999',
    '10,000,000,000,000',
    '99999999999999',
    '1.234',
    '1,23.00',
    '12,34',
    '1e3',
    '--1',
    '-$-1',
    '1 000',
    '½',
    '٣',
  ]
  for (const text of refused) assert.equal(parseDollars(text), null, text)
})

test('no text makes reading throw, and commas only say what the digits alone would', () => {
  const near = fc.stringMatching(/^-?\$? ?-?\d{0,3}(,\d{3}){0,12}(\.\d{0,3})?$/)
  const digits = fc.stringMatching(/^\d{0,30}(\.\d{0,3})?$/)
  fc.assert(
    fc.property(fc.oneof(near, digits, fc.string()), (text) => {
      const read = parseDollars(text)
      if (read !== null) assert.equal(read, parseDollars(text.replaceAll(',', '')))
    }),
    { numRuns: 2000 },
  )
})

test('minus nothing is nothing', () => {
  assert.ok(Object.is(parseDollars('-0.00'), 0))
  assert.ok(Object.is(cents(-0), 0))
})

test('printing and reading dollars changes nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (amount) => {
      assert.equal(parseDollars(toDollars(cents(amount))), amount)
    }),
  )
})

test('rates are read in percent and kept in parts per billion', () => {
  assert.equal(parsePercent('5.49'), 54_900_000)
  assert.equal(parsePercent('0'), 0)
  assert.equal(parsePercent('8.4971400'), 84_971_400)
  for (const text of ['', '-1', '5,49', '5.49%', '1000', '5.12345678']) {
    assert.equal(parsePercent(text), null, text)
  }
  assert.equal(toPercent(ratePpb(54_900_000)), '5.49')
  assert.equal(toPercent(ratePpb(0)), '0.00')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (ppb) => {
      assert.equal(parsePercent(toPercent(ratePpb(ppb))), ppb)
    }),
  )
  for (const wrong of [-1, 10_000_000_000, 0.5]) assert.throws(() => ratePpb(wrong))
})

test('only whole cents that a number can hold are money', () => {
  for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    assert.throws(() => cents(wrong))
  }
  assert.throws(() => sum([cents(Number.MAX_SAFE_INTEGER), cents(1)]))
})

test('each rounding rule on the cases that tell them apart', () => {
  const rules: [Fraction, Record<Rounding, number>][] = [
    [fraction(5n, 2n), { 'half-up': 3, 'half-even': 2, cut: 2 }],
    [fraction(7n, 2n), { 'half-up': 4, 'half-even': 4, cut: 3 }],
    [fraction(-5n, 2n), { 'half-up': -3, 'half-even': -2, cut: -2 }],
    [fraction(5n, 3n), { 'half-up': 2, 'half-even': 2, cut: 1 }],
    [fraction(4n, 3n), { 'half-up': 1, 'half-even': 1, cut: 1 }],
    [fraction(-1n, 3n), { 'half-up': 0, 'half-even': 0, cut: 0 }],
    [fraction(9n), { 'half-up': 9, 'half-even': 9, cut: 9 }],
  ]
  for (const [exact, expected] of rules) {
    for (const rule of ['half-up', 'half-even', 'cut'] as const) {
      assert.equal(roundToCents(exact, rule), expected[rule], `${exact.n}/${exact.d} ${rule}`)
    }
  }
})

test('rounding moves an amount by half a cent at most, cutting by less than one, and keeps its sign', () => {
  const exact = fc.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 9n))
  fc.assert(
    fc.property(exact, ([n, d]) => {
      const value = fraction(n, d)
      for (const rule of ['half-up', 'half-even'] as const) {
        const off = BigInt(roundToCents(value, rule)) * value.d - value.n
        assert.ok((off < 0n ? -off : off) * 2n <= value.d)
      }
      assert.equal(BigInt(roundToCents(value, 'cut')), value.n / value.d)
      assert.deepEqual(exactly(roundToCents(value, 'half-up')).d, 1n)
    }),
  )
})

test('what is too long for plain numbers rounds as what is not', () => {
  const most = 2n ** 53n - 1n
  const whole = fc.oneof(fc.bigInt(-most, most), fc.bigInt(-50n, 50n))
  const exact = fc.tuple(whole, fc.oneof(fc.bigInt(1n, 2n ** 53n), fc.constantFrom(2n, 4n, 6n)))
  fc.assert(
    fc.property(exact, ([n, d]) => {
      const long = { n: n * 2n ** 60n, d: d * 2n ** 60n }
      for (const rule of ['half-up', 'half-even', 'cut'] as const) {
        assert.equal(roundToCents({ n, d }, rule), roundToCents(long, rule), `${n}/${d} ${rule}`)
      }
    }),
    { numRuns: 500 },
  )
})

test('allocation loses nothing, and no part is a cent or more from its exact share', () => {
  const weights = fc
    .array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 })
    .filter((list) => list.some((weight) => weight > 0))
  fc.assert(
    fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), weights, (amount, list) => {
      const parts = allocate(cents(amount), list)
      const total = BigInt(list.reduce((a, b) => a + b, 0))
      assert.equal(sum(parts), amount)
      parts.forEach((part, index) => {
        const weight = BigInt(list[index] ?? 0)
        const off = BigInt(part) * total - BigInt(amount) * weight
        assert.ok((off < 0n ? -off : off) < total)
        if (weight === 0n) assert.equal(part, 0)
      })
    }),
  )
})

test('allocation gives left-over cents to the largest remainders, first come first', () => {
  assert.deepEqual(allocate(cents(10_000), [1, 1, 1]), [3334, 3333, 3333])
  assert.deepEqual(allocate(cents(-10_000), [1, 1, 1]), [-3334, -3333, -3333])
  assert.deepEqual(allocate(cents(10), [1, 2]), [3, 7])
  for (const wrong of [[], [0], [1, -1], [0.5]]) assert.throws(() => allocate(cents(1), wrong))
})

test('small arithmetic', () => {
  assert.equal(plus(cents(1), cents(2), cents(-4)), -1)
  assert.equal(minus(cents(1), cents(2)), -1)
  assert.equal(smaller(cents(1), cents(2)), 1)
  assert.equal(larger(cents(1), cents(2)), 2)
})

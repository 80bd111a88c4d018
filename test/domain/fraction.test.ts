import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  add,
  compare,
  divide,
  type Fraction,
  floor,
  fraction,
  isZero,
  multiply,
  subtract,
  toDecimal,
  ZERO,
} from '#src/domain/fraction.ts'

const big = (limit: bigint) => fc.bigInt({ min: -limit, max: limit })
const anyFraction = fc
  .tuple(big(10n ** 15n), big(10n ** 9n))
  .filter(([, d]) => d !== 0n)
  .map(([n, d]) => fraction(n, d))

test('a fraction is reduced, with the sign above the line', () => {
  assert.deepEqual(fraction(6n, -4n), { n: -3n, d: 2n })
  assert.deepEqual(fraction(0n, -7n), ZERO)
  assert.throws(() => fraction(1n, 0n), RangeError)
  assert.throws(() => divide(fraction(1n), ZERO), RangeError)
})

test('adding and taking away again, multiplying and dividing again, changes nothing', () => {
  fc.assert(
    fc.property(anyFraction, anyFraction, (a, b) => {
      assert.deepEqual(subtract(add(a, b), b), a)
      assert.deepEqual(add(a, b), add(b, a))
      if (!isZero(b)) assert.deepEqual(divide(multiply(a, b), b), a)
      assert.equal(Math.sign(compare(a, b)), 0 - Math.sign(compare(b, a)))
    }),
    { examples: [[ZERO, ZERO]] },
  )
})

test('the floor is the largest whole number not above', () => {
  fc.assert(
    fc.property(anyFraction, (a) => {
      const below = floor(a)
      assert.ok(compare(fraction(below), a) <= 0 && compare(fraction(below + 1n), a) > 0)
    }),
  )
})

test('decimal text is the nearest one, halves away from zero', () => {
  const shown: [Fraction, number, string][] = [
    [fraction(1n, 8n), 2, '0.13'],
    [fraction(-1n, 8n), 2, '-0.13'],
    [fraction(-1n, 1000n), 2, '0.00'],
    [fraction(1000n, 365n), 6, '2.739726'],
    [fraction(5n, 2n), 0, '3'],
    [fraction(-7n), 1, '-7.0'],
  ]
  for (const [value, places, text] of shown) assert.equal(toDecimal(value, places), text)
  fc.assert(
    fc.property(anyFraction, fc.integer({ min: 0, max: 12 }), (a, places) => {
      const scale = 10n ** BigInt(places)
      const printed = fraction(BigInt(toDecimal(a, places).replace('.', '')), scale)
      const off = subtract(printed, a)
      const size = { n: off.n < 0n ? -off.n : off.n, d: off.d }
      assert.ok(compare(size, fraction(1n, 2n * scale)) <= 0)
    }),
  )
})

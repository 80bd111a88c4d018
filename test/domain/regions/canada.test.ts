import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSin } from '#src/domain/regions/canada.ts'
import numbers from '#test/data/registry-numbers.json' with { type: 'json' }

test('published numbers', () => {
  for (const text of numbers.sinValid) assert.equal(checkSin(text), null, text)
  for (const { text, reason } of numbers.sinInvalid) assert.equal(checkSin(text), reason, text)
})

test('exactly one check digit fits, and groups are written one way', () => {
  const right = Array.from('0123456789').filter((digit) => checkSin(`12345678${digit}`) === null)
  assert.deepEqual(right, ['2'])
  assert.equal(checkSin('123 456 782'), null)
  assert.equal(checkSin('123-456 782'), 'notNineDigits')
  assert.equal(checkSin('046454286'), 'firstDigitNeverIssued')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkIdNr } from '#src/domain/regions/germany.ts'
import numbers from '#test/data/registry-numbers.json' with { type: 'json' }

test('published numbers', () => {
  for (const text of numbers.idNrValid) assert.equal(checkIdNr(text), null, text)
  for (const { text, reason } of numbers.idNrInvalid) assert.equal(checkIdNr(text), reason, text)
})

test('exactly one check digit fits', () => {
  const right = Array.from('0123456789').filter((digit) => checkIdNr(`3657426180${digit}`) === null)
  assert.deepEqual(right, ['9'])
  assert.equal(checkIdNr('3657 4261 809'), 'notElevenDigits')
})

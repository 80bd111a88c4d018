import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkEin } from '#src/domain/regions/us-ein.ts'
import numbers from '#test/data/registry-numbers.json' with { type: 'json' }

test('published numbers', () => {
  for (const text of numbers.einValid) assert.equal(checkEin(text), null, text)
  for (const { text, reason } of numbers.einInvalid) assert.equal(checkEin(text), reason, text)
})

test('prefixes that no campus uses', () => {
  const never = Array.from({ length: 100 }, (_, prefix) => String(prefix).padStart(2, '0')).filter(
    (prefix) => checkEin(`${prefix}-1234567`) === 'prefixNeverIssued',
  )
  const expected = '00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97'
  assert.equal(never.join(' '), expected)
  assert.equal(checkEin('042103594'), null)
  assert.equal(checkEin('04-210359-4'), 'notEin')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkNino } from '#src/domain/regions/united-kingdom.ts'
import numbers from '#test/data/registry-numbers.json' with { type: 'json' }

test('published numbers', () => {
  for (const text of numbers.ninoValid) assert.equal(checkNino(text), null, text)
  for (const { text, reason } of numbers.ninoInvalid) assert.equal(checkNino(text), reason, text)
})

test('as printed on the card, and nothing in between', () => {
  assert.equal(checkNino('AB 12 34 56 C'), null)
  assert.equal(checkNino('AB 123456C'), 'notNino')
  assert.equal(checkNino('ab123456c'), 'notNino')
  for (const prefix of ['DA', 'AD', 'BG', 'NT', 'ZZ', 'FY']) {
    assert.equal(checkNino(`${prefix}123456A`), 'prefixNeverIssued', prefix)
  }
  assert.equal(checkNino('OA123456D'), null)
})

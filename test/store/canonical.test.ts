import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '#src/store/canonical.ts'

test('the order of fields does not matter, the order of a list does', () => {
  assert.equal(
    canonicalJson({ b: 1, a: [true, null, 'é"'] }),
    canonicalJson({ a: [true, null, 'é"'], b: 1 }),
  )
  assert.equal(canonicalJson({ b: 1, a: [true, null] }), '{"a":[true,null],"b":1}')
  assert.notEqual(canonicalJson([1, 2]), canonicalJson([2, 1]))
})

test('an absent field is no field; a null is one', () => {
  assert.equal(canonicalJson({ a: undefined }), '{}')
  assert.equal(canonicalJson({ a: null }), '{"a":null}')
})

test('what JSON cannot hold is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, new Date(), () => 1, undefined]) {
    assert.throws(() => canonicalJson({ value: [value] }), /broken invariant/)
  }
})

test('any JSON reads back as itself and gives the same text again', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(value)))
      assert.equal(canonicalJson(JSON.parse(text)), text)
    }),
  )
})

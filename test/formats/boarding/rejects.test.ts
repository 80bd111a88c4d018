import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rejectLine } from '#src/formats/boarding/rejects.ts'

const AT = { line: 7, field: 'primary.identityNumber', reason: 'An SSN or ITIN has nine digits.' }

test('one line of JSON says where, what and why', () => {
  const text = rejectLine('rejected', AT, '{"account":"KT-1"}')
  assert.ok(text.endsWith('}\n') && text.indexOf('\n') === text.length - 1)
  assert.deepEqual(JSON.parse(text), { ...AT, outcome: 'rejected', raw: '{"account":"KT-1"}' })
})

test('identity numbers are masked in every spelling, also cut off ones', () => {
  const spellings = [
    '{"identityNumber":"987-65-4320"}',
    '{"identityNumber": 987654320, "x":1}',
    '{"identityNumber":"987-65-43',
    '{"identityNumber":"98 765"}',
    'KT-1,Marisol,987-65-4320,x',
    'KT-1,Marisol,987 65 4320',
    'KT-1,987654320,x',
  ]
  for (const raw of spellings) {
    const shown = JSON.parse(rejectLine('rejected', AT, raw)).raw
    assert.doesNotMatch(shown, /987|98 7|4320/)
    assert.match(shown, /\*{9}/)
  }
})

test('identity numbers of other regions are masked as printed', () => {
  for (const number of ['AB 12 34 56 C', 'ab123456c', '123-456-782', '36 574 261 809']) {
    const shown = JSON.parse(rejectLine('rejected', AT, `KT-1,Ada,${number},x`)).raw
    assert.equal(shown, 'KT-1,Ada,*********,x')
  }
})

test('no nine digits in a row survive, and the beginning is all that is shown', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('1', '9', '-', ',', '"', 'a'), maxLength: 3000 }),
      (raw) => {
        const shown: string = JSON.parse(rejectLine('rejected', AT, raw)).raw
        assert.ok(shown.length <= 403)
        assert.doesNotMatch(shown, /\d{7}|\d{3}-\d{2}-\d{4}/)
      },
    ),
  )
})

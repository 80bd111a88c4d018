import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IDENTITY_NUMBERS } from '#src/domain/regions/identity-numbers.ts'

test('each region knows its own number, and says what is wrong with another', () => {
  const { us, ca, gb, de } = IDENTITY_NUMBERS
  assert.deepEqual([us.check('666123456'), us.check('912934567')], ['neverIssued', 'neverIssued'])
  assert.deepEqual([us.check('900701234'), us.check('12345678')], [null, 'wrongForm'])
  assert.deepEqual([ca.check('123456782'), ca.check('123456789')], [null, 'checkDigitWrong'])
  assert.deepEqual([ca.check('046454286'), ca.check('1')], ['neverIssued', 'wrongForm'])
  assert.deepEqual([gb.check('AB123456C'), gb.check('QQ123456A')], [null, 'neverIssued'])
  assert.equal(gb.check('123456782'), 'wrongForm')
  assert.deepEqual([de.check('36574261809'), de.check('36574261890')], [null, 'checkDigitWrong'])
  assert.deepEqual([de.check('06574261809'), de.check('1')], ['neverIssued', 'wrongForm'])
})

test('what registration asks for is the end of such a number', () => {
  const numbers = { us: '900701234', ca: '123456782', gb: 'AB123456C', de: '36574261809' } as const
  for (const region of ['us', 'ca', 'gb', 'de'] as const) {
    const { lastFour, ends } = IDENTITY_NUMBERS[region]
    const end = numbers[region].slice(-4)
    assert.match(end, lastFour)
    assert.equal(/^\d+$/.test(end), ends === 'digits', region)
    assert.doesNotMatch(end.slice(1), lastFour)
  }
})

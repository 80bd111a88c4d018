import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkVin, vinCheckDigit } from '#src/domain/regions/vin.ts'
import vectors from '#test/data/vehicle-numbers.json' with { type: 'json' }

test('published vehicle numbers and their check digits', () => {
  for (const { vin, checkDigit } of vectors.valid) {
    assert.equal(checkVin(vin), null, vin)
    assert.equal(vinCheckDigit(vin), checkDigit, vin)
  }
  for (const { vin, reason } of vectors.invalid) assert.equal(checkVin(vin), reason, vin)
})

test('the character in position 9 does not change which one belongs there', () => {
  for (const { vin, checkDigit } of vectors.valid) {
    for (const other of '0123456789X') {
      const changed = vin.slice(0, 8) + other + vin.slice(9)
      assert.equal(vinCheckDigit(changed), checkDigit)
      assert.equal(checkVin(changed), other === checkDigit ? null : 'checkDigitWrong')
    }
  }
})

test('small letters, I, O, Q and blanks are no characters of a vehicle number', () => {
  for (const text of ['1hgcm82633a004352', '1HGCM82633AOO4352', '1HGCM82633A 04352']) {
    assert.equal(checkVin(text), 'characterNotAllowed', text)
  }
  for (const text of ['', '1HGCM82633A00435'])
    assert.equal(checkVin(text), 'notSeventeenCharacters')
})

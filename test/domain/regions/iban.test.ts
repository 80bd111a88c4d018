import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkBic, checkIban } from '#src/domain/regions/iban.ts'
import numbers from '#test/data/registry-numbers.json' with { type: 'json' }

test('published IBANs', () => {
  for (const text of numbers.ibanValid) assert.equal(checkIban(text), null, text)
  for (const { text, reason } of numbers.ibanInvalid) assert.equal(checkIban(text), reason, text)
})

test('published BICs', () => {
  for (const text of numbers.bicValid) assert.equal(checkBic(text), null, text)
  for (const { text, reason } of numbers.bicInvalid) assert.equal(checkBic(text), reason, text)
  assert.equal(checkBic('DEUTDEDB'), null)
  assert.equal(checkBic('DEU1DEDB'), 'structureWrong')
  assert.equal(checkBic('DEUT1EDB'), 'structureWrong')
  assert.equal(checkBic('deutdedb'), 'structureWrong')
})

test('a wrong character or two neighbors exchanged are found', () => {
  const place = fc.nat(31)
  fc.assert(
    fc.property(fc.constantFrom(...numbers.ibanValid), place, fc.nat(9), (iban, seed, digit) => {
      const at = 2 + (seed % (iban.length - 2))
      const changed = `${iban.slice(0, at)}${digit}${iban.slice(at + 1)}`
      assert.equal(checkIban(changed) === null, changed === iban, changed)
    }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...numbers.ibanValid), place, (iban, seed) => {
      const at = 4 + (seed % (iban.length - 5))
      const swapped = `${iban.slice(0, at)}${iban[at + 1]}${iban[at]}${iban.slice(at + 2)}`
      assert.equal(checkIban(swapped) === null, swapped === iban, swapped)
    }),
  )
})

test('letters stand where the country has letters', () => {
  assert.equal(checkIban('GB29NWBK6016133192681A'), 'structureWrong')
  assert.equal(checkIban('GB291WBK60161331926819'), 'structureWrong')
  assert.equal(checkIban('GBAANWBK60161331926819'), 'structureWrong')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  checkIdentityNumber,
  checkItin,
  checkPhone,
  checkRoutingNumber,
  checkSsn,
  checkZip,
  toE164,
} from '#src/domain/regions/us.ts'
import identity from '#test/data/identity-numbers.json' with { type: 'json' }
import routing from '#test/data/routing-numbers.json' with { type: 'json' }

test('social security numbers', () => {
  for (const text of identity.ssnValid) assert.equal(checkSsn(text), null, text)
  for (const { text, reason } of identity.ssnInvalid) assert.equal(checkSsn(text), reason, text)
  for (const text of ['', '53690439', '5369043990', '536-904399', '536 90 4399', '٥36904399']) {
    assert.equal(checkSsn(text), 'notNineDigits', text)
  }
})

test('taxpayer numbers', () => {
  for (const text of identity.itinValid) assert.equal(checkItin(text), null, text)
  for (const { text, reason } of identity.itinInvalid) assert.equal(checkItin(text), reason, text)
  const groups = Array.from({ length: 100 }, (_, group) => group).filter(
    (group) => checkItin(`912${String(group).padStart(2, '0')}3456`) === null,
  )
  const never = [66, 67, 68, 69, 89, 93]
  assert.deepEqual(
    groups,
    Array.from({ length: 50 }, (_, index) => index + 50).filter((g) => !never.includes(g)),
  )
})

test('whichever number a person has', () => {
  for (const text of [...identity.ssnValid, ...identity.itinValid]) {
    assert.equal(checkIdentityNumber(text), null, text)
  }
  assert.equal(checkIdentityNumber('912-93-4567'), 'groupNeverIssued')
  assert.equal(checkIdentityNumber('666-12-3456'), 'areaNeverIssued')
})

test('routing numbers', () => {
  for (const { number } of routing.valid) assert.equal(checkRoutingNumber(number), null, number)
  for (const { number, reason } of routing.invalid) {
    assert.equal(checkRoutingNumber(number), reason, number)
  }
  for (const text of ['07300022', '0730002280', ' 073000228', '073-000-228']) {
    assert.equal(checkRoutingNumber(text), 'notNineDigits', text)
  }
})

test('one check digit fits each eight digits', () => {
  const fitting = (first8: string) =>
    [...'0123456789'].filter((digit) => checkRoutingNumber(first8 + digit) === null)
  for (const { first8, digit } of routing.checkDigits) {
    assert.deepEqual(fitting(first8), [digit], first8)
  }
})

test('a single wrong digit never passes as a routing number', () => {
  const index = fc.nat(8)
  const valid = fc.constantFrom(...routing.valid.map((entry) => entry.number))
  fc.assert(
    fc.property(valid, index, fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
      const digits = [...number]
      digits[at] = String((Number(digits[at]) + shift) % 10)
      assert.notEqual(checkRoutingNumber(digits.join('')), null)
    }),
  )
})

test('only prefixes of the Federal Reserve are routing numbers', () => {
  for (const prefix of ['13', '20', '33', '60', '73', '79', '81', '99']) {
    assert.equal(checkRoutingNumber(`${prefix}0000000`), 'prefixNeverIssued')
  }
})

test('phones', () => {
  for (const text of ['+12075550134', '+525555123456', '+4989123456']) {
    assert.equal(checkPhone(text), null, text)
  }
  const wrong: [string, string][] = [
    ['2075550134', 'notE164'],
    ['+0123456', 'notE164'],
    ['+1207555013', 'notE164'],
    ['+1234567890123456', 'notE164'],
    ['+11075550134', 'areaCodeWrong'],
    ['+12071550134', 'exchangeWrong'],
    ['+1 207 555 0134', 'notE164'],
  ]
  for (const [text, reason] of wrong) assert.equal(checkPhone(text), reason, text)
})

test('phones as people write them', () => {
  for (const text of [
    '(207) 555-0134',
    '207.555.0134',
    '1-207-555-0134',
    '+1 207 555 0134',
    '207\u20115550134',
    '1 (207) 555\u20130134',
  ]) {
    assert.equal(toE164(text), '+12075550134', text)
  }
  assert.equal(toE164('+52 55 5512 3456'), '+525555123456')
  for (const text of ['', '555-0134', '107 555 0134', '52 55 5512 3456', 'call me']) {
    assert.equal(toE164(text), null, text)
  }
})

test('ZIP codes', () => {
  for (const text of ['04101', '99501-1234']) assert.equal(checkZip(text), null, text)
  for (const text of ['4101', '041011', '04101-', '04101-12', '04101 1234', 'K1A 0B1']) {
    assert.equal(checkZip(text), 'notZip', text)
  }
})

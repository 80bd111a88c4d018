import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enrollmentUri, newSecret, stepOfCode } from '#src/identity/factors/totp.ts'
import { appCode, toBase32 } from '#test/support/oracle-totp.ts'

/** The secret of both documents, as bytes of ASCII. */
const published = toBase32(Buffer.from('12345678901234567890'))
const at = (seconds: number) => new Date(seconds * 1000).toISOString()

test('the values of RFC 4226, Appendix D', () => {
  const codes = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'
  for (const [counter, code] of codes.split(' ').entries()) {
    assert.equal(stepOfCode(published, code, at(counter * 30)), counter)
    assert.equal(stepOfCode(published, code, at(counter * 30 + 29)), counter)
  }
})

test('the values of RFC 6238, Appendix B, for SHA-1: their last six of eight digits', () => {
  for (const [seconds, code] of [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ] as const) {
    assert.equal(stepOfCode(published, code.slice(2), at(seconds)), Math.floor(seconds / 30))
  }
})

test('the running step and the one before it count, an older one and the next do not', () => {
  const secret = newSecret()
  const now = Date.parse('2026-11-24T16:48:00.000Z')
  for (const into of [0, 1, 14_500, 29_999]) {
    const moment = new Date(now + into).toISOString()
    const step = Math.floor(now / 30_000)
    const codeOf = (steps: number) => appCode(secret, new Date(now + steps * 30_000).toISOString())
    assert.equal(stepOfCode(secret, codeOf(0), moment), step)
    assert.equal(stepOfCode(secret, codeOf(-1), moment), step - 1)
    assert.equal(stepOfCode(secret, codeOf(-2), moment), null)
    assert.equal(stepOfCode(secret, codeOf(1), moment), null)
  }
})

test('what is no code of six digits is no code', () => {
  for (const code of ['', '12345', '1234567', 'abcdef', '１２３４５６', '12 345'])
    assert.equal(stepOfCode(published, code, at(0)), null)
})

test('secrets have 160 bits, never the same; the picture names the lender and the person', () => {
  const secrets = Array.from({ length: 50 }, newSecret)
  for (const secret of secrets) assert.match(secret, /^[A-Z2-7]{32}$/)
  assert.equal(new Set(secrets).size, 50)
  const uri = new URL(
    enrollmentUri({ issuer: 'Example Motor Finance', username: 'a+b@x', secret: published }),
  )
  assert.equal(uri.protocol, 'otpauth:')
  assert.equal(uri.searchParams.get('secret'), published)
  assert.equal(uri.searchParams.get('issuer'), 'Example Motor Finance')
  assert.match(decodeURIComponent(uri.pathname), /Example Motor Finance:a\+b@x$/)
})

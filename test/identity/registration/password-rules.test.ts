import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusePassword } from '#src/identity/registration/password-rules.ts'

const context = [
  'Northwind Motor Finance',
  'Northwind',
  'elena.marsh',
  '1HGCM82633A004352',
  'KT-2041-7731',
]
const codeOf = (password: string) => refusePassword(password, context)?.code ?? 'good'

test('a password is long, and its length is counted in characters', () => {
  assert.deepEqual(refusePassword('fourteen chars', context), {
    code: 'passwordTooShort',
    minimum: 15,
  })
  assert.equal(codeOf('fifteen chars it'), 'good')
  assert.equal(codeOf('🚗🛞🌲🪵🍂🌧🌈🦊🐢🪶🧭⛵🏔🌋🪁'), 'good')
  assert.deepEqual(refusePassword('x7-'.repeat(43), context), {
    code: 'passwordTooLong',
    maximum: 128,
  })
  assert.equal(codeOf(`${'a quiet road past seven mills '.repeat(4)}12345678`), 'good')
})

test('composed and decomposed letters are one character', () => {
  const composed = 'ñandúes del río'
  assert.equal([...composed].length, 15)
  assert.equal(codeOf(composed.normalize('NFD')), 'good')
})

test('what everybody tries is refused, a phrase of common words is not', () => {
  for (const known of [
    'passwordpassword',
    'PasswordPassword',
    'password12345678',
    '!!!!password2026!!!!',
    'qwertyuiop12345',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabcab',
    '123456789012345',
  ]) {
    assert.equal(codeOf(known), 'passwordKnown', known)
  }
  assert.equal(codeOf('correct horse battery staple'), 'good')
  assert.equal(codeOf('mi coche verde canta de noche'), 'good')
})

test('what is printed or known about the account adds nothing', () => {
  assert.equal(codeOf('Northwind-2026-ok'), 'passwordHoldsContext')
  assert.equal(codeOf('elenamarsh 2026'), 'passwordHoldsContext')
  assert.equal(codeOf('1hgcm82633a004352'), 'passwordHoldsContext')
  assert.equal(codeOf('KT 2041 7731 car!'), 'passwordHoldsContext')
  assert.equal(codeOf('northwind passes the old mill'), 'good')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFormToken, makeFormToken } from '#src/identity/forms/form-token.ts'
import { isFromOwnPage } from '#src/identity/forms/request-origin.ts'
import { generateKeys, parseKeys } from '#src/vault/keys.ts'
import { createVault, randomBytes } from '#src/vault/vault.ts'

const vault = createVault(parseKeys(generateKeys()))
const session = { id: '0193a5b0-0000-7000-8000-000000000001', formSecret: randomBytes(32) }

test('a form token serves its own session only, and no two are alike', () => {
  const token = makeFormToken(vault, session)
  assert.equal(isFormToken(vault, session, token), true)
  assert.notEqual(makeFormToken(vault, session), token)
  assert.equal(isFormToken(vault, { ...session, formSecret: randomBytes(32) }, token), false)
  assert.equal(isFormToken(vault, { ...session, id: 'another' }, token), false)
  assert.equal(isFormToken(createVault(parseKeys(generateKeys())), session, token), false)
})

test('a changed, cut or foreign token is refused', () => {
  const token = makeFormToken(vault, session)
  for (let at = 0; at < token.length; at += 1) {
    const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
    // The last character carries two bits that decode to nothing.
    if (at < token.length - 1) assert.equal(isFormToken(vault, session, changed), false, `${at}`)
  }
  for (const other of ['', token.slice(1), `${token}A`, ' '.repeat(59), '\0'.repeat(59)]) {
    assert.equal(isFormToken(vault, session, other), false)
  }
})

test('only a page of our own may send a form', () => {
  const own = 'http://localhost:3000'
  const from = (origin: string | null, fetchSite: string | null) =>
    isFromOwnPage({ origin, fetchSite }, own)
  assert.equal(from(own, 'same-origin'), true)
  assert.equal(from(own, null), true)
  assert.equal(from(null, 'same-origin'), true)
  assert.equal(from(null, null), false)
  assert.equal(from('null', 'same-origin'), false)
  assert.equal(from('http://desk.localhost:3001', 'same-site'), false)
  assert.equal(from(own, 'cross-site'), false)
  assert.equal(from(own, 'none'), false)
  assert.equal(from('http://localhost:3001', null), false)
})

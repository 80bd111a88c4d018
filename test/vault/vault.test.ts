import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addKey, generateKeys, parseKeys } from '#src/vault/keys.ts'
import { createVault, equal, randomBytes, randomCode, VaultOpenError } from '#src/vault/vault.ts'

const text = generateKeys()
const vault = createVault(parseKeys(text))

test('what is sealed opens again, in any script and length', () => {
  for (const secret of ['', '900-70-1234', 'Núñez 王 🚗', 'x'.repeat(100_000)]) {
    assert.equal(vault.open(vault.seal(secret, 'obligor 1'), 'obligor 1'), secret)
  }
})

test('the same text is sealed differently each time', () => {
  assert(!equal(vault.seal('secret', 'a'), vault.seal('secret', 'a')))
})

test('a sealed value does not open in another place', () => {
  const sealed = vault.seal('secret', 'obligor 1')
  assert.throws(() => vault.open(sealed, 'obligor 2'), VaultOpenError)
})

test('a change of any byte is noticed', () => {
  const sealed = vault.seal('secret', 'obligor 1')
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    assert.throws(() => vault.open(changed, 'obligor 1'), VaultOpenError, `byte ${at}`)
  }
  for (const length of [0, 1, 29, sealed.length - 1]) {
    assert.throws(() => vault.open(sealed.subarray(0, length), 'obligor 1'), VaultOpenError)
  }
})

test('a new key seals, the old one still opens, and without it nothing opens', () => {
  const old = vault.seal('secret', 'obligor 1')
  const grown = addKey(text, 'seal')
  const rotated = createVault(parseKeys(grown))
  assert.equal(rotated.open(old, 'obligor 1'), 'secret')
  const fresh = rotated.seal('secret', 'obligor 1')
  assert.deepEqual([old[1], fresh[1]], [1, 2])
  assert.equal(rotated.open(fresh, 'obligor 1'), 'secret')
  assert.throws(() => vault.open(fresh, 'obligor 1'), /key 2/)
  assert(equal(rotated.mac('directory', 'x'), vault.mac('directory', 'x')))
})

test('a keyed hash is the one that HKDF (RFC 5869) and HMAC-SHA-256 (RFC 2104) give', () => {
  // Computed apart from this code with Python's hmac: key 00..1f, info "keyturn mac directory".
  const known = createVault({
    mac: Uint8Array.from({ length: 32 }, (_, at) => at),
    seal: [{ id: 1, key: randomBytes(32) }],
    sign: [],
    retired: [],
  })
  assert.equal(
    known.mac('directory', 'account-number', 'ACME-100').toString('hex'),
    'a4d6bc537cb9768c947cc555e7f5e38696c45f8aec3c61fd7acd18a8bbc5760f',
  )
})

test('another purpose, key or cut of the parts gives another hash', () => {
  const other = createVault(parseKeys(generateKeys()))
  const hashes = [
    vault.mac('a', 'bc', 'd'),
    vault.mac('b', 'bc', 'd'),
    vault.mac('a', 'b', 'cd'),
    vault.mac('a', 'bcd'),
    vault.mac('a', 'bcd', ''),
    vault.mac('a', '', 'bcd'),
    vault.mac('a'),
    other.mac('a', 'bc', 'd'),
  ].map((hash) => hash.toString('hex'))
  assert.equal(new Set(hashes).size, hashes.length)
  assert(equal(vault.mac('a', 'bc'), vault.mac('a', Buffer.from('bc'))))
})

test('a code holds only symbols that nobody misreads, all of them', () => {
  const code = randomCode(4_000)
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4000}$/)
  assert.equal(new Set(code).size, 32)
})

test('equal tells lengths and contents apart', () => {
  assert(equal(Buffer.from('ab'), Buffer.from('ab')))
  assert(!equal(Buffer.from('ab'), Buffer.from('ac')))
  assert(!equal(Buffer.from('ab'), Buffer.from('abc')))
})

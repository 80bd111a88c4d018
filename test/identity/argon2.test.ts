// The library that hashes passwords, held against another implementation (OpenSSL's, in Node), which
// is itself held against the published vector.
import assert from 'node:assert/strict'
import { argon2Sync, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { hashRaw } from '@node-rs/argon2'
import { createPasswords } from '#src/identity/passwords.ts'
import { generateKeys, parseKeys } from '#src/vault/keys.ts'
import { createVault } from '#src/vault/vault.ts'

const repeated = (byte: number, times: number) => Buffer.alloc(times, byte)

test('the vector of RFC 9106, section 5.3, by the implementation that ours is held against', () => {
  const tag = argon2Sync('argon2id', {
    message: repeated(1, 32),
    nonce: repeated(2, 16),
    secret: repeated(3, 8),
    associatedData: repeated(4, 12),
    memory: 32,
    passes: 3,
    parallelism: 4,
    tagLength: 32,
  })
  const published = '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659'
  assert.equal(tag.toString('hex'), published)
})

test('both compute the same for any password, salt, key, memory, passes and lanes', async () => {
  for (let time = 0; time < 20; time += 1) {
    const [message, nonce, secret] = [randomBytes(1 + time), randomBytes(16), randomBytes(8 + time)]
    const [parallelism, passes, memory] = [1 + (time % 4), 1 + (time % 3), 64 + 32 * time]
    const cost = { memoryCost: memory, timeCost: passes, parallelism, outputLen: 32 }
    const ours = await hashRaw(message, { salt: nonce, secret, ...cost })
    const of = { message, nonce, secret, memory, passes, parallelism, tagLength: 32 }
    assert.deepEqual(ours, argon2Sync('argon2id', of))
  }
})

test('a stored password is argon2id of its keyed digest, by its own salt and parameters', async () => {
  const vault = createVault(parseKeys(generateKeys()))
  const password = 'eleven lanterns on a wet pier'
  const stored = await createPasswords({ vault, limits: { atOnce: 1, waiting: 1 } }).store(password)
  assert.ok(stored.ok)
  const [, name, version, cost, salt = '', tag = ''] = stored.value.split('$')
  assert.deepEqual([name, version, cost], ['argon2id', 'v=19', 'm=65536,t=3,p=1'])
  const again = argon2Sync('argon2id', {
    message: vault.mac('password', password).toString('base64'),
    nonce: Buffer.from(salt, 'base64'),
    memory: 65_536,
    passes: 3,
    parallelism: 1,
    tagLength: 32,
  })
  assert.equal(tag, again.toString('base64').replaceAll('=', ''))
})

// A vault that follows its file, and changes of the file that are whole or not there.
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { changeKeyFile } from '#src/vault/change-key-file.ts'
import { keptKeysFile } from '#src/vault/kept-keys.ts'
import { NOTICED_WITHIN_MS, vaultOfFile } from '#src/vault/key-file.ts'
import {
  addKey,
  generateKeys,
  parseKeys,
  removeSealingKey,
  retireSigningKey,
  VaultKeysError,
} from '#src/vault/keys.ts'
import { createVault, sealingKeyOf } from '#src/vault/vault.ts'

const folder = await mkdtemp(join(tmpdir(), 'keyturn-keys-'))
after(() => rm(folder, { recursive: true }))

let last = 0

async function newFile(text = generateKeys()): Promise<string> {
  last += 1
  const file = join(folder, `keys-${last}.json`)
  await writeFile(file, text, { mode: 0o600 })
  return file
}

test('what another process sealed with a key added meanwhile opens at once', async () => {
  const file = await newFile()
  const portal = vaultOfFile(file)
  await changeKeyFile(file, (text) => addKey(text, 'seal'))
  const sealed = vaultOfFile(file).seal('secret', 'row 1')
  assert.equal(sealingKeyOf(sealed), 2)
  assert.equal(portal.open(sealed, 'row 1'), 'secret')
  assert.equal(portal.newestKey(), 2)
})

test('a new key seals within the time that is told', async (t) => {
  const file = await newFile()
  let now = 0
  t.mock.method(performance, 'now', () => now)
  const portal = vaultOfFile(file)
  await changeKeyFile(file, (text) => addKey(text, 'seal'))
  assert.equal(sealingKeyOf(portal.seal('secret', 'row 1')), 1)
  now = NOTICED_WITHIN_MS + 1
  assert.equal(sealingKeyOf(portal.seal('secret', 'row 1')), 2)
  mock.restoreAll()
})

test('a file that was spoiled or has another mac key is not taken', async () => {
  for (const spoiled of ['{', generateKeys()]) {
    const file = await newFile()
    const portal = vaultOfFile(file)
    const mac = portal.mac('x', 'y')
    const stranger = createVault(parseKeys(addKey(generateKeys(), 'seal'))).seal('x', 'row 1')
    await writeFile(file, spoiled)
    assert.throws(() => portal.open(stranger, 'row 1'), /key 2/)
    assert.deepEqual(portal.mac('x', 'y'), mac)
    assert.equal(portal.open(portal.seal('secret', 'row 1'), 'row 1'), 'secret')
  }
})

test('a change keeps the mode, goes through a link, and leaves no other file', async () => {
  const file = await newFile()
  const place = join(folder, 'link.json')
  await symlink(file, place)
  const before = await readdir(folder)
  await changeKeyFile(place, (text) => addKey(text, 'sign'))
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  assert.equal(parseKeys(await readFile(file, 'utf8')).sign.length, 2)
  assert.deepEqual(await readdir(folder), before)
})

test('of changes at once each is whole, and none undoes another', async () => {
  const file = await newFile()
  const tried = await Promise.allSettled(
    Array.from({ length: 20 }, () => changeKeyFile(file, (text) => addKey(text, 'seal'))),
  )
  const done = tried.filter(({ status }) => status === 'fulfilled').length
  assert.ok(done >= 1)
  assert.equal(parseKeys(await readFile(file, 'utf8')).seal.length, 1 + done)
  for (const each of tried)
    if (each.status === 'rejected') assert.ok(each.reason instanceof VaultKeysError)
})

test('a change that fails leaves the file as it was', async () => {
  const file = await newFile()
  const text = await readFile(file, 'utf8')
  await assert.rejects(
    changeKeyFile(file, (now) => removeSealingKey(now, 1)),
    /newest/,
  )
  await assert.rejects(
    changeKeyFile(file, (now) => removeSealingKey(now, 9)),
    /no sealing key 9/,
  )
  assert.equal(await readFile(file, 'utf8'), text)
  await changeKeyFile(file, (now) => addKey(now, 'seal'))
  await changeKeyFile(file, (now) => removeSealingKey(now, 1))
  assert.deepEqual(
    parseKeys(await readFile(file, 'utf8')).seal.map(({ id }) => id),
    [2],
  )
})

test('a demo that is begun many times at once has one file of keys', async () => {
  const home = join(folder, 'home')
  const files = await Promise.all(Array.from({ length: 20 }, () => keptKeysFile(home)))
  assert.equal(new Set(files).size, 1)
  assert.deepEqual(await readdir(home), ['keys.json'])
  assert.equal((await stat(join(home, 'keys.json'))).mode & 0o777, 0o600)
  assert.equal(parseKeys(await readFile(join(home, 'keys.json'), 'utf8')).sign.length, 1)
})

test('a signing key that is retired signs no more, and what it signed still checks', async () => {
  const file = await newFile()
  const portal = vaultOfFile(file)
  const before = portal.sign('a paper')
  await changeKeyFile(file, (text) => addKey(text, 'sign'))
  // Another process signs with the new key before this one has looked at the file.
  const fresh = vaultOfFile(file).sign('another')
  assert.ok(portal.isSigned('another', fresh))
  const secret = parseKeys(await readFile(file, 'utf8')).sign[0]?.key
  await changeKeyFile(file, (text) => retireSigningKey(text, 1))
  const text = await readFile(file, 'utf8')
  assert.ok(secret && !text.includes(Buffer.from(secret).toString('base64url')))
  assert.ok(vaultOfFile(file).isSigned('a paper', before))
  assert.ok(!vaultOfFile(file).isSigned('a paper?', before))
  assert.deepEqual(portal.publicKeys(), [fresh.key, before.key])
  assert.throws(() => retireSigningKey(text, 2), VaultKeysError)
  assert.throws(() => retireSigningKey(text, 1), VaultKeysError)
})

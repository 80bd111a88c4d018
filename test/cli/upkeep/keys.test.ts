// `keyturn keys` as an operator meets it, and a run that is killed.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { valuesByKey } from '#src/servicing/keys/reseal.ts'
import { parseKeys } from '#src/vault/keys.ts'
import { createVault } from '#src/vault/vault.ts'
import { commandsOn } from '#test/support/commands.ts'
import { testDatabase } from '#test/support/database.ts'
import { sealedBook } from '#test/support/sealed-book.ts'

const database = await testDatabase()
const { db } = database
const commands = await commandsOn(database)
const PEOPLE = 30_000
const ALL = PEOPLE + 15
const book = await sealedBook(database, PEOPLE)
after(async () => {
  await database.close()
  await commands.remove()
})

const vault = async () => createVault(parseKeys(await readFile(commands.keysFile, 'utf8')))

test('keys add: a new key in the file, the old ones kept, no secret told', async () => {
  const { code, out } = await commands.run('keys', 'add')
  const text = await readFile(commands.keysFile, 'utf8')
  const { seal, sign, mac } = parseKeys(text)
  assert.deepEqual([seal.length, sign.length], [2, 1])
  assert.deepEqual([seal[0], mac], [parseKeys(database.keys).seal[0], parseKeys(database.keys).mac])
  assert.equal(code, 0)
  assert.match(out, /^sealing key 1\nsealing key 2, in use\nsigning key 1, in use, public key /m)
  for (const secret of text.matchAll(/[\w-]{43}/g)) assert.ok(!out.includes(secret[0]))
  assert.deepEqual(await commands.run('keys', 'list'), { code, out, err: '' })
})

test('keys remove: refused while the key seals anything', async () => {
  const { code, out } = await commands.run('keys', 'remove', '1')
  assert.equal(code, 1)
  assert.equal(out, `key 1 still seals ${ALL} values: run keyturn keys reseal first\n`)
  const newest = await commands.run('keys', 'remove', '2')
  assert.equal(newest.code, 2)
  assert.match(newest.err, /sealing key 2 is the newest/)
})

test('keys reseal: killed in the middle it leaves nothing broken, and the next run goes on', async () => {
  const keyturn = resolve(import.meta.dirname, '../../../bin/keyturn')
  const env = { ...commands.env, KEYTURN_DEBUG: '1' }
  const child = spawn(process.execPath, [keyturn, 'keys', 'reseal'], { env, detached: true })
  const ended = new Promise((done) => child.on('close', done))
  while (!(await valuesByKey({ db })).has(2)) await pause(5)
  assert.ok(child.pid)
  process.kill(-child.pid, 'SIGKILL')
  await ended
  const left = (await valuesByKey({ db })).get(1) ?? 0
  assert.ok(left > 0, 'it was killed before its end')
  assert.deepEqual(await book.openAll(await vault()), book.expected(PEOPLE))

  const { code, out, err } = await commands.run('keys', 'reseal')
  assert.equal(code, 0)
  const count = left.toLocaleString('en-US')
  assert.equal(
    out,
    `${count} values put under key 2\nkey 1 seals nothing any more: keyturn keys remove 1\n`,
  )
  if (left > 10_000) assert.match(err, / values\n/)
})

test('keys remove: after a whole run the old key goes, and everything opens', async () => {
  const { code, out } = await commands.run('keys', 'remove', '1')
  assert.equal(code, 0)
  assert.match(out, /^sealing key 2, in use$/m)
  assert.doesNotMatch(out, /sealing key 1/)
  assert.deepEqual(await book.openAll(await vault()), book.expected(PEOPLE))
})

test('keys retire: the secret goes, the public key stays; the newest is refused', async () => {
  await commands.run('keys', 'add', '--signing')
  const { code, out } = await commands.run('keys', 'retire', '1')
  assert.equal(code, 0)
  assert.match(out, /^signing key 2, in use, public key /m)
  assert.match(out, /^signing key 1, retired: it only checks, public key /m)
  const { sign, retired } = parseKeys(await readFile(commands.keysFile, 'utf8'))
  assert.deepEqual([sign.map(({ id }) => id), retired.map(({ id }) => id)], [[2], [1]])
  const newest = await commands.run('keys', 'retire', '2')
  assert.equal(newest.code, 2)
  assert.match(newest.err, /signing key 2 is the newest/)
})

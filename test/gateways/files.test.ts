// Bytes under their SHA-256, in a folder and in a bucket: whole or not there, never other bytes.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import { fileFolder } from '#src/gateways/file-folder.ts'
import { fileS3 } from '#src/gateways/file-s3.ts'
import type { Files } from '#src/gateways/files.ts'
import { type S3Server, s3Server } from '#test/support/s3-server.ts'

let folder: string
let bucket: S3Server
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyturn-files-'))
  bucket = await s3Server()
})
afterEach(() => bucket.feels('well'))
after(async () => {
  await bucket.close()
  await rm(folder, { recursive: true, force: true })
})

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const paper = (text: string) => {
  const bytes = Buffer.from(text.repeat(50))
  return { bytes, digest: digestOf(bytes), name: digestOf(bytes).toString('hex') }
}
const placeOf = (name: string) => `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`

const WAYS: readonly [string, () => Files, (name: string, bytes: Buffer) => Promise<unknown>][] = [
  ['a folder', () => fileFolder(folder), (name, b) => writeFile(join(folder, placeOf(name)), b)],
  [
    'a bucket',
    () => fileS3(bucket.place),
    async (name, bytes) => bucket.objects.set(`/papers/keyturn/${placeOf(name)}`, bytes),
  ],
]

for (const [way, files, change] of WAYS) {
  test(`${way} gives back what it was given, once or twice`, async () => {
    const { bytes, digest } = paper(`${way} keeps this. `)
    await files().put(digest, bytes)
    await files().put(digest, bytes)
    assert.deepEqual(await files().get(digest), bytes)
    const several = Array.from({ length: 5 }, () => files().put(digest, bytes))
    await Promise.all(several)
    assert.deepEqual(await files().get(digest), bytes)
  })

  test(`${way} gives no bytes that were changed, and none that are missing`, async () => {
    const { bytes, digest, name } = paper(`${way} was tampered with. `)
    await assert.rejects(files().get(digest))
    await files().put(digest, bytes)
    const other = Buffer.from(bytes)
    other.writeUInt8(33, 7)
    await change(name, other)
    await assert.rejects(files().get(digest), /was changed/)
  })
}

test('a folder holds no half file, whatever was going on', async () => {
  const names = await readdir(folder, { recursive: true })
  assert.ok(names.length > 0)
  assert.deepEqual(
    names.filter((name) => name.endsWith('.part')),
    [],
  )
})

test('a bucket is written once for the same bytes, and half a file in it anew', async () => {
  const { bytes, digest, name } = paper('Written once. ')
  const files = fileS3(bucket.place)
  const before = bucket.written()
  await files.put(digest, bytes)
  await files.put(digest, bytes)
  assert.equal(bucket.written(), before + 1)
  bucket.objects.set(`/papers/keyturn/${placeOf(name)}`, bytes.subarray(0, 20))
  await files.put(digest, bytes)
  assert.deepEqual(await files.get(digest), bytes)
})

test('a store that does not keep what it was given is found before anybody relies on it', async () => {
  for (const how of ['forgetful', 'halving'] as const) {
    const { bytes, digest } = paper(`A ${how} store. `)
    bucket.feels(how)
    await assert.rejects(fileS3(bucket.place).put(digest, bytes), /did not keep/)
  }
})

test('a store that is down, silent, elsewhere or breaks off fails in time', async () => {
  const { bytes, digest } = paper('In time. ')
  const files = fileS3(bucket.place, { withinMs: 200 })
  await files.put(digest, bytes)
  const started = performance.now()
  bucket.feels('silent')
  await assert.rejects(files.put(digest, bytes), { name: 'TimeoutError' })
  await assert.rejects(files.get(digest), { name: 'TimeoutError' })
  assert.ok(performance.now() - started < 5_000)
  bucket.feels('down')
  await assert.rejects(files.put(digest, bytes), /the store of files answered 503/)
  await assert.rejects(files.get(digest), /the store of files answered 503/)
  bucket.feels('elsewhere')
  await assert.rejects(files.get(digest))
  bucket.feels('cutting')
  await assert.rejects(files.get(digest))
  bucket.feels('well')
  assert.deepEqual(await files.get(digest), bytes)
})

test('only who has the secret reads or writes, and no message tells it', async () => {
  const { bytes, digest } = paper('Only with the secret. ')
  const wrong = { ...bucket.place, secret: 'guessed' }
  for (const act of [fileS3(wrong).put(digest, bytes), fileS3(wrong).get(digest)])
    await assert.rejects(act, (error) => {
      assert.match(String(error), /answered 403/)
      assert.doesNotMatch(String(error), /guessed|AKID/)
      return true
    })
  assert.deepEqual(bucket.refused.slice(-2), ['wrong signature', 'wrong signature'])
  const plain = await fetch(new URL(placeOf(digest.toString('hex')), bucket.place.url))
  assert.equal(plain.status, 403)
  const region = { ...bucket.place, region: 'eu-west-1' }
  await assert.rejects(fileS3(region).put(digest, bytes), /answered 403/)
})

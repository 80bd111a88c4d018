// The signed daily list: what it notices that the database alone could not tell.
import assert from 'node:assert/strict'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readConfig } from '#src/config.ts'
import { compareHeads, type HeadDifference } from '#src/servicing/audit/compare-heads.ts'
import { signHeads } from '#src/servicing/audit/sign-heads.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import { addKey, generateKeys, parseKeys, VaultKeysError } from '#src/vault/keys.ts'
import { createVault } from '#src/vault/vault.ts'
import { auditedBook } from '#test/support/audited-book.ts'

const book = await auditedBook()
const { database, chains, accountId } = book
const { lender } = readConfig({})
const keys = generateKeys()
const signer = createVault(parseKeys(keys))
// The chains were sealed with keys of the database's own; the lists here with keys that grow.
const vault = { ...database.vault, sign: signer.sign, isSigned: signer.isSigned }
const folders: string[] = []
after(async () => {
  await book.close()
  for (const folder of folders) await rm(folder, { recursive: true })
})

const LIST = 'chain-heads-2026-11-24.jsonl'

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keyturn-heads-'))
  folders.push(folder)
  return join(folder, 'audit')
}

function sign(auditFolder: string, now = '2026-11-24T16:48:00.000Z', by = vault) {
  const clock = { now: () => now }
  return signHeads({ db: database.db, vault: by, clock, lender, auditFolder })
}

async function compare(folder: string, by = vault) {
  const differences: HeadDifference[] = []
  const tell = {
    difference: (found: HeadDifference) => differences.push(found),
    progress: () => undefined,
  }
  const comparison = await compareHeads({ db: database.db, vault: by }, { folder }, tell)
  return { ...comparison, differences }
}

const signed = await newFolder()
await sign(signed)

test('the list of a day holds every head, is written once, and leaves nothing else behind', async () => {
  const before = await readFile(join(signed, LIST), 'utf8')
  assert.equal(before.trimEnd().split('\n').length, 1 + 2 + 2 + 3 + 1)
  await book.appendAccess(chains.login)
  await sign(signed)
  assert.deepEqual(await readdir(signed), [LIST])
  assert.equal(await readFile(join(signed, LIST), 'utf8'), before)
  const { lists, heads, differences, unusable } = await compare(signed)
  assert.deepEqual(
    { lists, heads, differences, unusable },
    { lists: 1, heads: 7, differences: [], unusable: [] },
  )
})

test('days without a list are named', async () => {
  const folder = await newFolder()
  for (const day of ['24', '25', '28', '30']) await sign(folder, `2026-11-${day}T16:48:00.000Z`)
  assert.deepEqual((await compare(folder)).gaps, [
    { first: '2026-11-26', last: '2026-11-27' },
    { first: '2026-11-29', last: '2026-11-29' },
  ])
  assert.deepEqual((await compare(signed)).gaps, [])
})

test('the next day has a list of its own, by the calendar of the lender', async () => {
  const folder = await newFolder()
  await sign(folder, '2026-11-25T04:59:00.000Z')
  await sign(folder, '2026-11-25T05:00:00.000Z')
  assert.deepEqual(await readdir(folder), [LIST, 'chain-heads-2026-11-25.jsonl'])
})

test('its signature can be checked with the public key alone', async () => {
  const lines = (await readFile(join(signed, LIST), 'utf8')).trimEnd().split('\n')
  const { key, signature, sha256, chains } = JSON.parse(lines.pop() ?? '')
  const hash = createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex')
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' })
  const text = Buffer.from(`keyturn chain heads 1 ${hash}`)
  assert.equal(sha256, hash)
  assert.equal(chains, 7)
  assert.ok(verify(null, text, publicKey, Buffer.from(signature, 'base64url')))
})

const ACCOUNT = `account_id = '${accountId}'`
const LOGIN = `chain = '${chains.login}'`
const of = (kind: HeadDifference['chain']['kind'], key: string) => ({ kind, key })

test('a whole chain deleted with its head is noticed by the list alone', () =>
  book.restored(['access_audit', 'access_chain'], async () => {
    await book.superuser(`delete from access_audit where ${LOGIN}`)
    await book.superuser(`delete from access_chain where ${LOGIN}`)
    const tell = { problem: () => assert.fail('nothing shows'), progress: () => undefined }
    assert.equal((await verifyAudit(database, tell)).broken, 0)
    assert.deepEqual((await compare(signed)).differences, [
      { list: LIST, chain: of('access-audit', chains.login), count: 5, problem: 'missing' },
    ])
  }))

test('an account deleted with all that hangs on it is noticed by both of its chains', () =>
  book.restored(['account', 'account_audit', 'account_event'], async () => {
    for (const table of ['account_audit', 'account_event', 'account'])
      await book.superuser(`delete from ${table} where ${ACCOUNT}`)
    assert.deepEqual((await compare(signed)).differences, [
      { list: LIST, chain: of('account-event', accountId), count: 1, problem: 'missing' },
      { list: LIST, chain: of('account-audit', accountId), count: 5, problem: 'missing' },
    ])
  }))

test('a chain begun anew under the old name is shorter; as long as before, it is different', () =>
  book.restored(['access_audit', 'access_chain'], async () => {
    await book.superuser(`delete from access_audit where ${LOGIN}`)
    await book.superuser(`delete from access_chain where ${LOGIN}`)
    await book.appendAccess(chains.login)
    const chain = of('access-audit', chains.login)
    const expected = { list: LIST, chain, count: 5 }
    assert.deepEqual((await compare(signed)).differences, [{ ...expected, problem: 'shorter' }])
    for (let at = 0; at < 5; at += 1) await book.appendAccess(chains.login)
    assert.deepEqual((await compare(signed)).differences, [{ ...expected, problem: 'different' }])
  }))

test('a list that was changed, cut, renamed or signed by others is named and not believed', async () => {
  const text = await readFile(join(signed, LIST), 'utf8')
  const lines = text.trimEnd().split('\n')
  const other = createVault(parseKeys(generateKeys()))
  const cases: readonly [string, string, string][] = [
    [LIST, text.replace(',5,', ',4,'), 'changed'],
    [LIST, lines.toSpliced(2, 1).join('\n'), 'changed'],
    [LIST, lines.slice(0, -1).join('\n'), 'unfinished'],
    [LIST, '', 'unfinished'],
    ['chain-heads-2026-11-25.jsonl', text, 'changed'],
  ]
  for (const [list, content, problem] of cases) {
    const folder = await newFolder()
    await sign(folder)
    await rm(join(folder, LIST))
    await writeFile(join(folder, list), content)
    assert.deepEqual((await compare(folder)).unusable, [{ list, problem }])
  }
  const strangers = { ...vault, sign: other.sign }
  const folder = await newFolder()
  await sign(folder, undefined, strangers)
  assert.deepEqual((await compare(folder)).unusable, [{ list: LIST, problem: 'unknownKey' }])
})

test('a new signing key signs, lists of the old one still count; without a key there is none', async () => {
  const grown = createVault(parseKeys(addKey(keys, 'sign')))
  const folder = await newFolder()
  const renewed = { ...vault, sign: grown.sign, isSigned: grown.isSigned }
  await sign(folder, '2026-11-25T16:48:00.000Z', renewed)
  await copyFile(join(signed, LIST), join(folder, LIST))
  const { lists, unusable } = await compare(folder, renewed)
  assert.deepEqual({ lists, unusable }, { lists: 2, unusable: [] })
  assert.equal((await compare(folder)).unusable.length, 1)
  const none = { ...vault, sign: createVault({ ...parseKeys(keys), sign: [] }).sign }
  const empty = await newFolder()
  await assert.rejects(sign(empty, undefined, none), VaultKeysError)
  assert.deepEqual(await readdir(empty), [])
})

test('no folder, no lists', async () => {
  const { lists, heads } = await compare(await newFolder())
  assert.deepEqual({ lists, heads }, { lists: 0, heads: 0 })
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmByBackupCode } from '#src/identity/entry/confirm-by-backup-code.ts'
import { methodsOf, waysToConfirm } from '#src/identity/entry/ways.ts'
import { makeBackupCodes, type ReadableCode } from '#src/identity/factors/backup-codes.ts'
import { readNextBackupCode } from '#src/store/logins/backup-codes.ts'
import { type MigratedDatabase, newTestId, testDatabase } from '#test/support/database.ts'
import {
  identityDeps,
  movableClock,
  plantAccount,
  sessionOf,
} from '#test/support/identity-world.ts'
import { halfSession, plantLogin, signedIn, type WorldDeps } from '#test/support/second-factors.ts'

let database: MigratedDatabase
let deps: WorldDeps
const clock = movableClock()
let people = 0

before(async () => {
  database = await testDatabase()
  deps = identityDeps(database, clock)
})
after(() => database.close())

async function somebody() {
  people += 1
  const username = `somebody.${people}`
  const [person] = await plantAccount(database, `KT-${String(people).padStart(8, '0')}`)
  return { username, loginId: await plantLogin(database, deps, { username, person }) }
}

async function makeSet(username: string, key = newTestId()): Promise<readonly ReadableCode[]> {
  const made = await makeBackupCodes(deps, await signedIn(deps, username), key)
  assert.ok(made.ok)
  return made.value
}

const codeOf = (answer: { ok: boolean } & object) =>
  'refusal' in answer ? (answer.refusal as { code: string }).code : 'in'

async function confirm(loginId: string, typed: string) {
  return confirmByBackupCode(deps, await halfSession(deps, loginId), typed)
}

test('ten codes of 80 bits, of which the database has a slow hash each', async () => {
  const { username, loginId } = await somebody()
  const codes = await makeSet(username)
  assert.deepEqual(
    codes.map(({ number }) => number),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  )
  for (const { code } of codes) assert.match(code, /^[0-9A-HJKMNP-TV-Z]{16}$/)
  assert.equal(new Set(codes.map(({ code }) => code)).size, 10)
  const rows = await database.db
    .selectFrom('backup_code')
    .selectAll()
    .where('login_id', '=', loginId)
    .execute()
  assert.equal(rows.length, 10)
  for (const { hash } of rows) assert.match(hash, /^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  const stored = JSON.stringify(rows) + JSON.stringify(await auditAndMail())
  for (const { code } of codes) assert.equal(stored.includes(code), false)
})

async function auditAndMail() {
  const audit = await database.db.selectFrom('access_audit').selectAll().execute()
  return { audit, mail: await database.db.selectFrom('outbox').selectAll().execute() }
}

test('asked for in order, each once, however it is typed; a new set ends the old one', async () => {
  const { username, loginId } = await somebody()
  const [first, second, third] = await makeSet(username)
  assert.ok(first && second && third)
  const half = await halfSession(deps, loginId)
  assert.equal((await waysToConfirm(deps, half.session)).backupNumber, 1)
  assert.equal(codeOf(await confirm(loginId, second.code)), 'backupCodeWrong')
  const grouped = first.code.toLowerCase().replace(/(.{4})(?=.)/g, '$1-')
  const answer = await confirm(loginId, ` ${grouped} `)
  assert.ok(answer.ok && answer.value !== 'sentBefore')
  assert.equal((await sessionOf(deps, answer.value.token)).kind, 'signedIn')
  assert.equal(codeOf(await confirm(loginId, first.code)), 'backupCodeWrong')
  assert.equal((await waysToConfirm(deps, half.session)).backupNumber, 2)
  const lookalikes = second.code.replaceAll('0', 'O').replaceAll('1', 'l')
  assert.equal(codeOf(await confirm(loginId, lookalikes)), 'in')
  const session = (await signedIn(deps, username)).session
  assert.equal((await methodsOf(deps, session)).backupCodesLeft, 8)
  await makeSet(username)
  assert.equal((await methodsOf(deps, session)).backupCodesLeft, 10)
  assert.equal(codeOf(await confirm(loginId, third.code)), 'backupCodeWrong')
})

test('the code of somebody else, and a hash copied to another login or number, open nothing', async () => {
  const [one, two] = [await somebody(), await somebody()]
  const [first] = await makeSet(one.username)
  await makeSet(two.username)
  assert.equal(codeOf(await confirm(two.loginId, first?.code ?? '')), 'backupCodeWrong')
  const asked = await readNextBackupCode(database.db, one.loginId)
  await database.db
    .updateTable('backup_code')
    .set({ hash: asked?.hash ?? '' })
    .where('login_id', '=', two.loginId)
    .where('number', '=', 1)
    .execute()
  assert.equal(codeOf(await confirm(two.loginId, first?.code ?? '')), 'backupCodeWrong')
})

test('five wrong ones and the right one waits', async () => {
  const { username, loginId } = await somebody()
  const [first] = await makeSet(username)
  for (let tries = 1; tries <= 5; tries += 1)
    assert.equal(codeOf(await confirm(loginId, '0000 0000 0000 0000')), 'backupCodeWrong')
  assert.equal(codeOf(await confirm(loginId, first?.code ?? '')), 'waitBeforeTrying')
  clock.pass(30)
  assert.equal(codeOf(await confirm(loginId, first?.code ?? '')), 'in')
})

test('who has no codes is refused like who types a wrong one', async () => {
  const { loginId } = await somebody()
  assert.equal(codeOf(await confirm(loginId, '0000000000000000')), 'backupCodeWrong')
})

test('a form makes one set; sets are not made without end; a busy service changes nothing', async () => {
  const { username, loginId } = await somebody()
  const key = newTestId()
  const asking = await signedIn(deps, username)
  const answers = await Promise.all([1, 2].map(() => makeBackupCodes(deps, asking, key)))
  assert.deepEqual(answers.map(codeOf).sort(), ['formAlreadyUsed', 'in'])
  const before = await readNextBackupCode(database.db, loginId)
  const busy = {
    ...deps.passwords,
    store: async () => ({ ok: false, refusal: { code: 'busy', retryAfterSeconds: 5 } }) as const,
  }
  const full = await makeBackupCodes({ ...deps, passwords: busy }, asking, newTestId())
  assert.equal(codeOf(full), 'busy')
  assert.deepEqual(await readNextBackupCode(database.db, loginId), before)
  const quick = { ...deps.passwords, store: async () => ({ ok: true, value: 'a hash' }) as const }
  for (let sets = 2; sets <= 5; sets += 1)
    assert.ok((await makeBackupCodes({ ...deps, passwords: quick }, asking, newTestId())).ok)
  assert.equal(codeOf(await makeBackupCodes(deps, asking, newTestId())), 'waitBeforeTrying')
})

test('every contact is told of a new set and of a code that was used', async () => {
  const { username, loginId } = await somebody()
  const [first] = await makeSet(username)
  await confirm(loginId, first?.code ?? '')
  const rows = await database.db
    .selectFrom('outbox')
    .select(['channel', 'template'])
    .where('login_id', '=', loginId)
    .execute()
  assert.deepEqual(
    rows.map(({ template, channel }) => `${template} ${channel}`).toSorted(),
    ['backupCodesMade', 'backupCodeUsed', 'unusualSignIn']
      .flatMap((name) => [`${name} sms`, `${name} email`])
      .toSorted(),
  )
})

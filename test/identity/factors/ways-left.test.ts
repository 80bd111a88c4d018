import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPasskey, mostPasskeys, removePasskey } from '#src/identity/entry/change-passkeys.ts'
import { asFresh } from '#src/identity/entry/fresh-session.ts'
import { authenticatorsOf } from '#src/identity/factors/authenticators.ts'
import { finishEnrollment, startEnrollment } from '#src/identity/factors/enroll-authenticator.ts'
import { askForNewPasskey } from '#src/identity/factors/passkey-options.ts'
import { removeAuthenticator } from '#src/identity/factors/remove-authenticator.ts'
import { letsIn } from '#src/identity/factors/ways-left.ts'
import { replaceBackupCodes } from '#src/store/logins/backup-codes.ts'
import { readPasskeys } from '#src/store/logins/passkeys.ts'
import { plantPasskey, signedInWith } from '#test/support/account-proofs.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { identityDeps, movableClock, plantAccount, visit } from '#test/support/identity-world.ts'
import { appCode } from '#test/support/oracle-totp.ts'
import { passkeyDevice } from '#test/support/passkey-device.ts'
import { addApp, plantLogin, type WorldDeps } from '#test/support/second-factors.ts'

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
  const [person] = await plantAccount(database, `KT-4${String(people).padStart(7, '0')}`)
  return { username, loginId: await plantLogin(database, deps, { username, person }) }
}

/** Signed in just now; without contacts where `contacts` says so. */
async function fresh(loginId: string, contacts: 'with' | 'none' = 'with') {
  const { session } = await signedInWith(deps, loginId, ['sms'])
  const found = asFresh(session, clock.now())
  assert.ok(found)
  const own = contacts === 'with' ? found : { ...found, accounts: [] }
  return { session: own, visit: visit() }
}

const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok'

test('an app, a passkey or a contact lets in; backup codes alone run out', () => {
  const none = { passkeys: 0, authenticators: 0, contacts: 0, backupCodes: 0 }
  for (const profile of ['standard', 'strict'] as const) {
    assert.equal(letsIn(profile, none), false)
    assert.equal(letsIn(profile, { ...none, backupCodes: 10 }), false)
    for (const way of ['passkeys', 'authenticators'])
      assert.equal(letsIn(profile, { ...none, [way]: 1 }), true)
  }
  assert.equal(letsIn('standard', { ...none, contacts: 1 }), true)
  assert.equal(letsIn('strict', { ...none, contacts: 6 }), false)
})

test('without a contact the last app goes while a passkey is left, and the last passkey never', async () => {
  const { username, loginId } = await somebody()
  await addApp(deps, username)
  const passkey = await plantPasskey(deps, loginId)
  const [app] = await authenticatorsOf(database.db, loginId)
  const alone = await fresh(loginId, 'none')
  assert.equal(codeOf(await removeAuthenticator(deps, alone, app?.id ?? '')), 'ok')
  assert.equal(codeOf(await removePasskey(deps, alone, passkey)), 'lastFactor')
  assert.equal((await readPasskeys(database.db, loginId)).length, 1)
  const set = { loginId, codes: [{ number: 1, hash: 'never typed' }], madeAt: clock.now() }
  await database.db.transaction().execute((tx) => replaceBackupCodes(tx, set))
  assert.equal(codeOf(await removePasskey(deps, alone, passkey)), 'lastFactor')
  assert.equal(codeOf(await removePasskey(deps, await fresh(loginId), passkey)), 'ok')
})

test('the last app and the last passkey, taken away at the same moment: one of them stays', async () => {
  for (let round = 1; round <= 5; round += 1) {
    const { username, loginId } = await somebody()
    await addApp(deps, username)
    const passkey = await plantPasskey(deps, loginId)
    const [app] = await authenticatorsOf(database.db, loginId)
    const [one, two] = [await fresh(loginId, 'none'), await fresh(loginId, 'none')]
    const answers = await Promise.all([
      ...Array.from({ length: 10 }, () => removeAuthenticator(deps, one, app?.id ?? '')),
      ...Array.from({ length: 10 }, () => removePasskey(deps, two, passkey)),
    ])
    assert.ok(answers.some(({ ok }) => !ok))
    const apps = await authenticatorsOf(database.db, loginId)
    const passkeys = await readPasskeys(database.db, loginId)
    assert.equal(apps.length + passkeys.length, 1)
  }
})

test('ten passkeys are the most, also when fifty are added at once from fifty sessions', async () => {
  const { loginId } = await somebody()
  for (let at = 1; at < mostPasskeys; at += 1) await plantPasskey(deps, loginId, `Key ${at}`)
  const ready = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const changing = await fresh(loginId)
      const options = await askForNewPasskey(deps, changing.session)
      // Each device is another: what is asked for names the passkeys that are there already.
      return { changing, response: passkeyDevice(deps.portalOrigin).make(options) }
    }),
  )
  const answers = await Promise.all(
    ready.map(({ changing, response }) => addPasskey(deps, changing, { name: 'New', response })),
  )
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  assert.equal((await readPasskeys(database.db, loginId)).length, mostPasskeys)
  for (const answer of answers.filter(({ ok }) => !ok))
    assert.deepEqual(answer, { ok: false, refusal: { code: 'passkeysFull', most: mostPasskeys } })
})

test('five apps are the most, also when five are added at once from five sessions', async () => {
  const { username, loginId } = await somebody()
  for (let at = 1; at <= 4; at += 1) await addApp(deps, username, `App ${at}`)
  const ready = []
  for (let at = 1; at <= 5; at += 1) {
    const asking = await fresh(loginId)
    const { id, secret } = await startEnrollment(deps, asking.session)
    ready.push({ asking, form: { id, name: 'New', code: appCode(secret, clock.now()) } })
  }
  const answers = await Promise.all(
    ready.map(({ asking, form }) => finishEnrollment(deps, asking, form)),
  )
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  assert.equal((await authenticatorsOf(database.db, loginId)).length, 5)
  assert.ok(answers.some((answer) => codeOf(answer) === 'authenticatorsFull'))
})

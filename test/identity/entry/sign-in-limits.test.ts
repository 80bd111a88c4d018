// Where waiting ends: a hundred failures in a row, the site's own minute, and what a stranger can
// use up. The owner's browser and passkey are never among it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmByAuthenticator } from '#src/identity/entry/confirm-by-authenticator.ts'
import { confirmByCode, sendSignInCode } from '#src/identity/entry/confirm-by-code.ts'
import { keepKnownDevice, newDeviceToken } from '#src/identity/entry/known-device.ts'
import { signIn } from '#src/identity/entry/sign-in.ts'
import { clearAttempts, permitAttempt } from '#src/identity/throttle.ts'
import { forgetExpired } from '#src/identity/upkeep/forget-expired.ts'
import { waitingCode } from '#test/support/codes.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import {
  identityDeps,
  movableClock,
  plantAccount,
  sessionOf,
  visit,
  visitor,
} from '#test/support/identity-world.ts'
import { appCode } from '#test/support/oracle-totp.ts'
import { passkeyWorld } from '#test/support/passkey-world.ts'
import { addApp, halfSession, plantLogin, type WorldDeps } from '#test/support/second-factors.ts'

let database: MigratedDatabase
let deps: WorldDeps
let stored: string
const clock = movableClock()
const password = 'a quiet road past seven mills'
const wrong = 'wrong wrong wrong wrong'
let people = 0

before(async () => {
  database = await testDatabase()
  deps = identityDeps(database, clock)
  const made = await deps.passwords.store(password)
  assert.ok(made.ok)
  stored = made.value
})
after(() => database.close())

async function somebody() {
  people += 1
  const username = `limited.${people}`
  const [person] = await plantAccount(database, `KT-${String(people).padStart(8, '0')}`)
  const loginId = await plantLogin(database, deps, { username, person })
  const login = database.db.updateTable('login').set({ password: stored })
  await login.where('id', '=', loginId).execute()
  return { username, loginId }
}

type From = { deviceToken?: string; address?: string; with?: WorldDeps }

async function attempt(username: string, given: string, from: From = {}) {
  const { session } = await visitor(deps)
  const visited = { ...visit(from.address), deviceToken: from.deviceToken ?? null }
  const answer = await signIn(from.with ?? deps, {
    username,
    password: given,
    session,
    visit: visited,
  })
  return answer.ok ? 'in' : answer.refusal.code
}

async function known(loginId: string): Promise<string> {
  const token = newDeviceToken()
  await keepKnownDevice(deps, { loginId, token, visit: visit(), at: clock.now() })
  return token
}

/** Counts failures of one lane as days of guessing would. */
async function fail(lane: Parameters<typeof permitAttempt>[1][number], times: number) {
  for (let time = 1; time <= times; time += 1) {
    assert.ok((await permitAttempt(database, [lane], clock.now())).allowed, `failure ${time}`)
    clock.pass(3600)
  }
}

test('a hundred in a row close a password to unknown browsers, whether the name exists or not', async () => {
  const { username, loginId } = await somebody()
  const device = await known(loginId)
  for (const name of [username, 'nobody.at.all']) {
    await fail({ scope: 'sign-in-name', key: name }, 99)
    assert.equal(await attempt(name, wrong), 'tooManyFailures', 'the hundredth')
    clock.pass(3600)
    assert.equal(await attempt(name, password), 'tooManyFailures')
    clock.pass(31 * 24 * 3600)
    await forgetExpired(deps)
    assert.equal(await attempt(name, password), 'tooManyFailures', 'a month later')
  }
  assert.equal(await attempt(username, password, { deviceToken: device }), 'in')
  await database.db
    .transaction()
    .execute((tx) => clearAttempts(tx, deps.vault, { scope: 'sign-in-name', key: username }))
  assert.equal(await attempt(username, password), 'in')
})

test('a known browser has a hundred of its own; other browsers do not notice', async () => {
  const { username, loginId } = await somebody()
  const [device, other] = [await known(loginId), await known(loginId)]
  const row = database.db.selectFrom('known_device').select('id').where('login_id', '=', loginId)
  const [first] = await row.orderBy('id').execute()
  await fail({ scope: 'sign-in-device', key: first?.id ?? '' }, 99)
  assert.equal(await attempt(username, wrong, { deviceToken: device }), 'tooManyFailures')
  clock.pass(3600)
  assert.equal(await attempt(username, password, { deviceToken: device }), 'tooManyFailures')
  assert.equal(await attempt(username, password, { deviceToken: other }), 'in')
  assert.equal(await attempt(username, password), 'in')
})

test('an owner’s browser does not wait for strangers in its own network', async () => {
  const { username, loginId } = await somebody()
  const from = { deviceToken: await known(loginId), address: '203.0.113.90' }
  for (let tries = 0; tries < 25; tries += 1)
    await permitAttempt(deps, [{ scope: 'sign-in-address', key: from.address }], clock.now())
  assert.equal(await attempt(username, password, { address: from.address }), 'waitBeforeTrying')
  assert.equal(await attempt(username, password, from), 'in')
})

test('nor does a passkey', async () => {
  const world = passkeyWorld(database, clock)
  const device = world.device()
  await world.person('keyed', 'KT-90000001')
  assert.ok((await world.add('keyed', device)).ok)
  const address = '203.0.113.91'
  for (let tries = 0; tries < 25; tries += 1)
    await permitAttempt(deps, [{ scope: 'passkey-address', key: address }], clock.now())
  assert.equal((await world.signIn(await world.shown(device), address)).ok, true)
})

test('wrong passwords of the whole site: unknown browsers wait for the next minute, no others', async () => {
  const { username, loginId } = await somebody()
  const device = await known(loginId)
  const narrow = { ...deps, failuresPerMinute: 30 }
  clock.pass(120)
  for (let guess = 1; guess <= 30; guess += 1)
    assert.equal(await attempt(`guessed.${guess}`, wrong, { with: narrow }), 'signInNotMatched')
  clock.pass(59)
  assert.equal(await attempt(username, password, { with: narrow }), 'waitBeforeTrying')
  assert.equal(await attempt('nobody.at.all.2', password, { with: narrow }), 'waitBeforeTrying')
  assert.equal(await attempt(username, password, { with: narrow, deviceToken: device }), 'in')
  clock.pass(1)
  assert.equal(await attempt(username, password, { with: narrow }), 'in')
})

test('who has the password and no factor uses up nothing of the owner’s browser', async () => {
  const { username, loginId } = await somebody()
  const secret = await addApp(deps, username)
  const deviceToken = await known(loginId)
  clock.pass(30)
  const stranger = await halfSession(deps, loginId)
  for (let send = 1; send <= 5; send += 1)
    assert.ok((await sendSignInCode(deps, stranger, 'sms-1')).ok)
  assert.equal((await sendSignInCode(deps, stranger, 'sms-1')).ok, false)
  for (let tries = 1; tries <= 5; tries += 1)
    await confirmByAuthenticator(deps, stranger, { code: '000000' })
  clock.pass(29)
  const asOwner = async () => {
    const half = await halfSession(deps, loginId)
    return { ...half, visit: { ...half.visit, deviceToken } }
  }
  const code = appCode(secret, clock.now())
  const unknown = await confirmByAuthenticator(deps, await halfSession(deps, loginId), { code })
  assert.ok(!unknown.ok && unknown.refusal.code === 'waitBeforeTrying')
  assert.ok((await confirmByAuthenticator(deps, await asOwner(), { code })).ok)
  const owner = await asOwner()
  assert.ok((await sendSignInCode(deps, owner, 'sms-1')).ok)
  const entered = await confirmByCode(deps, owner, await waitingCode(database))
  assert.ok(entered.ok && entered.value !== 'sentBefore')
  assert.equal((await sessionOf(deps, entered.value.token)).kind, 'signedIn')
})

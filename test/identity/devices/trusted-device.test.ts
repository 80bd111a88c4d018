// A trusted browser is what somebody has besides the password: once for each token, for 30 days.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  forgetTrusted,
  signInByTrustedDevice,
  type Trust,
  trustBrowser,
  trustedDevicesOf,
} from '#src/identity/devices/trusted-device.ts'
import { asFresh } from '#src/identity/entry/fresh-session.ts'
import { levelOf, shownBy } from '#src/identity/levels.ts'
import { openLoginSession } from '#src/identity/login-session.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import {
  identityDeps,
  movableClock,
  plantAccount,
  sessionOf,
  visit,
} from '#test/support/identity-world.ts'
import {
  addApp,
  halfSession,
  plantLogin,
  signedIn,
  type WorldDeps,
} from '#test/support/second-factors.ts'

let database: MigratedDatabase
let deps: WorldDeps
const clock = movableClock()
let number = 100

before(async () => {
  database = await testDatabase()
  deps = identityDeps(database, clock)
})
after(() => database.close())

async function person(): Promise<{ username: string; loginId: string }> {
  number += 1
  const [person] = await plantAccount(database, `KT-3041-${number}`)
  const username = `person.${number}`
  return { username, loginId: await plantLogin(database, deps, { username, person }) }
}

async function trusted(username: string): Promise<Trust> {
  return (await trustBrowser(deps, await signedIn(deps, username))) ?? assert.fail('trusted')
}

async function use(loginId: string, token: string, by: WorldDeps = deps) {
  return signInByTrustedDevice(by, await halfSession(deps, loginId), token)
}

test('the password and a trusted browser sign in, and reach nothing that asks for a fresh factor', async () => {
  const { username, loginId } = await person()
  const { token } = await trusted(username)
  const answer = await use(loginId, token)
  const session = await sessionOf(deps, answer?.opened.token ?? '')
  assert.ok(session.kind === 'signedIn')
  assert.equal(levelOf(session.authenticated, clock.now()), 2)
  assert.equal(asFresh(session, clock.now()), null)
})

test('fifty presses of one token at once: one signs in, the others are asked for more', async () => {
  const { username, loginId } = await person()
  const { token } = await trusted(username)
  const halves = await Promise.all(Array.from({ length: 50 }, () => halfSession(deps, loginId)))
  const answers = await Promise.all(halves.map((half) => signInByTrustedDevice(deps, half, token)))
  const [won, ...others] = answers.filter((answer) => answer !== null)
  assert.equal(others.length, 0)
  assert.ok(await use(loginId, won?.trust.token ?? ''), 'the next token works')
})

test('a spent token that comes back later is a copy: the browser is trusted no longer', async () => {
  const { username, loginId } = await person()
  const { token } = await trusted(username)
  const next = (await use(loginId, token))?.trust.token ?? ''
  clock.pass(61)
  assert.equal(await use(loginId, token), null)
  assert.equal(await use(loginId, next), null)
  const lines = await database.db
    .selectFrom('access_audit')
    .where('login_id', '=', loginId)
    .where('action', '=', 'deviceCopied')
    .select('seq')
    .execute()
  assert.equal(lines.length, 1)
})

test('after 30 days, for another login, and with an invented token it opens nothing', async () => {
  const { username, loginId } = await person()
  const other = await person()
  const { token } = await trusted(username)
  assert.equal(await use(other.loginId, token), null)
  assert.equal(await use(loginId, 'A'.repeat(43)), null)
  const next = (await use(loginId, token))?.trust.token ?? ''
  clock.pass(30 * 86_400)
  assert.equal(await use(loginId, next), null)
})

test('a sixth browser takes the place of the one that was used longest ago', async () => {
  const { username, loginId } = await person()
  const tokens: string[] = []
  for (let count = 1; count <= 6; count += 1) {
    clock.pass(1)
    tokens.push((await trusted(username)).token)
  }
  const { session } = await signedIn(deps, username)
  assert.equal((await trustedDevicesOf(deps, session, null)).length, 5)
  assert.equal(await use(loginId, tokens[0] ?? ''), null)
  assert.ok(await use(loginId, tokens[5] ?? ''))
})

test('taken off the list, and after a change of the ways to sign in, none is trusted', async () => {
  const { username, loginId } = await person()
  const { token } = await trusted(username)
  const asking = await signedIn(deps, username)
  const [here] = await trustedDevicesOf(deps, asking.session, token)
  assert.equal(here?.isHere, true)
  const stranger = await signedIn(deps, (await person()).username)
  await forgetTrusted(deps, stranger, here.id)
  assert.equal((await trustedDevicesOf(deps, asking.session, null)).length, 1)
  await forgetTrusted(deps, asking, here.id)
  assert.equal(await use(loginId, token), null)
  const again = await trusted(username)
  await addApp(deps, username)
  assert.equal(await use(loginId, again.token), null)
})

test('a backup code, a shared computer and the strict profile trust no browser', async () => {
  const { username, loginId } = await person()
  const { token } = await trusted(username)
  const strict = { ...deps, limits: { ...deps.limits, profile: 'strict' as const } }
  assert.equal(await use(loginId, token, strict), null)
  assert.equal(await trustBrowser(strict, await signedIn(deps, username)), null)
  for (const [method, shared] of [
    ['backup', false],
    ['sms', true],
  ] as const) {
    const { session: replaces } = await halfSession(deps, loginId)
    const now = clock.now()
    const authenticated = [shownBy('password', now), shownBy(method, now)]
    const opening = { loginId, authenticated, visit: visit(), replaces, shared }
    const opened = await database.db
      .transaction()
      .execute((tx) => openLoginSession(tx, deps, opening))
    const session = await sessionOf(deps, opened.token)
    assert.ok(session.kind === 'signedIn')
    assert.equal(await trustBrowser(deps, { session, visit: visit() }), null)
  }
})

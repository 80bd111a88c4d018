// The lane of a browser that was signed in before: no stranger can keep an owner out.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { keepKnownDevice, newDeviceToken } from '#src/identity/entry/known-device.ts'
import { signIn } from '#src/identity/entry/sign-in.ts'
import type { IdentityDeps } from '#src/identity/identity-deps.ts'
import { insertLogin } from '#src/store/logins/logins.ts'
import { type MigratedDatabase, newTestId, testDatabase } from '#test/support/database.ts'
import { identityDeps, movableClock, visit, visitor } from '#test/support/identity-world.ts'

let database: MigratedDatabase
let deps: IdentityDeps
const clock = movableClock()
const password = 'a quiet road past seven mills'
const logins = new Map<string, string>()

before(async () => {
  database = await testDatabase()
  deps = identityDeps(database, clock)
  const stored = await deps.passwords.store(password)
  assert.ok(stored.ok)
  for (const username of ['owner', 'neighbor']) {
    const id = newTestId()
    logins.set(username, id)
    const login = { id, username, normalizedName: username, password: stored.value, locale: 'en' }
    const createdAt = clock.now()
    await database.db
      .transaction()
      .execute((tx) => insertLogin(tx, database.vault, { ...login, createdAt }))
  }
})
after(() => database.close())

async function attempt(username: string, given: string, deviceToken: string | null) {
  const { session } = await visitor(deps)
  const from = { ...visit(), deviceToken }
  const answer = await signIn(deps, { username, password: given, session, visit: from })
  return answer.ok ? 'in' : answer.refusal.code
}

async function knownTo(username: string): Promise<string> {
  const token = newDeviceToken()
  const loginId = logins.get(username) ?? assert.fail('a login')
  await keepKnownDevice(deps, { loginId, token, visit: visit(), at: clock.now() })
  return token
}

test('strangers run into the name’s pause; the owner’s own browser does not', async () => {
  const token = await knownTo('owner')
  for (let tries = 1; tries <= 5; tries += 1) await attempt('owner', 'wrong wrong wrong', null)
  assert.equal(await attempt('owner', password, null), 'waitBeforeTrying')
  assert.equal(await attempt('owner', password, newDeviceToken()), 'waitBeforeTrying')
  assert.equal(await attempt('owner', password, token), 'in')
})

test('a known browser has a budget of its own, and only for the login that knows it', async () => {
  const token = await knownTo('neighbor')
  for (let tries = 1; tries <= 5; tries += 1)
    assert.equal(await attempt('neighbor', 'wrong wrong wrong', token), 'signInNotMatched')
  assert.equal(await attempt('neighbor', password, token), 'waitBeforeTrying')
  assert.equal(await attempt('neighbor', password, null), 'in')
  clock.pass(31)
  assert.equal(await attempt('neighbor', password, token), 'in')
  const others = await knownTo('owner')
  for (let tries = 1; tries <= 5; tries += 1) await attempt('neighbor', 'wrong wrong wrong', others)
  assert.equal(await attempt('neighbor', password, null), 'waitBeforeTrying')
})

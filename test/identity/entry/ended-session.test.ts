// A request that was under way when its session was ended, by a new password or "this was not me":
// it changes no way to sign in any more, and opens nothing that outlives that.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { signInByTrustedDevice, trustBrowser } from '#src/identity/devices/trusted-device.ts'
import { addPasskey, removePasskey } from '#src/identity/entry/change-passkeys.ts'
import { exchangeIn } from '#src/identity/entry/exchange-password.ts'
import { asFresh } from '#src/identity/entry/fresh-session.ts'
import { authenticatorsOf } from '#src/identity/factors/authenticators.ts'
import { makeBackupCodes } from '#src/identity/factors/backup-codes.ts'
import { finishEnrollment, startEnrollment } from '#src/identity/factors/enroll-authenticator.ts'
import { askForNewPasskey } from '#src/identity/factors/passkey-options.ts'
import { removeAuthenticator } from '#src/identity/factors/remove-authenticator.ts'
import { changeAddress } from '#src/identity/profile/change-address.ts'
import { removeContact } from '#src/identity/profile/remove-contact.ts'
import { ownContacts } from '#src/identity/profile/view-profile.ts'
import { permitAttempt } from '#src/identity/throttle.ts'
import { countBackupCodes } from '#src/store/logins/backup-codes.ts'
import { readLogin } from '#src/store/logins/logins.ts'
import { readPasskeys } from '#src/store/logins/passkeys.ts'
import { endSessionsOfLogin, listSessions } from '#src/store/logins/sessions.ts'
import { listTrustedDevices } from '#src/store/logins/trusted-devices.ts'
import { linesOf, plantPasskey, signedInWith } from '#test/support/account-proofs.ts'
import { type MigratedDatabase, newTestId, testDatabase } from '#test/support/database.ts'
import { identityDeps, movableClock, plantAccount } from '#test/support/identity-world.ts'
import { appCode } from '#test/support/oracle-totp.ts'
import { passkeyDevice } from '#test/support/passkey-device.ts'
import { halfSession, plantLogin, type WorldDeps } from '#test/support/second-factors.ts'

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
  const [person] = await plantAccount(database, `KT-4${String(people).padStart(7, '0')}`)
  const loginId = await plantLogin(database, deps, { username: `ended.${people}`, person })
  const { session, visit } = await signedInWith(deps, loginId, ['sms'])
  const fresh = asFresh(session, clock.now())
  assert.ok(fresh)
  return { loginId, asking: { session: fresh, visit } }
}

type Somebody = Awaited<ReturnType<typeof somebody>>

/** Everything that the request could have changed. */
async function stateOf(loginId: string) {
  const { db } = database
  return {
    passkeys: (await readPasskeys(db, loginId)).map(({ id }) => id),
    apps: (await authenticatorsOf(db, loginId)).map(({ id }) => id),
    backup: await countBackupCodes(db, loginId),
    password: (await readLogin(db, loginId))?.password,
    trusted: (await listTrustedDevices(db, { loginId, now: clock.now() })).length,
    sessions: await listSessions(db, loginId),
    lines: await linesOf(db, loginId),
  }
}

const late: Record<string, (who: Somebody) => Promise<() => Promise<unknown>>> = {
  'a passkey is added': async ({ asking }) => {
    const asked = await askForNewPasskey(deps, asking.session)
    const response = passkeyDevice(deps.portalOrigin).make(asked)
    return () => addPasskey(deps, asking, { name: 'late', response })
  },
  'a passkey is removed': async ({ loginId, asking }) => {
    const id = await plantPasskey(deps, loginId)
    return () => removePasskey(deps, asking, id)
  },
  'an app is added': async ({ asking }) => {
    const { id, secret } = await startEnrollment(deps, asking.session)
    const form = { id, name: 'late', code: appCode(secret, clock.now()) }
    return () => finishEnrollment(deps, asking, form)
  },
  'an app is removed': async ({ loginId, asking }) => {
    const { id, secret } = await startEnrollment(deps, asking.session)
    const form = { id, name: 'early', code: appCode(secret, clock.now()) }
    assert.ok((await finishEnrollment(deps, asking, form)).ok)
    assert.equal((await authenticatorsOf(database.db, loginId)).length, 1)
    return () => removeAuthenticator(deps, asking, id)
  },
  'backup codes are made': async ({ asking }) => {
    return () => makeBackupCodes(deps, asking, newTestId())
  },
  'the password is changed': async ({ loginId, asking }) => {
    const login = await readLogin(database.db, loginId)
    assert.ok(login)
    const lanes = [{ scope: 'sign-in-name', key: `late ${loginId}` }] as const
    const permitted = await permitAttempt(deps, lanes, clock.now())
    assert.ok(permitted.allowed)
    const change = { ...asking, current: 'none', next: 'late', formKey: newTestId() }
    const made = { login, permit: permitted.permit, password: 'late' }
    return () => database.db.transaction().execute((tx) => exchangeIn(tx, deps, change, made))
  },
  'a browser is trusted': async ({ asking }) => {
    return () => trustBrowser(deps, asking)
  },
  'a trusted browser signs in': async ({ loginId, asking }) => {
    const trust = await trustBrowser(deps, asking)
    assert.ok(trust)
    const half = await halfSession(deps, loginId)
    return () => signInByTrustedDevice(deps, half, trust.token)
  },
  'a contact is removed': async ({ loginId, asking }) => {
    await plantPasskey(deps, loginId)
    const [first] = await ownContacts(deps, asking.session)
    assert.ok(first)
    return () => removeContact(deps, asking, first.key)
  },
  'the address is changed': async ({ asking }) => {
    const address = { street: '1 Late St', city: 'Toledo', state: 'OH', postalCode: '43604' }
    return () => changeAddress(deps, asking, address)
  },
}

for (const [name, prepare] of Object.entries(late))
  test(`ended meanwhile, nothing comes of it: ${name}`, async () => {
    const who = await somebody()
    const go = await prepare(who)
    const { loginId } = who
    await database.db.transaction().execute((tx) => endSessionsOfLogin(tx, { loginId, keep: null }))
    const before = await stateOf(loginId)
    await go()
    assert.deepEqual(await stateOf(loginId), before)
  })

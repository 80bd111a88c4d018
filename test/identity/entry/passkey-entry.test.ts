// Signing in by passkey below the pages: what must hold whatever a browser sends.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readAccessActivity } from '#src/identity/access-log.ts'
import { passkeysOf, removePasskey } from '#src/identity/entry/change-passkeys.ts'
import { confirmByCode, sendSignInCode } from '#src/identity/entry/confirm-by-code.ts'
import { newDeviceToken } from '#src/identity/entry/known-device.ts'
import { confirmByPasskey, signInByPasskey } from '#src/identity/entry/passkey-entry.ts'
import { askStepUp } from '#src/identity/entry/step-up.ts'
import { waysToConfirm } from '#src/identity/entry/ways.ts'
import type { PasskeyResponse } from '#src/identity/factors/passkey-ceremony.ts'
import { askForPasskey } from '#src/identity/factors/passkey-options.ts'
import { levelOf } from '#src/identity/levels.ts'
import { networkOf } from '#src/identity/network-address.ts'
import { resolveSession } from '#src/identity/sessions.ts'
import { permitAttempt } from '#src/identity/throttle.ts'
import { listKnownDevices } from '#src/store/logins/known-devices.ts'
import { signedInToken, waitingCode } from '#test/support/codes.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { movableClock, sessionOf, visit } from '#test/support/identity-world.ts'
import { type PasskeyWorld, passkeyWorld } from '#test/support/passkey-world.ts'

let database: MigratedDatabase
let world: PasskeyWorld
const clock = movableClock()
before(async () => {
  database = await testDatabase()
  world = passkeyWorld(database, clock)
})
after(() => database.close())

let people = 0

/** Somebody new with one passkey. */
async function owner() {
  people += 1
  const username = `owner.${people}`
  const loginId = await world.person(username, `KT-5000-${1000 + people}`)
  const device = world.device()
  assert.ok((await world.add(username, device)).ok)
  return { username, loginId, device }
}

const outcomeOf = (answer: Awaited<ReturnType<PasskeyWorld['signIn']>>) =>
  answer.ok ? 'in' : answer.refusal.code

const passkeyOf = (loginId: string) =>
  database.db
    .selectFrom('login_passkey')
    .selectAll()
    .where('login_id', '=', loginId)
    .executeTakeFirstOrThrow()

const actionsOf = async (username: string) =>
  (await readAccessActivity(database.db, await world.fresh(username), 20)).map(
    ({ action }) => action,
  )

const noticesTo = async (loginId: string) =>
  (
    await database.db
      .selectFrom('outbox')
      .select(['template', 'channel'])
      .where('login_id', '=', loginId)
      .orderBy('channel')
      .execute()
  ).map(({ template, channel }) => `${template} ${channel}`)

test('a passkey alone is two factors: level 3 while fresh, then 2', async () => {
  const { device, loginId, username } = await owner()
  const answer = await world.signIn(await world.shown(device))
  assert.ok(answer.ok)
  const session = await sessionOf(world.deps, answer.value.token)
  assert.ok(session.kind === 'signedIn')
  assert.equal(session.loginId, loginId)
  assert.equal(levelOf(session.authenticated, clock.now()), 3)
  clock.pass(301)
  assert.equal(levelOf(session.authenticated, clock.now()), 2)
  assert.deepEqual(
    session.authenticated.map(({ method, verifiedUser }) => [method, verifiedUser]),
    [['passkey', true]],
  )
  assert.equal((await actionsOf(username))[0], 'signedIn')
})

test('a passkey alone in a browser that was never seen: every contact is told, once for each', async () => {
  const { device, loginId } = await owner()
  await database.db.deleteFrom('outbox').where('login_id', '=', loginId).execute()
  const known = newDeviceToken()
  const enter = async (deviceToken: string | null) => {
    const shown = await world.shown(device)
    const answer = await signInByPasskey(world.deps, {
      ...shown,
      visit: { ...visit(), deviceToken },
    })
    assert.equal(outcomeOf(answer), 'in')
  }
  await enter(known)
  const once = ['unusualSignIn email', 'unusualSignIn sms']
  assert.deepEqual(await noticesTo(loginId), once)
  await enter(known)
  assert.deepEqual(await noticesTo(loginId), once)
  await enter(newDeviceToken())
  assert.deepEqual((await noticesTo(loginId)).length, 4)
})

test('levels: only a passkey that verified the person stands for a password too', () => {
  const now = clock.now()
  const passkey = { method: 'passkey', at: now, verifiedUser: false } as const
  assert.equal(levelOf([passkey], now), 0)
  assert.equal(levelOf([{ method: 'password', at: now, verifiedUser: false }, passkey], now), 3)
  const verified = { ...passkey, verifiedUser: true }
  assert.equal(levelOf([verified, { method: 'email', at: now, verifiedUser: false }], now), 3)
})

test('a recorded assertion works in no other session, and never again', async () => {
  const { device, loginId } = await owner()
  const first = await world.shown(device)
  const second = await world.shown(device)
  assert.equal(
    outcomeOf(await world.signIn({ ...second, response: first.response })),
    'passkeyRefused',
  )
  // The try has used the second session's challenge up.
  assert.equal(outcomeOf(await world.signIn(second)), 'passkeyTooLate')
  assert.equal(outcomeOf(await world.signIn(first)), 'in')
  assert.equal(outcomeOf(await world.signIn(first)), 'passkeyTooLate')
  assert.equal((await passkeyOf(loginId)).revoked_at, null)
})

test('a challenge lasts five minutes, and the next one replaces it', async () => {
  const { device } = await owner()
  const late = await world.shown(device)
  clock.pass(300)
  assert.equal(outcomeOf(await world.signIn(late)), 'passkeyTooLate')
  const replaced = await world.shown(device)
  await askForPasskey(world.deps, replaced.session)
  assert.equal(outcomeOf(await world.signIn(replaced)), 'passkeyRefused')
  const good = await world.shown(device)
  clock.pass(299)
  assert.equal(outcomeOf(await world.signIn(good)), 'in')
})

test('signed on another page than ours: refused, whatever is right about it', async () => {
  const { device } = await owner()
  for (const origin of ['https://evil.portal.example', 'https://portal.example:8443'])
    assert.equal(outcomeOf(await world.signIn(await world.shown(device, origin))), 'passkeyRefused')
})

test('a device that did not verify the person: refused', async () => {
  const { username } = await owner()
  const careless = world.device('unknown')
  const added = await world.add(username, careless, 'careless')
  assert.deepEqual(added, { ok: false, refusal: { code: 'passkeyNotAdded' } })
})

test('changed on the way, or somebody else’s name in it: refused', async () => {
  const { device } = await owner()
  const other = await owner()
  const change = async (with_: (response: PasskeyResponse) => PasskeyResponse['response']) => {
    const { session, response } = await world.shown(device)
    const changed = { ...response, response: with_(response) }
    return outcomeOf(await world.signIn({ session, response: changed }))
  }
  const flip = (text: string) => `${text.slice(0, -4)}${text.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`
  const handle = Buffer.from(other.loginId.replaceAll('-', ''), 'hex').toString('base64url')
  const { userHandle: _, ...nameless } = (await world.shown(device)).response.response
  assert.deepEqual(
    [
      await change(({ response }) => ({ ...response, signature: flip(response.signature) })),
      await change(({ response }) => ({
        ...response,
        authenticatorData: flip(response.authenticatorData),
      })),
      await change(({ response }) => ({ ...response, userHandle: handle })),
      await change(() => nameless),
    ],
    ['passkeyRefused', 'passkeyRefused', 'passkeyRefused', 'passkeyRefused'],
  )
  const { session } = await world.shown(device)
  const strange = world.device()
  const theirs = await owner()
  const made = await world.add(theirs.username, strange, 'second')
  assert.ok(made.ok)
  const response = { ...strange.show(await askForPasskey(world.deps, session)), id: 'AAAA' }
  assert.equal(outcomeOf(await world.signIn({ session, response })), 'passkeyRefused')
})

test('a counter that goes back: refused, revoked, written down, and every contact is told', async () => {
  const { device, loginId, username } = await owner()
  const { id } = await passkeyOf(loginId)
  await database.db
    .updateTable('login_passkey')
    .set({ counter: 9000 })
    .where('id', '=', id)
    .execute()
  assert.equal(outcomeOf(await world.signIn(await world.shown(device))), 'passkeyCopied')
  assert.ok((await passkeyOf(loginId)).revoked_at)
  assert.equal((await actionsOf(username))[0], 'passkeyRevoked')
  assert.deepEqual((await noticesTo(loginId)).slice(), [
    'passkeyAdded email',
    'passkeyCopied email',
    'passkeyAdded sms',
    'passkeyCopied sms',
  ])
  await database.db.updateTable('login_passkey').set({ counter: 0 }).where('id', '=', id).execute()
  assert.equal(outcomeOf(await world.signIn(await world.shown(device))), 'passkeyRefused')
})

test('who knows a credential’s id but not its key cannot have it revoked', async () => {
  const { device, loginId } = await owner()
  const { id } = await passkeyOf(loginId)
  await database.db
    .updateTable('login_passkey')
    .set({ counter: 9000 })
    .where('id', '=', id)
    .execute()
  const { session, response } = await world.shown(device)
  const { signature } = (await world.shown(device)).response.response
  const forged = { ...response, response: { ...response.response, signature } }
  assert.equal(outcomeOf(await world.signIn({ session, response: forged })), 'passkeyRefused')
  assert.equal((await passkeyOf(loginId)).revoked_at, null)
})

test('a removed passkey opens nothing', async () => {
  const { device, loginId, username } = await owner()
  const shown = await world.shown(device)
  const { id } = await passkeyOf(loginId)
  const session = await world.fresh(username)
  assert.ok(await removePasskey(world.deps, { session, visit: visit() }, id))
  assert.equal(outcomeOf(await world.signIn(shown)), 'passkeyRefused')
})

test('whoever tries passwords, or passkeys of their own making, keeps no owner out', async () => {
  const { device, username } = await owner()
  const address = '203.0.113.77'
  const lanes = [
    { scope: 'sign-in-name', key: username },
    { scope: 'sign-in-address', key: networkOf(address) },
    { scope: 'factor-login', key: username },
  ] as const
  for (const lane of lanes)
    for (let tries = 0; tries < 25; tries += 1) await permitAttempt(world.deps, [lane], clock.now())
  for (const lane of lanes) {
    assert.equal((await permitAttempt(world.deps, [lane], clock.now())).allowed, false)
  }
  assert.equal(outcomeOf(await world.signIn(await world.shown(device), address)), 'in')
  const junk = await world.shown(device)
  const made = (n: number) => ({ ...junk.response, id: `AAAA${n}`, rawId: `AAAA${n}` })
  const codes: string[] = []
  for (let n = 0; n < 40; n += 1) {
    await askForPasskey(world.deps, junk.session)
    codes.push(outcomeOf(await world.signIn({ ...junk, response: made(n) }, '198.18.0.9')))
  }
  assert.equal(codes.filter((code) => code === 'passkeyRefused').length, 20)
  assert.equal(codes.at(-1), 'waitBeforeTrying')
  assert.equal(outcomeOf(await world.signIn(await world.shown(device))), 'in')
})

test('to confirm, only one’s own: and it lifts a session that is signed in to level 3', async () => {
  const { device, username } = await owner()
  const other = await owner()
  const token = await signedInToken(world.deps, username)
  clock.pass(400)
  const session = await sessionOf(world.deps, token)
  assert.ok(session.kind === 'signedIn')
  assert.equal(levelOf(session.authenticated, clock.now()), 2)
  const confirm = async (from: typeof device) => {
    const response = from.show(await askForPasskey(world.deps, session))
    return confirmByPasskey(world.deps, { session, visit: visit(), token, response })
  }
  const wrong = await confirm(other.device)
  assert.deepEqual(wrong, { ok: false, refusal: { code: 'passkeyRefused' } })
  const right = await confirm(device)
  assert.ok(right.ok && right.value !== 'sentBefore')
  const lifted = await sessionOf(world.deps, right.value.token)
  assert.ok(lifted.kind === 'signedIn')
  assert.equal(levelOf(lifted.authenticated, clock.now()), 3)
  assert.equal((await resolveSession(world.deps, token)).state, 'ended')
  assert.equal((await actionsOf(username))[0], 'confirmedAgain')
})

test('a passkey does not vouch for its own removal, unless nothing else can', async () => {
  const { device, username } = await owner()
  const entered = await world.signIn(await world.shown(device))
  assert.ok(entered.ok)
  const session = await sessionOf(world.deps, entered.value.token)
  assert.ok(session.kind === 'signedIn')
  const [own] = await passkeysOf(world.deps, session)
  assert.ok(own)
  const asked = { action: 'removePasskey', removing: own.id } as const
  assert.deepEqual(await askStepUp(world.deps, session, asked), { kind: 'confirm', except: own.id })
  assert.deepEqual((await waysToConfirm(world.deps, session, own.id)).passkeys, [])
  const response = device.show(await askForPasskey(world.deps, session))
  const asking = { session, visit: visit(), token: entered.value.token, response }
  const itself = await confirmByPasskey(world.deps, { ...asking, except: own.id })
  assert.deepEqual(itself, { ok: false, refusal: { code: 'passkeyRefused' } })
  const byPhone = await world.fresh(username)
  assert.equal((await askStepUp(world.deps, byPhone, asked)).kind, 'may')
  // Who came in by it alone is not asked for ever: a code that was just shown vouches.
  await sendSignInCode(world.deps, { session, visit: visit() }, 'sms-1')
  const { token } = asking
  const typed = { session, visit: visit(), token }
  const shown = await confirmByCode(world.deps, typed, await waitingCode(database))
  assert.ok(shown.ok && shown.value !== 'sentBefore')
  const both = await sessionOf(world.deps, shown.value.token)
  assert.ok(both.kind === 'signedIn')
  assert.equal((await askStepUp(world.deps, both, asked)).kind, 'may')
  clock.pass(301)
  assert.equal((await askStepUp(world.deps, both, asked)).kind, 'confirm')
})

test('on a shared computer a passkey leaves no browser known', async () => {
  const { device, loginId } = await owner()
  const known = async () => (await listKnownDevices(database.db, loginId)).length
  for (const [shared, count] of [
    [true, 0],
    [false, 1],
  ] as const) {
    const given = await world.shown(device)
    const visited = { ...visit(), deviceToken: newDeviceToken() }
    const answer = await signInByPasskey(world.deps, { ...given, visit: visited, shared })
    assert.ok(answer.ok)
    assert.equal(await known(), count)
  }
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPasskey, passkeysOf, removePasskey } from '#src/identity/entry/change-passkeys.ts'
import { asFresh } from '#src/identity/entry/fresh-session.ts'
import { askForNewPasskey, askForPasskey } from '#src/identity/factors/passkey-options.ts'
import { resolveSession } from '#src/identity/sessions.ts'
import { forgetExpired } from '#src/identity/upkeep/forget-expired.ts'
import { signedInToken } from '#test/support/codes.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { movableClock, sessionOf, visit, visitor } from '#test/support/identity-world.ts'
import { type PasskeyWorld, passkeyWorld } from '#test/support/passkey-world.ts'

let database: MigratedDatabase
let world: PasskeyWorld
const clock = movableClock()
const username = 'elena.marsh'
before(async () => {
  database = await testDatabase()
  world = passkeyWorld(database, clock)
  await world.person(username, 'KT-2041-7731')
  await world.person('somebody.else', 'KT-2041-7732')
})
after(() => database.close())

const known = async () => passkeysOf(world.deps, await world.fresh(username))

const waiting = async () =>
  (await database.db.selectFrom('outbox').select('template').orderBy('id').execute()).map(
    ({ template }) => template,
  )

test('what a browser is asked for: found without a name, verified, bound to our host alone', async () => {
  const session = await world.fresh(username)
  const made = await askForNewPasskey(world.deps, session)
  assert.deepEqual(made.rp, { id: 'portal.example', name: 'Northwind Motor Finance' })
  assert.deepEqual(made.authenticatorSelection, {
    residentKey: 'required',
    requireResidentKey: true,
    userVerification: 'required',
  })
  assert.equal(made.attestation, 'none')
  assert.equal(Buffer.from(made.user.id, 'base64url').length, 16)
  assert.equal(Buffer.from(made.challenge, 'base64url').length, 32)
  const shown = await askForPasskey(world.deps, session)
  assert.equal(shown.userVerification, 'required')
  assert.equal(shown.rpId, 'portal.example')
  assert.equal(shown.allowCredentials, undefined)
  assert.notEqual(shown.challenge, made.challenge)
})

test('several, each by its name; a device that has one is told so; the session gets a new token', async () => {
  const phone = world.device()
  const token = await signedInToken(world.deps, username)
  const session = await sessionOf(world.deps, token)
  assert.ok(session.kind === 'signedIn')
  const fresh = asFresh(session, clock.now())
  assert.ok(fresh)
  const response = phone.make(await askForNewPasskey(world.deps, fresh))
  const changing = { session: fresh, visit: visit() }
  const added = await addPasskey(world.deps, changing, { name: 'My phone', response })
  assert.ok(added.ok)
  assert.equal((await resolveSession(world.deps, token)).state, 'ended')
  assert.equal((await sessionOf(world.deps, added.value.token)).kind, 'signedIn')
  assert.ok((await world.add(username, world.device(), 'Work laptop')).ok)
  assert.deepEqual(
    (await known()).map(({ name }) => name),
    ['My phone', 'Work laptop'],
  )
  const { excludeCredentials = [] } = await askForNewPasskey(
    world.deps,
    await world.fresh(username),
  )
  assert.equal(excludeCredentials.length, 2)
  assert.equal((await waiting()).filter((template) => template === 'passkeyAdded').length, 4)
})

test('refused: a challenge used, too old or another’s, another origin, the same one twice', async () => {
  const before = await known()
  const device = world.device()
  const session = await world.fresh(username)
  const adding = { session, visit: visit() }
  const name = 'refused'
  const codeOf = async (answer: ReturnType<typeof addPasskey>) => {
    const given = await answer
    return given.ok ? 'added' : given.refusal.code
  }
  const old = device.make(await askForNewPasskey(world.deps, session))
  clock.pass(300)
  const later = { ...adding, session: await world.fresh(username) }
  assert.equal(
    await codeOf(addPasskey(world.deps, adding, { name, response: old })),
    'passkeyTooLate',
  )
  await askForNewPasskey(world.deps, later.session)
  const mixed = addPasskey(world.deps, later, { name, response: old })
  assert.equal(await codeOf(mixed), 'passkeyNotAdded')
  const asked = await askForNewPasskey(world.deps, later.session)
  const elsewhere = device.make(asked, 'https://evil.portal.example')
  const other = addPasskey(world.deps, later, { name, response: elsewhere })
  assert.equal(await codeOf(other), 'passkeyNotAdded')
  assert.deepEqual(await known(), before)
})

test('removed by its owner alone, once, and every contact is told', async () => {
  const [first] = await known()
  assert.ok(first)
  const stranger = await world.fresh('somebody.else')
  const others = await removePasskey(world.deps, { session: stranger, visit: visit() }, first.id)
  assert.deepEqual(others, { ok: true, value: null })
  const session = await world.fresh(username)
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      removePasskey(world.deps, { session, visit: visit() }, first.id),
    ),
  )
  assert.equal(answers.filter((answer) => answer.ok && answer.value).length, 1)
  assert.ok(!(await known()).some(({ id }) => id === first.id))
  assert.equal((await waiting()).filter((template) => template === 'passkeyRemoved').length, 2)
})

test('after five minutes nothing can be changed, and challenges are forgotten', async () => {
  const token = await signedInToken(world.deps, username)
  const { session: asking } = await visitor(world.deps)
  await askForPasskey(world.deps, asking)
  const session = await sessionOf(world.deps, token)
  assert.ok(session.kind === 'signedIn')
  assert.ok(asFresh(session, clock.now()))
  clock.pass(300)
  assert.equal(asFresh(session, clock.now()), null)
  await forgetExpired({ db: database.db, clock })
  const left = await database.db.selectFrom('passkey_challenge').selectAll().execute()
  assert.deepEqual(left, [])
})

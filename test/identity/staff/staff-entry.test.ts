// Getting in at the desk below the pages: links, passkeys, sessions.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PasskeyResponse } from '#src/identity/factors/passkey-ceremony.ts'
import { forgetAtDesk } from '#src/identity/staff/forget-at-desk.ts'
import { askForStaffPasskey } from '#src/identity/staff/staff-challenge.ts'
import { askForFirstPasskey, enrollByLink } from '#src/identity/staff/staff-enrollment.ts'
import { enterByPasskey } from '#src/identity/staff/staff-passkeys.ts'
import { disableByCommand, listByCommand } from '#src/identity/staff/staff-roster.ts'
import { resolveStaffSession } from '#src/identity/staff/staff-sessions.ts'
import { readAccessAudit } from '#src/store/logins/access-audit.ts'
import { chainOfStaff } from '#src/store/logins/access-chain.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { movableClock, visit } from '#test/support/identity-world.ts'
import { type StaffWorld, staffWorld, tokenOf } from '#test/support/staff-world.ts'

let database: MigratedDatabase
let world: StaffWorld
const clock = movableClock()
before(async () => {
  database = await testDatabase()
  world = staffWorld(database, clock)
})
after(() => database.close())

const codeOf = (answer: { ok: true } | { ok: false; refusal: { code: string } }) =>
  answer.ok ? 'in' : answer.refusal.code

const stateOf = async (token: string) => (await resolveStaffSession(world.deps, token)).state

const actionsOf = async (staffId: string) =>
  (await readAccessAudit(database.db, chainOfStaff(staffId))).map(({ action }) => action)

test('one enrolment link used fifty times at once: one passkey and one session come of it', async () => {
  const token = tokenOf(await world.link('race@desk.example'))
  const enrolling = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const session = await world.visitor()
      const options = await askForFirstPasskey(world.deps, session, token)
      assert.ok(options)
      const response = world.device().make(options)
      return { session, visit: visit(), token, name: 'laptop', response }
    }),
  )
  const answers = await Promise.all(enrolling.map((each) => enrollByLink(world.deps, each)))
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  assert.deepEqual(new Set(answers.map(codeOf)), new Set(['in', 'linkSpent']))
  const [staff] = (await listByCommand(world.deps)).filter(({ email }) => email.startsWith('race'))
  assert.equal(staff?.passkeys, 1)
})

test('an enrolment link lasts a day, ends with the next one, and is kept only as a hash', async () => {
  const first = tokenOf(await world.link('late@desk.example'))
  const second = tokenOf(await world.link('late@desk.example'))
  const open = async (token: string) =>
    (await askForFirstPasskey(world.deps, await world.visitor(), token)) !== null
  assert.deepEqual([await open(first), await open(second), await open('')], [false, true, false])
  const { rows } = { rows: await database.db.selectFrom('staff_link').selectAll().execute() }
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(`${second}|${first}`))
  clock.pass(24 * 3600)
  assert.equal(await open(second), false)
})

test('a passkey that is known already leaves the link as it was', async () => {
  const { device } = await world.person('twice@desk.example')
  const token = tokenOf(await world.link('other@desk.example'))
  const session = await world.visitor()
  const options = await askForFirstPasskey(world.deps, session, token)
  assert.ok(options)
  const made = device.make(options)
  const enrolling = { session, visit: visit(), token, name: 'laptop', response: made }
  assert.equal(codeOf(await enrollByLink(world.deps, enrolling)), 'in')
  const third = tokenOf(await world.link('third@desk.example'))
  const late = { ...enrolling, token: third }
  assert.equal(codeOf(await enrollByLink(world.deps, late)), 'passkeyTooLate')
  assert.ok(await askForFirstPasskey(world.deps, await world.visitor(), third))
})

test('a device that does not verify the person makes no passkey of staff', async () => {
  const token = tokenOf(await world.link('careless@desk.example'))
  assert.equal(codeOf(await world.enroll(token, world.device('unknown'))), 'passkeyNotAdded')
  assert.equal(codeOf(await world.enroll(token, world.device())), 'in')
})

test('a passkey signs staff in: 15 minutes idle, 8 hours at most, a new token each time', async () => {
  const { device, token: enrolled } = await world.person('limits@desk.example')
  const answer = await world.signIn(await world.shown(device))
  assert.ok(answer.ok)
  const { token } = answer.value
  assert.notEqual(token, enrolled)
  clock.pass(15 * 60 - 1)
  assert.equal(await stateOf(token), 'open')
  clock.pass(15 * 60)
  assert.equal(await stateOf(token), 'ended')
  const again = await world.signIn(await world.shown(device))
  assert.ok(again.ok)
  for (let minutes = 0; minutes < 8 * 60 - 10; minutes += 10) {
    clock.pass(10 * 60)
    assert.equal(await stateOf(again.value.token), 'open', `${minutes} minutes`)
  }
  clock.pass(10 * 60)
  assert.equal(await stateOf(again.value.token), 'ended')
})

test('one assertion of staff fired fifty times at once signs in once', async () => {
  const { device } = await world.person('assert@desk.example')
  const shown = await world.shown(device)
  const answers = await Promise.all(Array.from({ length: 50 }, () => world.signIn(shown)))
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
})

test('showing a passkey again keeps the end of the session, and only one’s own counts', async () => {
  const { device, session, token, staffId } = await world.person('again@desk.example')
  const other = await world.person('colleague@desk.example')
  clock.pass(600)
  const show = (response: PasskeyResponse) =>
    enterByPasskey(world.deps, { session, visit: visit(), response })
  // Asked for by another session: what was signed is not for this one.
  assert.equal(codeOf(await show((await world.shown(device)).response)), 'passkeyTooLate')
  const foreign = other.device.show(await askForStaffPasskey(world.deps, session))
  assert.equal(codeOf(await show(foreign)), 'passkeyRefused')
  const own = device.show(await askForStaffPasskey(world.deps, session))
  const answer = await show(own)
  assert.ok(answer.ok)
  assert.equal(await stateOf(token), 'ended')
  const next = await world.sessionOf(answer.value.token)
  assert.deepEqual([next.endsAt, next.staffId], [session.endsAt, staffId])
  assert.equal(next.authenticated.length, 2)
  assert.equal((await actionsOf(staffId)).at(-1), 'staffConfirmedAgain')
})

test('signed on the portal instead of the desk: refused', async () => {
  const { device } = await world.person('origin@desk.example')
  for (const origin of ['http://evil.desk.localhost:3001', 'http://desk.localhost:3002'])
    assert.equal(codeOf(await world.signIn(await world.shown(device, origin))), 'passkeyRefused')
})

test('a copy of a staff passkey: switched off, and every session of its owner ends', async () => {
  const { device, token, staffId } = await world.person('copied@desk.example')
  assert.equal(codeOf(await world.signIn(await world.shown(device))), 'in')
  await database.db
    .updateTable('staff_passkey')
    .set({ counter: 900 })
    .where('staff_id', '=', staffId)
    .execute()
  assert.equal(codeOf(await world.signIn(await world.shown(device))), 'passkeyCopied')
  assert.equal(codeOf(await world.signIn(await world.shown(device))), 'passkeyRefused')
  assert.equal(await stateOf(token), 'ended')
  assert.ok((await actionsOf(staffId)).includes('staffPasskeyCopied'))
})

test('who is disabled is out at once: sessions, links and passkeys', async () => {
  const { device, token } = await world.person('leaver@desk.example')
  const link = tokenOf(await world.link('leaver@desk.example'))
  assert.equal(await disableByCommand(world.deps, ' Leaver@desk.example '), true)
  assert.equal(await disableByCommand(world.deps, 'leaver@desk.example'), false)
  assert.equal(await stateOf(token), 'ended')
  assert.equal(codeOf(await world.signIn(await world.shown(device))), 'passkeyRefused')
  assert.equal(await askForFirstPasskey(world.deps, await world.visitor(), link), null)
})

test('what is over at the desk is forgotten: sessions, and what they were asked', async () => {
  await world.person('stays@desk.example')
  await askForStaffPasskey(world.deps, await world.visitor())
  await forgetAtDesk({ db: database.db, clock })
  const count = async () => {
    const { db } = database
    const sessions = await db.selectFrom('staff_session').select('id').execute()
    const challenges = await db.selectFrom('staff_challenge').select('session_id').execute()
    return [sessions.length > 0, challenges.length > 0]
  }
  assert.deepEqual(await count(), [true, true])
  clock.pass(2 * 3600)
  await forgetAtDesk({ db: database.db, clock })
  assert.deepEqual(await count(), [false, false])
})

// What staff do about their own passkeys: never the last way in, however many presses at once.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  addOwnPasskey,
  askForAnotherPasskey,
  ownPasskeys,
  removeOwnPasskey,
} from '#src/identity/staff/own-passkeys.ts'
import { askPolicy } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { bindStaffToSso } from '#src/store/staff/staff.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { movableClock, visit } from '#test/support/identity-world.ts'
import { type StaffWorld, staffWorld } from '#test/support/staff-world.ts'

let database: MigratedDatabase
let world: StaffWorld
const clock = movableClock()
before(async () => {
  database = await testDatabase()
  world = staffWorld(database, clock)
})
after(() => database.close())

function permitOf(session: StaffSession) {
  const answer = askPolicy({ session, visit: visit(), now: clock.now() }, 'changeOwnPasskeys')
  assert.ok(answer.is === 'may')
  return answer.permit
}

/** With so many passkeys. */
async function somebody(email: string, count: number) {
  const { session } = await world.person(email)
  const permit = permitOf(session)
  for (let made = 1; made < count; made += 1) {
    const asked = await askForAnotherPasskey(world.deps, permit)
    const response = world.device().make(asked)
    assert.ok((await addOwnPasskey(world.deps, permit, { name: `key ${made}`, response })).ok)
  }
  const ids = (await ownPasskeys(world.deps, session)).map(({ id }) => id)
  assert.equal(ids.length, count)
  return { session, permit, ids }
}

const left = async (session: StaffSession) => (await ownPasskeys(world.deps, session)).length
const codeOf = (answer: { ok: true } | { ok: false; refusal: { code: string } }) =>
  answer.ok ? 'removed' : answer.refusal.code

test('all passkeys of a person removed at the same moment leave one, time after time', async () => {
  for (let round = 1; round <= 12; round += 1) {
    const { session, permit, ids } = await somebody(`both${round}@desk.example`, 3)
    const answers = await Promise.all(ids.map((id) => removeOwnPasskey(world.deps, permit, id)))
    assert.deepEqual(answers.map(codeOf).sort(), ['lastPasskey', 'removed', 'removed'])
    assert.equal(await left(session), 1)
  }
})

test('one that is gone is removed, also where it was the last but one', async () => {
  const { session, permit, ids } = await somebody('again@desk.example', 2)
  const [first = '', last = ''] = ids
  const twice = () => removeOwnPasskey(world.deps, permit, first)
  assert.deepEqual((await Promise.all([twice(), twice()])).map(codeOf), ['removed', 'removed'])
  assert.equal(codeOf(await removeOwnPasskey(world.deps, permit, last)), 'lastPasskey')
  assert.equal(await left(session), 1)
})

test('whom single sign-on knows removes the last one, and nobody removes somebody else’s', async () => {
  const { session, permit, ids } = await somebody('sso@desk.example', 1)
  const [id = ''] = ids
  const other = await somebody('stranger@desk.example', 2)
  assert.equal(codeOf(await removeOwnPasskey(world.deps, other.permit, id)), 'removed')
  assert.equal(codeOf(await removeOwnPasskey(world.deps, permit, id)), 'lastPasskey')
  assert.equal(await left(session), 1)
  const sso = { email: 'sso@desk.example', issuer: 'https://sso.example', subject: 'one' }
  await database.db.transaction().execute((tx) => bindStaffToSso(tx, sso))
  assert.equal(codeOf(await removeOwnPasskey(world.deps, permit, id)), 'removed')
  assert.equal(await left(session), 0)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { permitAttempt, recordSuccess, withdrawAttempt } from '#src/identity/throttle.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'

let database: MigratedDatabase

before(async () => {
  database = await testDatabase()
})
after(() => database.close())

const start = Date.parse('2026-11-24T16:48:00.000Z')
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString()
const name = (key: string) => [{ scope: 'sign-in-name', key }] as const
const attempt = (key: string, seconds: number) => permitAttempt(database, name(key), at(seconds))

function refusedUntil(until: string) {
  return { allowed: false, refusal: { code: 'waitBeforeTrying', until, counted: 'own' } }
}

test('five tries are free, then each wait is twice the last, up to an hour', async () => {
  for (let tries = 1; tries <= 4; tries += 1) {
    const answer = await attempt('grows', 0)
    assert.ok(answer.allowed && answer.permit.waitUntil === null, `try ${tries}`)
  }
  const waits: number[] = []
  let now = 0
  for (let tries = 5; tries <= 14; tries += 1) {
    const answer = await attempt('grows', now)
    assert.ok(answer.allowed && answer.permit.waitUntil, `try ${tries}`)
    const end = (Date.parse(answer.permit.waitUntil) - start) / 1000
    waits.push(end - now)
    assert.deepEqual(await attempt('grows', end - 1), refusedUntil(at(end)))
    now = end
  }
  assert.deepEqual(waits, [30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600])
})

test('fifty tries at once: five are checked', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => attempt('at once', 0)))
  assert.equal(answers.filter((answer) => answer.allowed).length, 5)
  for (const answer of answers) {
    if (!answer.allowed) assert.deepEqual(answer, refusedUntil(at(30)))
  }
})

test('a try that is refused counts nowhere and lengthens nothing', async () => {
  for (let tries = 1; tries <= 5; tries += 1) await attempt('patient', 0)
  const lanes = [...name('patient'), { scope: 'sign-in-address', key: '203.0.113.9' }] as const
  for (let tries = 1; tries <= 40; tries += 1) {
    assert.deepEqual(await permitAttempt(database, lanes, at(20)), refusedUntil(at(30)))
  }
  const other = [{ scope: 'sign-in-address', key: '203.0.113.9' }] as const
  for (let tries = 1; tries <= 19; tries += 1) {
    const answer = await permitAttempt(database, other, at(21))
    assert.ok(answer.allowed && answer.permit.waitUntil === null, `try ${tries}`)
  }
})

test('a success clears the name and gives the shared address its own try back', async () => {
  const lanes = [...name('owner'), { scope: 'sign-in-address', key: '203.0.113.10' }] as const
  for (let signIns = 1; signIns <= 60; signIns += 1) {
    const answer = await permitAttempt(database, lanes, at(signIns))
    assert.ok(answer.allowed, `sign-in ${signIns}`)
    const { permit } = answer
    await database.db.transaction().execute((tx) => recordSuccess(tx, permit))
  }
  const kept = await database.db
    .selectFrom('attempt_budget')
    .select(['scope', 'failures'])
    .where('failures', '=', 0)
    .execute()
  assert.deepEqual(kept, [{ scope: 'sign-in-address', failures: 0 }])
})

test('one who signs in cannot clear the address for others who fail', async () => {
  const address = [{ scope: 'sign-in-address', key: '203.0.113.11' }] as const
  for (let tries = 1; tries <= 19; tries += 1) await permitAttempt(database, address, at(0))
  const good = await permitAttempt(database, [...name('insider'), ...address], at(1))
  assert.ok(good.allowed)
  await database.db.transaction().execute((tx) => recordSuccess(tx, good.permit))
  assert.ok((await permitAttempt(database, address, at(2))).allowed)
  const refused = await permitAttempt(database, address, at(3))
  const refusal = { code: 'waitBeforeTrying', until: at(32), counted: 'network' }
  assert.deepEqual(refused, { allowed: false, refusal })
})

test('a try that was never checked is given back, and an old row is forgotten', async () => {
  for (let tries = 1; tries <= 20; tries += 1) {
    const answer = await attempt('busy', tries)
    assert.ok(answer.allowed, `try ${tries}`)
    await database.db.transaction().execute((tx) => withdrawAttempt(tx, answer.permit))
  }
  for (let tries = 1; tries <= 5; tries += 1) await attempt('long ago', 0)
  const month = 30 * 24 * 3600
  const later = await attempt('long ago', month + 1)
  assert.ok(later.allowed && later.permit.waitUntil === null)
})

test('two attempts that share both lanes in either order never block one another', async () => {
  const lanes = (first: string, second: string) =>
    [
      { scope: 'sign-in-address', key: first },
      { scope: 'sign-in-name', key: second },
    ] as const
  const pairs = Array.from({ length: 40 }, (_, turn) => {
    const made = lanes('203.0.113.12', turn % 2 === 0 ? 'left' : 'right')
    return permitAttempt(database, turn % 3 === 0 ? [...made].reverse() : made, at(0))
  })
  const answers = await Promise.all(pairs)
  assert.equal(answers.filter((answer) => answer.allowed).length, 10)
})

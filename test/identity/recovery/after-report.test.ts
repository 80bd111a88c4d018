// Who was in without leave may have added a passkey of their own: after a report and the recovery
// that it asks for, none signs in alone before it was shown after the new password.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readAccessActivity } from '#src/identity/access-log.ts'
import { confirmByPasskey } from '#src/identity/entry/passkey-entry.ts'
import { reportNotMe } from '#src/identity/entry/report-not-me.ts'
import { askForPasskey } from '#src/identity/factors/passkey-options.ts'
import { resetPassword } from '#src/identity/recovery/reset-password.ts'
import { shown } from '#test/support/account-proofs.ts'
import { type MigratedDatabase, newTestId, testDatabase } from '#test/support/database.ts'
import { movableClock, type Person, visit, visitor } from '#test/support/identity-world.ts'
import { type PasskeyWorld, passkeyWorld } from '#test/support/passkey-world.ts'
import { halfSession } from '#test/support/second-factors.ts'

let database: MigratedDatabase
let world: PasskeyWorld
const clock = movableClock()
let people = 0

before(async () => {
  database = await testDatabase()
  world = passkeyWorld(database, clock)
})
after(() => database.close())

async function somebody() {
  people += 1
  clock.pass(3601)
  const username = `reported.${people}`
  const accountNumber = `KT-3000-${1000 + people}`
  const loginId = await world.person(username, accountNumber)
  const device = world.device()
  assert.ok((await world.add(username, device)).ok)
  const answers = { accountNumber, lastFour: '6789', vin: '1HGCM82633A004352' }
  return { username, loginId, device, answers }
}

async function recover(answers: Pick<Person, 'accountNumber' | 'lastFour' | 'vin'>) {
  clock.pass(3601)
  const { session: start } = await visitor(world.deps)
  const session = await shown(world.deps, start, { purpose: 'recovery', answers })
  const form = { password: 'eleven lanterns on a wet pier', formKey: newTestId(), session }
  assert.ok((await resetPassword(world.deps, { ...form, visit: visit() })).ok)
}

const alone = async (device: ReturnType<PasskeyWorld['device']>) => {
  const answer = await world.signIn(await world.shown(device))
  return answer.ok ? 'in' : answer.refusal.code
}

test('a passkey from before the report signs in alone only once it was shown after the new password', async () => {
  const { username, loginId, device, answers } = await somebody()
  const session = await world.fresh(username)
  const [line] = await readAccessActivity(database.db, session, 1)
  assert.ok(line)
  await reportNotMe(world.deps, { session, visit: visit() }, line)
  assert.equal(await alone(device), 'passkeyRefused')
  await recover(answers)
  assert.equal(await alone(device), 'passkeyRefused')
  const later = world.device()
  clock.pass(3601)
  assert.ok((await world.add(username, later)).ok)
  assert.equal(await alone(later), 'in')
  const half = await halfSession(world.deps, loginId)
  const response = device.show(await askForPasskey(world.deps, half.session))
  assert.ok((await confirmByPasskey(world.deps, { ...half, response })).ok)
  assert.equal(await alone(device), 'in')
})

test('a password that was only forgotten leaves passkeys as they were', async () => {
  const { device, answers } = await somebody()
  await recover(answers)
  assert.equal(await alone(device), 'in')
})

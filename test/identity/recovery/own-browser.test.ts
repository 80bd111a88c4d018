// A recovery ends what strangers used up, and they can use it up again at once: the browser in
// which it was done has budgets of its own from then on.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newDeviceToken } from '#src/identity/entry/known-device.ts'
import { signIn } from '#src/identity/entry/sign-in.ts'
import { removeLostFactors } from '#src/identity/recovery/remove-lost-factors.ts'
import { resetPassword } from '#src/identity/recovery/reset-password.ts'
import { plantPasskey, shown } from '#test/support/account-proofs.ts'
import { type MigratedDatabase, newTestId, testDatabase } from '#test/support/database.ts'
import {
  identityDeps,
  movableClock,
  plantAccount,
  visit,
  visitor,
} from '#test/support/identity-world.ts'
import { halfSession, plantLogin, type WorldDeps } from '#test/support/second-factors.ts'

let database: MigratedDatabase
let deps: WorldDeps
const clock = movableClock()
const password = 'eleven lanterns on a wet pier'
let people = 0

before(async () => {
  database = await testDatabase()
  deps = identityDeps(database, clock)
})
after(() => database.close())

async function somebody() {
  people += 1
  clock.pass(3601)
  const username = `recovered.${people}`
  const [person] = await plantAccount(database, `KT-8${String(people).padStart(7, '0')}`)
  const loginId = await plantLogin(database, deps, { username, person })
  const made = await deps.passwords.store(password)
  assert.ok(made.ok)
  const login = database.db.updateTable('login').set({ password: made.value })
  await login.where('id', '=', loginId).execute()
  return { username, person, loginId }
}

async function typed(username: string, given: string, deviceToken: string | null) {
  const { session } = await visitor(deps)
  const answer = await signIn(deps, {
    username,
    password: given,
    session,
    visit: { ...visit(), deviceToken },
  })
  return answer.ok ? 'in' : answer.refusal.code
}

/** As many as are checked, and one more. */
async function guessed(username: string): Promise<void> {
  const answers: string[] = []
  for (let tries = 1; tries <= 6; tries += 1)
    answers.push(await typed(username, 'wrong wrong wrong', null))
  assert.equal(answers.at(-1), 'waitBeforeTrying')
}

test('after a new password strangers keep its owner out of no browser that chose it', async () => {
  const { username, person } = await somebody()
  const deviceToken = newDeviceToken()
  const { session: start } = await visitor(deps)
  const session = await shown(deps, start, { purpose: 'recovery', answers: person })
  const form = { password: 'nine kettles under the old bridge', formKey: newTestId(), session }
  assert.ok((await resetPassword(deps, { ...form, visit: { ...visit(), deviceToken } })).ok)
  await guessed(username)
  assert.equal(await typed(username, form.password, null), 'waitBeforeTrying')
  assert.equal(await typed(username, form.password, deviceToken), 'in')
})

test('the same once a lost factor was taken off', async () => {
  const { username, person, loginId } = await somebody()
  const passkey = await plantPasskey(deps, loginId)
  const deviceToken = newDeviceToken()
  const { session: half } = await halfSession(deps, loginId)
  const session = await shown(deps, half, { purpose: 'lostFactor', answers: person })
  const lost = { ids: [passkey], backupCodes: false, formKey: newTestId(), session }
  assert.ok((await removeLostFactors(deps, { ...lost, visit: { ...visit(), deviceToken } })).ok)
  await guessed(username)
  assert.equal(await typed(username, password, deviceToken), 'in')
})

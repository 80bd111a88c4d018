// The clock of a machine jumps, forward and back: nothing opens that was closed, nothing lasts
// longer than its limit, and nobody waits for a day that was never there.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmByAuthenticator } from '#src/identity/entry/confirm-by-authenticator.ts'
import { confirmByCode, sendSignInCode } from '#src/identity/entry/confirm-by-code.ts'
import { resolveSession } from '#src/identity/sessions.ts'
import { permitAttempt } from '#src/identity/throttle.ts'
import { waitingCode } from '#test/support/codes.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { identityDeps, movableClock, plantAccount } from '#test/support/identity-world.ts'
import { appCode } from '#test/support/oracle-totp.ts'
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
const year = 365 * 24 * 3600
let people = 0

before(async () => {
  database = await testDatabase()
  deps = identityDeps(database, clock)
})
after(() => database.close())

async function somebody() {
  people += 1
  const username = `timely.${people}`
  const [person] = await plantAccount(database, `KT-${String(people).padStart(8, '0')}`)
  return { username, loginId: await plantLogin(database, deps, { username, person }) }
}

const stateOf = async (token: string) => (await resolveSession(deps, token)).state
const codeOf = (answer: object) =>
  'refusal' in answer ? (answer.refusal as { code: string }).code : 'in'

test('a session that was opened or used a year ahead is over when the clock is right again', async () => {
  const { username, loginId } = await somebody()
  clock.pass(year)
  const opened = await signedIn(deps, username)
  const half = await halfSession(deps, loginId)
  assert.equal(await stateOf(opened.token), 'open')
  clock.pass(-year)
  assert.equal(await stateOf(opened.token), 'ended')
  assert.equal(await stateOf(half.token), 'ended')
  const { token } = await signedIn(deps, username)
  clock.pass(600)
  assert.equal(await stateOf(token), 'open', 'used ten minutes ahead')
  clock.pass(-600)
  assert.equal(await stateOf(token), 'ended')
})

test('a jump forward ends what it passes; processes whose clocks differ by seconds do not matter', async () => {
  const { username } = await somebody()
  const { token } = await signedIn(deps, username)
  clock.pass(-30)
  assert.equal(await stateOf(token), 'open')
  clock.pass(16 * 60)
  assert.equal(await stateOf(token), 'ended')
})

test('a code and a step of an app that were used stay used when the clock goes back', async () => {
  const { username, loginId } = await somebody()
  const secret = await addApp(deps, username)
  clock.pass(300)
  const step = appCode(secret, clock.now())
  assert.equal(
    codeOf(await confirmByAuthenticator(deps, await halfSession(deps, loginId), { code: step })),
    'in',
  )
  const asking = await halfSession(deps, loginId)
  assert.ok((await sendSignInCode(deps, asking, 'sms-1')).ok)
  const code = await waitingCode(database)
  const other = await halfSession(deps, loginId)
  assert.equal(codeOf(await confirmByCode(deps, asking, code)), 'in')
  clock.pass(-40)
  const again = await confirmByAuthenticator(deps, other, { code: step })
  assert.equal(codeOf(again), 'authenticatorCodeWrong', 'a step to come')
  clock.pass(40)
  assert.equal(
    codeOf(await confirmByAuthenticator(deps, other, { code: step })),
    'authenticatorCodeUsed',
  )
  assert.notEqual(codeOf(await confirmByCode(deps, other, code)), 'in')
})

test('what was used a year ahead is refused until then; the person has other ways', async () => {
  const { username, loginId } = await somebody()
  const secret = await addApp(deps, username)
  clock.pass(year)
  const ahead = await halfSession(deps, loginId)
  const used = appCode(secret, clock.now())
  assert.equal(codeOf(await confirmByAuthenticator(deps, ahead, { code: used })), 'in')
  clock.pass(-year)
  clock.pass(60)
  const asking = await halfSession(deps, loginId)
  const code = appCode(secret, clock.now())
  assert.equal(
    codeOf(await confirmByAuthenticator(deps, asking, { code })),
    'authenticatorCodeUsed',
  )
  clock.pass(3601)
  const later = await halfSession(deps, loginId)
  assert.ok((await sendSignInCode(deps, later, 'email-1')).ok)
  assert.equal(codeOf(await confirmByCode(deps, later, await waitingCode(database))), 'in')
})

test('a wait that was written ahead keeps nobody out; one of today counts on', async () => {
  const lanes = [{ scope: 'sign-in-name', key: 'timely' }] as const
  const attempt = () => permitAttempt(database, lanes, clock.now())
  clock.pass(year)
  for (let tries = 1; tries <= 6; tries += 1) await attempt()
  assert.equal((await attempt()).allowed, false)
  clock.pass(-year)
  assert.equal((await attempt()).allowed, true, 'once')
  assert.equal((await attempt()).allowed, false, 'and counted on from there')
})

// Giving up a sign-in: nothing of it opens anything any more, once and for all, and the person is
// free to register again.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newDeviceToken } from '#src/identity/entry/known-device.ts'
import { signInByPasskey } from '#src/identity/entry/passkey-entry.ts'
import { askStepUp } from '#src/identity/entry/step-up.ts'
import { makeBackupCodes } from '#src/identity/factors/backup-codes.ts'
import { choosePaperless, paperlessOf } from '#src/identity/profile/choose-paperless.ts'
import { holdLogin } from '#src/identity/recovery/hold-login.ts'
import { resetPassword } from '#src/identity/recovery/reset-password.ts'
import { giveUpLogin } from '#src/identity/registration/close-login.ts'
import { register } from '#src/identity/registration/register.ts'
import { resolveSession } from '#src/identity/sessions.ts'
import { lastClosedAt } from '#src/store/logins/closed-logins.ts'
import { findLogin, findLoginOfObligor } from '#src/store/logins/logins.ts'
import { type MigratedDatabase, newTestId, testDatabase } from '#test/support/database.ts'
import { movableClock, plantAccount, visit } from '#test/support/identity-world.ts'
import { type PasskeyWorld, passkeyWorld } from '#test/support/passkey-world.ts'
import { contactShown } from '#test/support/proofs.ts'
import { addApp, plantLogin } from '#test/support/second-factors.ts'

const password = 'a quiet road past seven mills'
const clock = movableClock()
let database: MigratedDatabase
let world: PasskeyWorld
let people = 0

before(async () => {
  database = await testDatabase()
  world = passkeyWorld(database, clock)
})
after(() => database.close())

/** Somebody with every way to sign in there is. */
async function owner() {
  people += 1
  // All have the same phone, and a phone gets five codes an hour.
  clock.pass(3601)
  const [person, other] = await plantAccount(database, `KT-6600-${1000 + people}`)
  const username = `leaving.${people}`
  const { deps } = world
  const loginId = await plantLogin(database, deps, { username, person })
  const device = world.device()
  assert.ok((await world.add(username, device)).ok)
  await addApp(deps, username)
  const made = { session: await world.fresh(username), visit: visit(), formKey: newTestId() }
  assert.ok((await makeBackupCodes(deps, made, newTestId())).ok)
  const session = await world.fresh(username)
  return { username, person, other, loginId, device, session }
}

const close = (of: Awaited<ReturnType<typeof owner>>, formKey = newTestId()) =>
  giveUpLogin(world.deps, { session: of.session, visit: visit(), formKey })

const rowsOf = async (
  table: 'login_session' | 'login_totp' | 'backup_code' | 'login_account' | 'trusted_device',
  loginId: string,
) =>
  (await database.db.selectFrom(table).where('login_id', '=', loginId).selectAll().execute()).length

test('a sign-in that is given up opens nothing any more, by no way there was', async () => {
  const who = await owner()
  const { deps } = world
  const shown = await world.shown(who.device)
  const recovering = await contactShown(deps, who.person, 'recovery')
  const online = { papers: 'online', proof: 'sampleCode' } as const
  await choosePaperless(deps, { session: who.session, visit: visit() }, online)
  assert.equal(await close(who), 'closed')
  for (const table of [
    'login_session',
    'login_totp',
    'backup_code',
    'login_account',
    'trusted_device',
  ] as const)
    assert.equal(await rowsOf(table, who.loginId), 0, table)
  const passkey = await signInByPasskey(deps, { ...shown, visit: visit() })
  assert.equal(passkey.ok, false)
  assert.equal(await findLogin(deps.db, deps.vault, who.username), null)
  // A recovery that had begun finds nothing to recover.
  const reset = { password, formKey: newTestId(), session: recovering, visit: visit() }
  assert.equal((await resetPassword(deps, reset)).ok, false)
  assert.equal((await paperlessOf(deps.db, { accounts: [who.person] }))?.papers, 'mail')
  assert.equal(await lastClosedAt(deps.db, who.person), clock.now())
  const told = await deps.db
    .selectFrom('outbox')
    .select('channel')
    .where('login_id', '=', who.loginId)
    .where('template', '=', 'signInClosed')
    .execute()
  assert.deepEqual(told.map(({ channel }) => channel).sort(), ['email', 'sms'])
  const [last] = await deps.db
    .selectFrom('access_audit')
    .select(['action', 'details'])
    .where('login_id', '=', who.loginId)
    .orderBy('seq', 'desc')
    .limit(1)
    .execute()
  assert.deepEqual(last, { action: 'signInClosed', details: { accounts: '1' } })
})

test('fifty times at once it is given up once, and everybody is told once', async () => {
  const who = await owner()
  const answers = await Promise.all(Array.from({ length: 50 }, () => close(who)))
  assert.equal(answers.filter((answer) => answer === 'closed').length, 1)
  const lines = await database.db
    .selectFrom('access_audit')
    .select('seq')
    .where('login_id', '=', who.loginId)
    .where('action', '=', 'signInClosed')
    .execute()
  assert.equal(lines.length, 1)
})

test('the same person registers again, under the same name; the other one is left alone', async () => {
  const who = await owner()
  const { deps } = world
  const other = `staying.${people}`
  const otherId = await plantLogin(database, deps, { username: other, person: who.other })
  assert.equal(await close(who), 'closed')
  assert.equal(await findLoginOfObligor(deps.db, who.other), otherId)
  assert.equal((await world.fresh(other)).loginId, otherId)
  clock.pass(3601)
  const session = await contactShown(deps, who.person, 'registration')
  const again = await register(deps, {
    username: who.username,
    password,
    formKey: newTestId(),
    locale: 'en',
    session,
    visit: { ...visit(), deviceToken: newDeviceToken() },
  })
  assert.ok(again.ok && again.value !== 'sentBefore')
  const next = await findLoginOfObligor(deps.db, who.person)
  assert.ok(next !== null && next !== who.loginId)
  assert.equal((await resolveSession(deps, again.value.token)).state, 'open')
  // The old passkey is nobody's: it does not open the new sign-in.
  const passkey = await signInByPasskey(deps, {
    ...(await world.shown(who.device)),
    visit: visit(),
  })
  assert.equal(passkey.ok, false)
})

test('while a login is held it is not given up, however the moment falls', async () => {
  const who = await owner()
  const { deps } = world
  const at = clock.now()
  await deps.db.transaction().execute((tx) => holdLogin(tx, { loginId: who.loginId, now: at }))
  const asked = await askStepUp(deps, who.session, { action: 'closeSignIn' })
  assert.equal(asked.kind, 'held')
  // The page was open, and the hold came meanwhile.
  assert.equal(await close(who), 'notNow')
  assert.equal(await rowsOf('login_account', who.loginId), 1)
  clock.pass(24 * 3600)
  assert.equal(await close({ ...who, session: await world.fresh(who.username) }), 'closed')
})

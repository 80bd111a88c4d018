// A factor that is added by the numbers of the account, where there is nothing stronger.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPasskey } from '#src/identity/entry/change-passkeys.ts'
import { asProved } from '#src/identity/entry/fresh-session.ts'
import { askStepUp, STEP_UP, type StepUpAction } from '#src/identity/entry/step-up.ts'
import { authenticatorsOf } from '#src/identity/factors/authenticators.ts'
import { finishEnrollment, startEnrollment } from '#src/identity/factors/enroll-authenticator.ts'
import { askForNewPasskey } from '#src/identity/factors/passkey-options.ts'
import { resolveSession, type SignedInSession } from '#src/identity/sessions.ts'
import { readObligor } from '#src/store/accounts/obligors.ts'
import { replaceBackupCodes } from '#src/store/logins/backup-codes.ts'
import { readPasskeys } from '#src/store/logins/passkeys.ts'
import {
  hoursHeld,
  linesOf,
  plantPasskey,
  prove,
  proved,
  signedInWith,
  toldOf,
} from '#test/support/account-proofs.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import {
  identityDeps,
  movableClock,
  type Person,
  plantAccount,
  visit,
} from '#test/support/identity-world.ts'
import { appCode } from '#test/support/oracle-totp.ts'
import { passkeyDevice } from '#test/support/passkey-device.ts'
import { plantLogin, type WorldDeps } from '#test/support/second-factors.ts'

let database: MigratedDatabase
let deps: WorldDeps
const clock = movableClock()
let people = 0

before(async () => {
  database = await testDatabase()
  deps = identityDeps(database, clock)
})
after(() => database.close())

/** Somebody with e-mail only, signed in by it. */
async function byMail() {
  people += 1
  const username = `mail.only.${people}`
  const [person, other] = await plantAccount(database, `KT-5${String(people).padStart(7, '0')}`)
  const loginId = await plantLogin(database, deps, { username, person })
  await forgetPhone(person)
  const { session, token } = await signedInWith(deps, loginId, ['email'])
  return { person, other, loginId, session, token }
}

async function forgetPhone(of: Person): Promise<void> {
  const obligor = await readObligor(database.db, database.vault, of)
  assert.ok(obligor)
  const details = JSON.stringify({ ...obligor.details, phone: null })
  const sealed = database.vault.seal(details, `obligor ${of.accountId} ${of.obligorId}`)
  await database.db.updateTable('obligor').set({ sealed }).where('id', '=', of.obligorId).execute()
}

async function withNumbers(of: {
  session: SignedInSession
  person: Person
}): Promise<SignedInSession> {
  const session = await proved(deps, of.session, { purpose: 'newFactor', answers: of.person })
  assert.ok(session.kind === 'signedIn')
  return session
}

async function addApp(session: SignedInSession) {
  const { id, secret } = await startEnrollment(deps, session)
  const form = { id, name: 'New phone', code: appCode(secret, clock.now()) }
  return finishEnrollment(deps, { session, visit: visit() }, form)
}

async function addOwnApp(loginId: string): Promise<void> {
  const { session } = await signedInWith(deps, loginId, ['totp'])
  assert.deepEqual(await addApp(session), { ok: true, value: 'added' })
}

async function kindOf(session: SignedInSession, action: StepUpAction): Promise<string> {
  return (await askStepUp(deps, session, { action })).kind
}

test('who has only e-mail adds an app by the numbers of the account; it holds the login and is told', async () => {
  const who = await byMail()
  assert.equal(await kindOf(who.session, 'addAuthenticator'), 'cannot')
  const session = await withNumbers(who)
  assert.equal((await resolveSession(deps, who.token)).state, 'ended')
  assert.equal(await kindOf(session, 'addAuthenticator'), 'may')
  assert.deepEqual(await addApp(session), { ok: true, value: 'added' })
  assert.equal((await authenticatorsOf(database.db, who.loginId)).length, 1)
  assert.equal(await hoursHeld(deps, who.loginId), 24)
  const told = await toldOf(database, { loginId: who.loginId, template: 'factorProved' })
  assert.deepEqual(told, ['elena.marsh@example.com'])
  assert.deepEqual((await linesOf(database.db, who.loginId)).slice(0, 2), [
    'authenticatorAdded',
    'accountProved',
  ])
})

test('a passkey as well, and each for one factor only', async () => {
  const who = await byMail()
  const session = await withNumbers(who)
  const fresh = asProved(deps, session)
  assert.ok(fresh)
  const response = passkeyDevice(deps.portalOrigin).make(await askForNewPasskey(deps, fresh))
  const changing = { session: fresh, visit: visit() }
  const added = await addPasskey(deps, changing, { name: 'Laptop', response })
  assert.ok(added.ok)
  assert.equal(await hoursHeld(deps, who.loginId), 24)
  const opened = await resolveSession(deps, added.value.token)
  assert.ok(opened.state === 'open' && opened.session.kind === 'signedIn')
  assert.equal(asProved(deps, opened.session), null)
  assert.deepEqual(await addApp(session), { ok: false, refusal: { code: 'enrollmentOver' } })
})

test('the numbers open nothing but adding a factor, and for 15 minutes', async () => {
  const who = await byMail()
  const session = await withNumbers(who)
  const kinds = await Promise.all(
    (Object.keys(STEP_UP) as StepUpAction[]).map(async (action) => [
      action,
      await kindOf(session, action),
    ]),
  )
  const may = kinds.filter(([, kind]) => kind === 'may').map(([action]) => action)
  assert.deepEqual(may, ['addAuthenticator', 'addPasskey'])
  clock.pass(15 * 60 - 1)
  assert.ok(asProved(deps, session))
  clock.pass(1)
  assert.equal(asProved(deps, session), null)
})

test('another’s numbers, the co-borrower’s and wrong ones get one answer; each stands in the activity', async () => {
  const [who, stranger] = [await byMail(), await byMail()]
  const wrong = [
    stranger.person,
    who.other,
    { ...who.person, lastFour: '0000' },
    { ...who.person, vin: '1HGCM82633A004353' },
    { ...who.person, accountNumber: 'KT-0' },
  ]
  for (const answers of wrong) {
    const answer = await prove(deps, who.session, { purpose: 'newFactor', answers })
    assert.deepEqual(answer, { ok: false, refusal: { code: 'registrationNotMatched' } })
  }
  const lines = await linesOf(database.db, who.loginId)
  assert.equal(lines.filter((action) => action === 'newFactorRefused').length, wrong.length)
  assert.deepEqual(await linesOf(database.db, stranger.loginId), [])
})

test('it draws on the budget of the account, whoever asks', async () => {
  const who = await byMail()
  const answers = { ...who.person, lastFour: '0000' }
  const ask = () => prove(deps, who.session, { purpose: 'newFactor', answers })
  for (let tries = 1; tries <= 5; tries += 1) await ask()
  const paused = await ask()
  assert.ok(!paused.ok && paused.refusal.code === 'waitBeforeTrying')
  assert.equal((await linesOf(database.db, who.loginId))[0], 'newFactorPaused')
})

test('where an app, a passkey or backup codes are, the numbers vouch for nothing', async () => {
  const owns: Record<string, (loginId: string) => Promise<unknown>> = {
    app: (loginId) => addOwnApp(loginId),
    passkey: (loginId) => plantPasskey(deps, loginId),
    backup: (loginId) => {
      const codes = [{ number: 7, hash: 'never typed' }]
      const set = { loginId, codes, madeAt: clock.now() }
      return database.db.transaction().execute((tx) => replaceBackupCodes(tx, set))
    },
  }
  for (const [name, make] of Object.entries(owns)) {
    const who = await byMail()
    await make(who.loginId)
    const session = await withNumbers(who)
    for (const action of ['addAuthenticator', 'addPasskey'] as const)
      assert.equal(await kindOf(session, action), 'confirm', `${name}: ${action}`)
  }
})

test('fifty at once: one proof, and with it one app', async () => {
  const who = await byMail()
  const proofs = await Promise.all(
    Array.from({ length: 50 }, () =>
      prove(deps, who.session, { purpose: 'newFactor', answers: who.person }),
    ),
  )
  const won = proofs.filter((answer) => answer.ok)
  assert.equal(won.length, 1)
  const [answer] = won
  const lookup = await resolveSession(deps, answer?.ok ? answer.value.token : '')
  assert.ok(lookup.state === 'open' && lookup.session.kind === 'signedIn')
  const { session } = lookup
  const { id, secret } = await startEnrollment(deps, session)
  const form = { id, name: 'New phone', code: appCode(secret, clock.now()) }
  const added = await Promise.all(
    Array.from({ length: 50 }, () => finishEnrollment(deps, { session, visit: visit() }, form)),
  )
  assert.ok(added.some(({ ok }) => ok))
  assert.equal((await authenticatorsOf(database.db, who.loginId)).length, 1)
  assert.deepEqual(await readPasskeys(database.db, who.loginId), [])
  const told = await toldOf(database, { loginId: who.loginId, template: 'factorProved' })
  assert.equal(told.length, 1)
})

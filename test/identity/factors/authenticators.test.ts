import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmByAuthenticator } from '#src/identity/entry/confirm-by-authenticator.ts'
import { askStepUp } from '#src/identity/entry/step-up.ts'
import { authenticatorsOf } from '#src/identity/factors/authenticators.ts'
import { finishEnrollment, startEnrollment } from '#src/identity/factors/enroll-authenticator.ts'
import { removeAuthenticator } from '#src/identity/factors/remove-authenticator.ts'
import { openAddressee } from '#src/identity/messages/addressee.ts'
import { readAuthenticators } from '#src/store/logins/authenticators.ts'
import { type MigratedDatabase, newTestId, testDatabase } from '#test/support/database.ts'
import {
  identityDeps,
  movableClock,
  plantAccount,
  sessionOf,
} from '#test/support/identity-world.ts'
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
let people = 0

before(async () => {
  database = await testDatabase()
  deps = identityDeps(database, clock)
})
after(() => database.close())

/** Somebody new, with an account. */
async function somebody() {
  people += 1
  const username = `somebody.${people}`
  const [person] = await plantAccount(database, `KT-${String(people).padStart(8, '0')}`)
  return { username, loginId: await plantLogin(database, deps, { username, person }) }
}

const codeOf = (answer: { ok: boolean } & object) =>
  'refusal' in answer ? (answer.refusal as { code: string }).code : 'in'

async function confirm(loginId: string, code: string) {
  return confirmByAuthenticator(deps, await halfSession(deps, loginId), { code })
}

const later = (seconds: number) => new Date(Date.parse(clock.now()) + seconds * 1000).toISOString()

test('a code signs in, with the level that changing factors needs, and only once', async () => {
  const { username, loginId } = await somebody()
  const secret = await addApp(deps, username)
  const enrolled = appCode(secret, clock.now())
  assert.equal(codeOf(await confirm(loginId, enrolled)), 'authenticatorCodeUsed')
  clock.pass(30)
  const code = appCode(secret, clock.now())
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
  const answer = await confirm(loginId, spaced)
  assert.ok(answer.ok && answer.value !== 'sentBefore')
  const session = await sessionOf(deps, answer.value.token)
  assert.ok(session.kind === 'signedIn')
  assert.deepEqual(await askStepUp(deps, session, { action: 'addAuthenticator' }), {
    kind: 'may',
    session,
  })
  assert.equal(codeOf(await confirm(loginId, code)), 'authenticatorCodeUsed')
  clock.pass(300)
  const stale = await askStepUp(deps, session, { action: 'addAuthenticator' })
  assert.deepEqual(stale, { kind: 'confirm', except: null })
})

test('the step before counts once, what is older or to come never', async () => {
  const { username, loginId } = await somebody()
  const secret = await addApp(deps, username)
  clock.pass(90)
  assert.equal(
    codeOf(await confirm(loginId, appCode(secret, later(-60)))),
    'authenticatorCodeWrong',
  )
  assert.equal(codeOf(await confirm(loginId, appCode(secret, later(30)))), 'authenticatorCodeWrong')
  assert.equal(codeOf(await confirm(loginId, appCode(secret, later(-30)))), 'in')
  assert.equal(codeOf(await confirm(loginId, appCode(secret, later(-30)))), 'authenticatorCodeUsed')
  assert.equal(codeOf(await confirm(loginId, appCode(secret, clock.now()))), 'in')
})

test('five wrong codes and the right one waits, whatever session it comes from', async () => {
  const { username, loginId } = await somebody()
  const secret = await addApp(deps, username)
  clock.pass(30)
  const right = appCode(secret, clock.now())
  const wrong = right === '000000' ? '000001' : '000000'
  for (let tries = 1; tries <= 5; tries += 1)
    assert.equal(codeOf(await confirm(loginId, wrong)), 'authenticatorCodeWrong')
  assert.equal(codeOf(await confirm(loginId, right)), 'waitBeforeTrying')
  clock.pass(30)
  assert.equal(codeOf(await confirm(loginId, appCode(secret, clock.now()))), 'in')
})

test('the code of another person’s app is of no use', async () => {
  const [one, two] = [await somebody(), await somebody()]
  const secret = await addApp(deps, one.username)
  await addApp(deps, two.username)
  clock.pass(30)
  const code = appCode(secret, clock.now())
  assert.equal(codeOf(await confirm(two.loginId, code)), 'authenticatorCodeWrong')
  assert.equal(codeOf(await confirm(one.loginId, code)), 'in')
})

test('several apps, each with a name of its own; any of them signs in', async () => {
  const { username, loginId } = await somebody()
  const phone = await addApp(deps, username, 'Phone')
  const tablet = await addApp(deps, username, 'Tablet')
  assert.deepEqual(
    (await authenticatorsOf(database.db, loginId)).map(({ name }) => name),
    ['Phone', 'Tablet'],
  )
  clock.pass(30)
  assert.equal(codeOf(await confirm(loginId, appCode(phone, clock.now()))), 'in')
  assert.equal(codeOf(await confirm(loginId, appCode(tablet, clock.now()))), 'in')
  for (const name of ['Third', 'Fourth', 'Fifth']) await addApp(deps, username, name)
  const asking = await signedIn(deps, username)
  const { id, secret } = await startEnrollment(deps, asking.session)
  const form = { id, name: 'Sixth', code: appCode(secret, clock.now()) }
  assert.equal(codeOf(await finishEnrollment(deps, asking, form)), 'authenticatorsFull')
})

test('a secret waits ten minutes in its own session, and is nowhere to be read', async () => {
  const { username, loginId } = await somebody()
  const asking = await signedIn(deps, username)
  const first = await startEnrollment(deps, asking.session)
  const pages = await Promise.all([1, 2].map(() => startEnrollment(deps, asking.session)))
  assert.deepEqual(new Set(pages.map(({ secret }) => secret)), new Set([first.secret]))
  const other = await signedIn(deps, username)
  assert.notEqual((await startEnrollment(deps, other.session)).secret, first.secret)
  const form = { id: first.id, name: 'Phone', code: appCode(first.secret, clock.now()) }
  assert.equal(codeOf(await finishEnrollment(deps, other, form)), 'enrollmentOver')
  clock.pass(600)
  const again = await signedIn(deps, username)
  assert.equal(codeOf(await finishEnrollment(deps, again, form)), 'enrollmentOver')
  assert.deepEqual(await authenticatorsOf(database.db, loginId), [])

  const secret = await addApp(deps, username)
  const tables = [
    'login_totp',
    'totp_enrollment',
    'login_session',
    'access_audit',
    'outbox',
  ] as const
  const hidden = [secret, first.secret].flatMap((text) => [text, Buffer.from(text).toString('hex')])
  for (const table of tables) {
    const rows = await database.db.selectFrom(table).selectAll().execute()
    const text = rows.flatMap((row) => Object.values(row).map(readable)).join(' ')
    for (const part of hidden) assert.equal(text.includes(part), false, table)
  }
})

/** A column as text, bytes both as they are and in hex. */
function readable(value: unknown): string {
  if (Buffer.isBuffer(value)) return `${value.toString('hex')} ${value.toString('latin1')}`
  return typeof value === 'string' ? value : JSON.stringify(value)
}

test('a sealed secret opens for its own row alone', async () => {
  const [one, two] = [await somebody(), await somebody()]
  await addApp(deps, one.username)
  const secret = await addApp(deps, two.username)
  const [target] = await readAuthenticators(database.db, one.loginId)
  const [source] = await readAuthenticators(database.db, two.loginId)
  await database.db
    .updateTable('login_totp')
    .set({ sealed: Buffer.from(source?.sealed ?? []) })
    .where('id', '=', target?.id ?? '')
    .execute()
  clock.pass(30)
  await assert.rejects(confirm(one.loginId, appCode(secret, clock.now())), /changed, or belongs/)
})

test('an app cannot vouch for its own removal while something else can', async () => {
  const { username, loginId } = await somebody()
  const secret = await addApp(deps, username)
  const [app] = await authenticatorsOf(database.db, loginId)
  assert.ok(app)
  clock.pass(600)
  const byApp = await confirm(loginId, appCode(secret, clock.now()))
  assert.ok(byApp.ok && byApp.value !== 'sentBefore')
  const session = await sessionOf(deps, byApp.value.token)
  assert.ok(session.kind === 'signedIn')
  const asked = { action: 'removeAuthenticator', removing: app.id } as const
  assert.deepEqual(await askStepUp(deps, session, asked), { kind: 'confirm', except: app.id })
  const byText = await signedIn(deps, username)
  assert.deepEqual(await askStepUp(deps, byText.session, asked), {
    kind: 'may',
    session: byText.session,
  })
  assert.equal((await removeAuthenticator(deps, byText, app.id)).ok, true)
  assert.deepEqual(await authenticatorsOf(database.db, loginId), [])
  assert.equal(codeOf(await confirm(loginId, appCode(secret, later(0)))), 'authenticatorCodeWrong')
})

test('somebody else’s app stays, whatever is asked; the only factor there is stays too', async () => {
  const [one, two] = [await somebody(), await somebody()]
  await addApp(deps, one.username)
  const [app] = await authenticatorsOf(database.db, one.loginId)
  assert.ok(app)
  await removeAuthenticator(deps, await signedIn(deps, two.username), app.id)
  await removeAuthenticator(deps, await signedIn(deps, two.username), newTestId())
  assert.equal((await authenticatorsOf(database.db, one.loginId)).length, 1)
  const alone = await signedIn(deps, one.username)
  const nobody = { ...alone, session: { ...alone.session, accounts: [] } }
  assert.equal(codeOf(await removeAuthenticator(deps, nobody, app.id)), 'lastFactor')
})

test('every contact is told that an app was added or removed, with no code and no link', async () => {
  const { username, loginId } = await somebody()
  await addApp(deps, username)
  const [app] = await authenticatorsOf(database.db, loginId)
  await removeAuthenticator(deps, await signedIn(deps, username), app?.id ?? '')
  const rows = await database.db
    .selectFrom('outbox')
    .select(['id', 'sealed', 'channel', 'template'])
    .where('login_id', '=', loginId)
    .orderBy('id')
    .execute()
  const told = rows.map((row) => ({ ...openAddressee(database.vault, row), ...row }))
  assert.deepEqual(
    told.map(({ template, channel, to, code }) => [template, channel, to, code]),
    ['authenticatorAdded', 'authenticatorRemoved'].flatMap((template) => [
      [template, 'sms', '+16145550148', null],
      [template, 'email', 'elena.marsh@example.com', null],
    ]),
  )
})

test('an enrollment goes along when its session shows more', async () => {
  const { username } = await somebody()
  const asking = await signedIn(deps, username)
  const started = await startEnrollment(deps, asking.session)
  const { enter, permitFactor } = await import('#src/identity/entry/confirm.ts')
  const permit = await permitFactor(deps, asking)
  assert.ok(permit.ok)
  const opened = await database.db
    .transaction()
    .execute((tx) => enter(tx, deps, asking, { permit: permit.value, method: 'sms' }))
  assert.ok(opened !== 'sentBefore')
  const session = await sessionOf(deps, opened.token)
  assert.ok(session.kind === 'signedIn')
  assert.equal((await startEnrollment(deps, session)).secret, started.secret)
})

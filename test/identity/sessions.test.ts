import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { signOut } from '#src/identity/entry/sign-out.ts'
import type { IdentityDeps } from '#src/identity/identity-deps.ts'
import { shownBy } from '#src/identity/levels.ts'
import { openLoginSession } from '#src/identity/login-session.ts'
import { resolveSession, type Session } from '#src/identity/sessions.ts'
import { insertLogin, insertLoginAccount } from '#src/store/logins/logins.ts'
import { type MigratedDatabase, newTestId, testDatabase } from '#test/support/database.ts'
import {
  identityDeps,
  movableClock,
  sessionOf,
  visit,
  visitor,
} from '#test/support/identity-world.ts'

let database: MigratedDatabase
let deps: IdentityDeps
const clock = movableClock()
const loginId = newTestId()
const accountId = newTestId()

before(async () => {
  database = await testDatabase()
  deps = identityDeps(database, clock)
  await database.db.transaction().execute(async (tx) => {
    const login = { id: loginId, username: 'someone', normalizedName: 'someone' }
    const rest = { password: 'not used here', locale: 'en', createdAt: clock.now() }
    await insertLogin(tx, database.vault, { ...login, ...rest })
    await insertLoginAccount(tx, {
      loginId,
      accountId,
      obligorId: newTestId(),
      addedAt: clock.now(),
    })
  })
})
after(() => database.close())

async function signedIn(replaces?: Session): Promise<string> {
  const old = replaces ?? (await visitor(deps)).session
  const authenticated = [shownBy('password', clock.now()), shownBy('sms', clock.now())]
  const given = { loginId, authenticated, visit: visit(), replaces: old }
  const opened = await database.db.transaction().execute((tx) => openLoginSession(tx, deps, given))
  return opened.token
}

const stateOf = async (token: string | null) => (await resolveSession(deps, token)).state
const rows = () => database.db.selectFrom('login_session').selectAll().execute()

test('the database knows the SHA-256 of 256 random bits, and neither the token nor its bytes', async () => {
  const token = await signedIn()
  assert.match(token, /^[A-Za-z0-9_-]{43}$/)
  assert.equal(Buffer.from(token, 'base64url').length, 32)
  const hash = createHash('sha256').update(token).digest()
  const stored = await rows()
  assert.equal(stored.filter((row) => row.token_hash.equals(hash)).length, 1)
  const everything = JSON.stringify(stored, (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  )
  assert.equal(everything.includes(token), false)
  assert.equal(await stateOf(`${token}x`), 'ended')
  assert.equal(await stateOf(null), 'none')
})

test('a session tells its accounts, and until when it lasts', async () => {
  const session = await sessionOf(deps, await signedIn())
  assert.ok(session.kind === 'signedIn')
  assert.deepEqual(
    session.accounts.map((account) => account.accountId),
    [accountId],
  )
  assert.equal(Date.parse(session.idleEndsAt) - Date.parse(clock.now()), 15 * 60_000)
  assert.equal(Date.parse(session.endsAt) - Date.parse(clock.now()), 12 * 3_600_000)
})

test('a password alone is half a session: for a quarter of an hour, with nothing of an account', async () => {
  const { session: replaces } = await visitor(deps)
  const authenticated = [shownBy('password', clock.now())]
  const { token } = await database.db
    .transaction()
    .execute((tx) =>
      openLoginSession(tx, deps, { loginId, authenticated, visit: visit(), replaces }),
    )
  const session = await sessionOf(deps, token)
  assert.equal(session.kind, 'half')
  assert.equal('accounts' in session, false)
  clock.pass(14 * 60)
  assert.equal(await stateOf(token), 'open')
  clock.pass(61)
  assert.equal(await stateOf(token), 'ended')
})

test('sign-in replaces the token: whoever planted the old one has nothing', async () => {
  const planted = await visitor(deps)
  const token = await signedIn(planted.session)
  assert.notEqual(token, planted.token)
  assert.equal((await sessionOf(deps, planted.token)).kind, 'visitor')
  assert.equal((await sessionOf(deps, token)).kind, 'signedIn')
  clock.pass(61)
  assert.equal(await stateOf(planted.token), 'ended')
})

test('a rise in level ends the old signed-in session at once', async () => {
  const first = await signedIn()
  const second = await signedIn(await sessionOf(deps, first))
  assert.equal(await stateOf(first), 'ended')
  assert.equal(await stateOf(second), 'open')
})

test('fifteen minutes without a request end a session, and it does not come back', async () => {
  const token = await signedIn()
  clock.pass(15 * 60 - 1)
  assert.equal(await stateOf(token), 'open')
  clock.pass(15 * 60 - 1)
  assert.equal(await stateOf(token), 'open')
  const session = await sessionOf(deps, token)
  assert.ok(session.kind === 'signedIn')
  clock.set(session.idleEndsAt)
  assert.equal(await stateOf(token), 'ended')
})

test('twelve hours end a session however busy it is', async () => {
  const token = await signedIn()
  for (let minutes = 0; minutes + 10 < 12 * 60; minutes += 10) {
    assert.equal(await stateOf(token), 'open', `${minutes} minutes`)
    clock.pass(600)
  }
  assert.equal(await stateOf(token), 'open')
  clock.pass(600)
  assert.equal(await stateOf(token), 'ended')
})

test('the visit is noted at most once a minute', async () => {
  const token = await signedIn()
  const seen = async () => {
    const hash = createHash('sha256').update(token).digest()
    return (await rows()).find((row) => row.token_hash.equals(hash))?.last_seen_at
  }
  const atFirst = await seen()
  clock.pass(59)
  await resolveSession(deps, token)
  assert.equal(await seen(), atFirst)
  clock.pass(1)
  await resolveSession(deps, token)
  assert.equal(await seen(), clock.now())
})

test('signing out deletes the session, once, and says so in the log', async () => {
  const token = await signedIn()
  const session = await sessionOf(deps, token)
  await Promise.all(Array.from({ length: 5 }, () => signOut(deps, { session, visit: visit() })))
  assert.equal(await stateOf(token), 'ended')
  const lines = await database.db
    .selectFrom('access_audit')
    .select('action')
    .where('login_id', '=', loginId)
    .where('action', '=', 'signedOut')
    .execute()
  assert.equal(lines.length, 1)
})

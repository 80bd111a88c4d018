import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { claimForm } from '#src/store/logins/form-submissions.ts'
import {
  findLogin,
  insertLogin,
  insertLoginAccount,
  usernameHash,
} from '#src/store/logins/logins.ts'
import { insertSession } from '#src/store/logins/open-session.ts'
import { endExpiredSessions } from '#src/store/logins/retired-sessions.ts'
import {
  endSession,
  endSessionsOfLogin,
  listSessions,
  type NewSession,
  readSession,
  touchSession,
} from '#src/store/logins/sessions.ts'
import { randomBytes } from '#src/vault/vault.ts'
import { newTestId, testDatabase } from '#test/support/database.ts'

const database = await testDatabase()
const { db, vault } = database
after(database.close)

const at = (time: string) => `2026-03-01T${time}:00.000Z`
const limits = { now: at('12:00'), idleSince: at('11:45'), sharedIdleSince: at('11:55') }

async function aLogin(username: string): Promise<string> {
  const id = newTestId()
  const login = { id, username, password: '$argon2id$x', locale: 'en', createdAt: at('10:00') }
  const answer = await db
    .transaction()
    .execute((tx) => insertLogin(tx, vault, { ...login, normalizedName: username.toLowerCase() }))
  assert.equal(answer, 'inserted')
  return id
}

async function aSession(change: Partial<NewSession> = {}): Promise<NewSession> {
  const session: NewSession = {
    tokenHash: randomBytes(32),
    id: newTestId(),
    loginId: null,
    formSecret: randomBytes(32),
    authenticated: [],
    held: null,
    shared: false,
    address: '192.0.2.1',
    device: 'Firefox on Linux',
    createdAt: at('11:50'),
    expiresAt: at('23:00'),
    ...change,
  }
  await db.transaction().execute((tx) => insertSession(tx, session))
  return session
}

test('one statement gives the session, its login and the accounts of that login', async () => {
  const loginId = await aLogin('Dana.Oakes')
  const accounts = [1, 2].map(() => ({ accountId: newTestId(), obligorId: newTestId() }))
  for (const account of accounts) {
    await db
      .transaction()
      .execute((tx) => insertLoginAccount(tx, { ...account, loginId, addedAt: at('10:01') }))
  }
  const authenticated = [{ method: 'password' as const, at: at('11:50'), verifiedUser: false }]
  const made = await aSession({ loginId, authenticated, held: Buffer.from('held') })
  const found = await readSession(db, { ...limits, tokenHash: made.tokenHash })
  assert.deepEqual(found?.login, {
    id: loginId,
    username: 'Dana.Oakes',
    locale: 'en',
    theme: 'system',
    accounts,
  })
  assert.deepEqual(found.authenticated, authenticated)
  assert.deepEqual(found.formSecret, made.formSecret)
  assert.deepEqual(found.held, made.held)
  assert.equal(found.lastSeenAt, at('11:50'))
})

test('a visitor has a session without a login', async () => {
  const made = await aSession()
  const found = await readSession(db, { ...limits, tokenHash: made.tokenHash })
  assert.equal(found?.id, made.id)
  assert.equal(found.login, null)
  assert.equal(await readSession(db, { ...limits, tokenHash: randomBytes(32) }), null)
})

test('an idle session and one past its end are none', async () => {
  const idle = await aSession({ createdAt: limits.idleSince })
  const ended = await aSession({ expiresAt: limits.now })
  for (const { tokenHash } of [idle, ended]) {
    assert.equal(await readSession(db, { ...limits, tokenHash }), null)
  }
  const seen = { id: idle.id, at: at('11:59') }
  await db.transaction().execute((tx) => touchSession(tx, seen))
  assert(await readSession(db, { ...limits, tokenHash: idle.tokenHash }))
  const gone = await db.transaction().execute((tx) => endExpiredSessions(tx, limits))
  assert.equal(gone, 1)
})

test('on a computer that others use too a session is idle sooner', async () => {
  const shared = await aSession({ createdAt: at('11:54'), shared: true })
  const own = await aSession({ createdAt: at('11:54') })
  assert.equal(await readSession(db, { ...limits, tokenHash: shared.tokenHash }), null)
  assert(await readSession(db, { ...limits, tokenHash: own.tokenHash }))
})

test('of fifty who end a session at once, one did it', async () => {
  const { id } = await aSession()
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => db.transaction().execute((tx) => endSession(tx, { id }))),
  )
  assert.equal(answers.filter((ended) => ended).length, 1)
})

test("a login lists and ends its own sessions, and no other's", async () => {
  const [mine, theirs] = [await aLogin('mine'), await aLogin('theirs')]
  const kept = await aSession({ loginId: mine })
  const lost = await aSession({ loginId: mine })
  const other = await aSession({ loginId: theirs })
  const listed = await listSessions(db, mine)
  assert.deepEqual(listed.map(({ id }) => id).sort(), [kept.id, lost.id].sort())
  await db.transaction().execute(async (tx) => {
    assert.equal(await endSession(tx, { id: other.id, loginId: mine }), false)
    assert.equal(await endSessionsOfLogin(tx, { loginId: mine, keep: kept.id }), 1)
  })
  assert.equal(await readSession(db, { ...limits, tokenHash: lost.tokenHash }), null)
  assert(await readSession(db, { ...limits, tokenHash: kept.tokenHash }))
  assert(await readSession(db, { ...limits, tokenHash: other.tokenHash }))
})

test('of fifty who take a name at once, one has it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      db.transaction().execute((tx) =>
        insertLogin(tx, vault, {
          id: newTestId(),
          username: 'Wanted',
          normalizedName: 'wanted',
          password: '$argon2id$x',
          locale: 'es',
          createdAt: at('10:00'),
        }),
      ),
    ),
  )
  assert.equal(answers.filter((answer) => answer === 'inserted').length, 1)
  assert.equal((await findLogin(db, vault, 'wanted'))?.username, 'Wanted')
  assert.equal(await findLogin(db, vault, 'unwanted'), null)
  assert.equal(usernameHash(vault, 'wanted').length, 32)
})

test('an obligor of an account has one login, and a login is one obligor of it', async () => {
  const [one, two] = [await aLogin('first'), await aLogin('second')]
  const accountId = newTestId()
  const [obligorId, coObligorId] = [newTestId(), newTestId()]
  const link = (loginId: string, obligor: string) =>
    db
      .transaction()
      .execute((tx) =>
        insertLoginAccount(tx, { loginId, accountId, obligorId: obligor, addedAt: at('10:00') }),
      )
  assert.equal(await link(one, obligorId), 'inserted')
  assert.equal(await link(two, obligorId), 'taken')
  assert.equal(await link(one, coObligorId), 'taken')
  assert.equal(await link(two, coObligorId), 'inserted')
})

test('of fifty submissions of a form one is first, the others learn its outcome', async () => {
  const sessionId = newTestId()
  const submit = (key: string, outcome: string) =>
    db
      .transaction()
      .execute((tx) => claimForm(tx, { sessionId, key, outcome, submittedAt: at('12:00') }))
  const outcomes = Array.from({ length: 50 }, (_, number) => `/payments/${number}`)
  const answers = await Promise.all(outcomes.map((outcome) => submit('form-1', outcome)))
  const first = outcomes[answers.indexOf(null)]
  assert.deepEqual(
    answers.filter((answer) => answer !== null),
    Array(49).fill(first),
  )
  assert.equal(await submit('form-2', '/other'), null)
})

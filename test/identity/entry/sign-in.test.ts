import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readAccessActivity } from '#src/identity/access-log.ts'
import { signIn } from '#src/identity/entry/sign-in.ts'
import type { IdentityDeps } from '#src/identity/identity-deps.ts'
import { permitAttempt } from '#src/identity/throttle.ts'
import { readAccessAudit, verifyAccessAudit } from '#src/store/logins/access-audit.ts'
import { readAccessChains } from '#src/store/logins/access-chain.ts'
import { findLogin, insertLogin } from '#src/store/logins/logins.ts'
import { signedInToken } from '#test/support/codes.ts'
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
const password = 'a quiet road past seven mills'

before(async () => {
  database = await testDatabase()
  deps = identityDeps(database, clock)
})
after(() => database.close())

async function plantLogin(username: string): Promise<string> {
  const stored = await deps.passwords.store(password)
  assert.ok(stored.ok)
  const id = newTestId()
  const login = { id, username, normalizedName: username, password: stored.value, locale: 'en' }
  await database.db
    .transaction()
    .execute((tx) => insertLogin(tx, database.vault, { ...login, createdAt: clock.now() }))
  return id
}

async function attempt(username: string, given: string, address?: string) {
  const { session } = await visitor(deps)
  return signIn(deps, { username, password: given, session, visit: visit(address) })
}

const outcomeOf = (answer: Awaited<ReturnType<typeof attempt>>) =>
  answer.ok ? 'in' : { refusal: answer.refusal, waitUntil: answer.waitUntil }

test('the right password opens half a session, however the name is typed', async () => {
  const loginId = await plantLogin('elena.marsh')
  for (const name of ['elena.marsh', ' Elena.Marsh ', 'ELENA.MARSH', 'ｅlena.marsh']) {
    const answer = await attempt(name, password)
    assert.ok(answer.ok, name)
    const session = await sessionOf(deps, answer.value.token)
    assert.ok(session.kind === 'half')
    assert.equal(session.loginId, loginId)
  }
  assert.deepEqual(outcomeOf(await attempt('elena.marsh', 'A quiet road past seven mills')), {
    refusal: { code: 'signInNotMatched' },
    waitUntil: null,
  })
})

test('letters that look alike on the keyboard are the same password', async () => {
  await plantLogin('composed')
  const stored = await deps.passwords.store('el ñandú corre de noche')
  assert.ok(stored.ok)
  const loginId = (await findLogin(database.db, database.vault, 'composed'))?.id ?? ''
  await database.db
    .updateTable('login')
    .set({ password: stored.value })
    .where('id', '=', loginId)
    .execute()
  assert.ok((await attempt('composed', 'el ñandú corre de noche'.normalize('NFD'))).ok)
})

test('a name that nobody has gets the same answers and the same waits', async () => {
  await plantLogin('somebody.real')
  const real: unknown[] = []
  const unknown: unknown[] = []
  for (let tries = 1; tries <= 7; tries += 1) {
    real.push(outcomeOf(await attempt('somebody.real', 'wrong wrong wrong wrong')))
    unknown.push(outcomeOf(await attempt('somebody.else', 'wrong wrong wrong wrong')))
  }
  assert.deepEqual(real, unknown)
  const until = new Date(Date.parse(clock.now()) + 30_000).toISOString()
  assert.deepEqual(real[3], { refusal: { code: 'signInNotMatched' }, waitUntil: null })
  assert.deepEqual(real[4], { refusal: { code: 'signInNotMatched' }, waitUntil: until })
  const paused = { code: 'waitBeforeTrying', until, counted: 'own' }
  assert.deepEqual(real[5], { refusal: paused, waitUntil: until })
})

test('during a pause the right password waits too; after it, it clears the count', async () => {
  await plantLogin('patient')
  const lane = { scope: 'sign-in-name', key: 'patient' } as const
  for (let tries = 1; tries <= 5; tries += 1) await permitAttempt(deps, [lane], clock.now())
  assert.equal((await attempt('patient', password)).ok, false)
  clock.pass(30)
  assert.ok((await attempt('patient', password)).ok)
  for (let tries = 1; tries <= 4; tries += 1) {
    const answer = await attempt('patient', 'wrong wrong wrong wrong')
    assert.deepEqual(outcomeOf(answer), { refusal: { code: 'signInNotMatched' }, waitUntil: null })
  }
})

test('forty guesses at once, the right one among them: at most five are looked at', async () => {
  await plantLogin('besieged')
  const guesses = Array.from({ length: 40 }, (_, at) =>
    at === 39 ? password : `guess number ${at}`,
  )
  const answers = await Promise.all(guesses.map((guess) => attempt('besieged', guess)))
  const looked = answers.filter((answer) => answer.ok || answer.refusal.code === 'signInNotMatched')
  assert.ok(looked.length <= 6, `${looked.length} were looked at`)
})

test('many names from one address run into the address, and others do not notice', async () => {
  await plantLogin('neighbor')
  const lane = { scope: 'sign-in-address', key: '2001:db8:7:7::/64' } as const
  for (let tries = 1; tries <= 20; tries += 1) await permitAttempt(deps, [lane], clock.now())
  const sameNetwork = await attempt('neighbor', password, '2001:db8:7:7:ffff::9')
  assert.ok(!sameNetwork.ok && sameNetwork.refusal.code === 'waitBeforeTrying')
  assert.equal(sameNetwork.refusal.counted, 'network')
  assert.ok((await attempt('neighbor', password, '2001:db8:7:8::1')).ok)
})

test('an older stored form is renewed when its password is right, and still opens', async () => {
  const loginId = await plantLogin('veteran')
  const { hash } = await import('@node-rs/argon2')
  const weak = await hash(database.vault.mac('password', password).toString('base64'), {
    memoryCost: 8192,
    timeCost: 1,
  })
  await database.db.updateTable('login').set({ password: weak }).where('id', '=', loginId).execute()
  assert.equal((await attempt('veteran', 'wrong wrong wrong wrong')).ok, false)
  const before = await findLogin(database.db, database.vault, 'veteran')
  assert.equal(before?.password, weak)
  assert.ok((await attempt('veteran', password)).ok)
  const renewed = await findLogin(database.db, database.vault, 'veteran')
  assert.match(renewed?.password ?? '', /^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  assert.equal(renewed?.passwordChangedAt, before?.passwordChangedAt)
  assert.ok((await attempt('veteran', password)).ok)
})

test('every attempt leaves a line, in whole chains, without the name or the password', async () => {
  const loginId = await plantLogin('watched')
  await attempt('watched', 'wrong wrong wrong wrong', '203.0.113.50')
  const answer = await attempt('watched', password, '203.0.113.51')
  assert.ok(answer.ok)
  await attempt('my secret password typed as a name', 'x', '203.0.113.52')
  const half = await sessionOf(deps, answer.value.token)
  assert.ok(half.kind === 'half' && half.loginId === loginId)
  const { vault, db } = database
  const token = await signedInToken({ ...deps, db, vault }, 'watched')
  const session = await sessionOf(deps, token)
  assert.ok(session.kind === 'signedIn')
  const lines = await readAccessActivity(database.db, session, 10)
  assert.deepEqual(
    lines.map(({ action, address }) => ({ action, address })),
    [
      { action: 'passwordAccepted', address: '203.0.113.51' },
      { action: 'signInRefused', address: '203.0.113.50' },
    ],
  )
  const chains = await readAccessChains(database.db)
  assert.ok(chains.size >= 2)
  for (const [chain, head] of chains) {
    const entries = await readAccessAudit(database.db, chain)
    assert.deepEqual(verifyAccessAudit(database.vault, { chain, head, entries }), [])
    assert.equal(JSON.stringify(entries).includes('secret'), false)
  }
})

test('a full queue answers busy and costs no try', async () => {
  await plantLogin('rush')
  const { createPasswords } = await import('#src/identity/passwords.ts')
  const narrow = createPasswords({ vault: database.vault, limits: { atOnce: 1, waiting: 1 } })
  const { session } = await visitor(deps)
  const untried = async () => {
    const names = database.db.selectFrom('attempt_budget').where('scope', '=', 'sign-in-name')
    return (await names.where('failures', '=', 0).select('failures').execute()).length
  }
  const before = await untried()
  const answers = await Promise.all(
    Array.from({ length: 4 }, (_, at) =>
      signIn(
        { ...deps, passwords: narrow },
        { username: `rush.${at}`, password, session, visit: visit() },
      ),
    ),
  )
  const codes = answers.map((answer) => (answer.ok ? 'in' : answer.refusal.code))
  assert.equal(codes.filter((code) => code === 'busy').length, 2)
  assert.equal((await untried()) - before, 2)
})

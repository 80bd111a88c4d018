import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { signIn } from '#src/identity/entry/sign-in.ts'
import { confirmContact, sendContactCode } from '#src/identity/proof/confirm-contact.ts'
import { proveAccount, readProof } from '#src/identity/proof/prove-account.ts'
import { tellOfProof } from '#src/identity/proof/tell-of-proof.ts'
import { register } from '#src/identity/registration/register.ts'
import { findLoginOfObligor } from '#src/store/logins/logins.ts'
import type { JobContent } from '#src/store/queue/queue-names.ts'
import { linesOf, toldOf } from '#test/support/account-proofs.ts'
import { waitingCode } from '#test/support/codes.ts'
import { type MigratedDatabase, newTestId, testDatabase } from '#test/support/database.ts'
import {
  identityDeps,
  movableClock,
  type Person,
  plantAccount,
  sessionOf,
  visit,
  visitor,
} from '#test/support/identity-world.ts'

let database: MigratedDatabase
let deps: ReturnType<typeof identityDeps>
const clock = movableClock()
const password = 'a quiet road past seven mills'
let accounts = 0

before(async () => {
  database = await testDatabase()
  deps = identityDeps(database, clock)
})
after(() => database.close())

function plant(): Promise<[Person, Person]> {
  accounts += 1
  return plantAccount(database, `KT-2041-${1000 + accounts}`)
}

type Answers = Pick<Person, 'accountNumber' | 'lastFour' | 'vin'>

async function prove(answers: Answers, address?: string) {
  const { session } = await visitor(deps)
  const { accountNumber, lastFour, vin } = answers
  return proveAccount(deps, {
    purpose: 'registration',
    accountNumber,
    lastFour,
    vin,
    session,
    visit: visit(address),
  })
}

async function proved(person: Person) {
  const answer = await prove(person)
  assert.ok(answer.ok)
  const session = await sessionOf(deps, answer.value.token)
  assert.ok(session.kind === 'visitor')
  return session
}

/** With the code that came to a contact of theirs. */
async function shown(person: Person) {
  const session = await proved(person)
  const asking = { session, visit: visit(), purpose: 'registration' as const }
  assert.ok((await sendContactCode(deps, asking, 'sms-1')).ok)
  const answer = await confirmContact(deps, asking, await waitingCode(database))
  assert.ok(answer.ok)
  const next = await sessionOf(deps, answer.value.token)
  assert.ok(next.kind === 'visitor')
  return next
}

async function choose(person: Person, username: string, given: { formKey?: string } = {}) {
  const session = await shown(person)
  const formKey = given.formKey ?? newTestId()
  return register(deps, { username, password, formKey, locale: 'en', session, visit: visit() })
}

const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok'

test('the right three prove the account; typed with spaces, dashes and small letters as well', async () => {
  const [first, second] = await plant()
  const session = await proved({
    ...first,
    accountNumber: first.accountNumber.replaceAll('-', ' ').toLowerCase(),
  })
  const proof = readProof(deps, session, 'registration')
  assert.equal(proof?.obligorId, first.obligorId)
  assert.equal(readProof(deps, await proved(second), 'registration')?.obligorId, second.obligorId)
})

test('whichever field is wrong, the answer is the same', async () => {
  const [person] = await plant()
  const wrong: Answers[] = [
    { ...person, accountNumber: 'KT-9999-9999' },
    { ...person, accountNumber: '' },
    { ...person, lastFour: '0000' },
    { ...person, lastFour: '' },
    { ...person, vin: '1HGCM82633A004353' },
  ]
  for (const answers of wrong) {
    const answer = await prove(answers)
    assert.deepEqual(answer, { ok: false, refusal: { code: 'registrationNotMatched' } })
  }
})

test('one registers, signs in, and the co-obligor registers apart for the same account', async () => {
  const [first, second] = await plant()
  const opened = await choose(first, 'first.obligor')
  assert.ok(opened.ok && opened.value !== 'sentBefore')
  const session = await sessionOf(deps, opened.value.token)
  assert.ok(session.kind === 'signedIn')
  assert.deepEqual(session.accounts, [{ accountId: first.accountId, obligorId: first.obligorId }])
  const other = await choose(second, 'second.obligor')
  assert.ok(other.ok && other.value !== 'sentBefore')
  const theirs = await sessionOf(deps, other.value.token)
  assert.ok(theirs.kind === 'signedIn' && theirs.loginId !== session.loginId)
  assert.equal(theirs.accounts[0]?.obligorId, second.obligorId)
  const { session: later } = await visitor(deps)
  const again = { username: 'First.Obligor', password, session: later, visit: visit() }
  assert.ok((await signIn(deps, again)).ok)
})

test('who has a login gets the neutral answer, and the owner sees that somebody tried', async () => {
  const [person] = await plant()
  const opened = await choose(person, 'already.here')
  assert.ok(opened.ok)
  const neutral = { ok: false, refusal: { code: 'registrationNotMatched' } }
  const waiting = () =>
    sql<{ data: JobContent['tell-of-proof'] }>`
      select data from pgboss.job where name = 'tell-of-proof' order by created_on, id`.execute(
      database.db,
    )
  const before = (await waiting()).rows.length
  assert.deepEqual(await prove(person), neutral)
  assert.deepEqual(await prove({ ...person, lastFour: '0000' }), neutral)
  // A job either way; only the one of the right numbers leads to an owner.
  const jobs = (await waiting()).rows.slice(before).map(({ data }) => data)
  assert.equal(jobs.length, 2)
  for (const job of jobs) await tellOfProof(deps, job)
  const loginId = (await findLoginOfObligor(database.db, person)) ?? ''
  assert.equal((await linesOf(database.db, loginId))[0], 'registrationRepeated')
  assert.deepEqual(await toldOf(database, { loginId, template: 'registrationRepeated' }), [
    '+16145550148',
    'elena.marsh@example.com',
  ])
})

test('what was proved counts for fifteen minutes, in its own new session only', async () => {
  const [person] = await plant()
  const before = await visitor(deps)
  const { accountNumber, lastFour, vin } = person
  const attempt = {
    purpose: 'registration' as const,
    accountNumber,
    lastFour,
    vin,
    session: before.session,
    visit: visit(),
  }
  const answer = await proveAccount(deps, attempt)
  assert.ok(answer.ok && answer.value.token !== before.token)
  const planted = await sessionOf(deps, before.token)
  assert.ok(planted.kind === 'visitor' && readProof(deps, planted, 'registration') === null)
  const session = await sessionOf(deps, answer.value.token)
  assert.ok(session.kind === 'visitor' && session.held)
  const { held } = session
  assert.throws(() => readProof(deps, { ...planted, held }, 'registration'))
  clock.pass(15 * 60 - 1)
  assert.ok(readProof(deps, session, 'registration'))
  clock.pass(1)
  assert.equal(readProof(deps, session, 'registration'), null)
  const late = { username: 'too.late', password, formKey: newTestId(), locale: 'en', session }
  assert.equal(codeOf(await register(deps, { ...late, visit: visit() })), 'registrationNotMatched')
})

test('without proof nothing can be chosen', async () => {
  const { session } = await visitor(deps)
  const given = { username: 'nobody.known', password, formKey: newTestId(), locale: 'en', session }
  assert.equal(codeOf(await register(deps, { ...given, visit: visit() })), 'registrationNotMatched')
  assert.equal(
    await database.db.selectFrom('login').where('username', '=', 'nobody.known').executeTakeFirst(),
    undefined,
  )
})

test('the numbers alone register nobody: a code to a contact on file comes first', async () => {
  const [person] = await plant()
  const session = await proved(person)
  const given = { username: 'papers.only', password, formKey: newTestId(), locale: 'en', session }
  assert.equal(codeOf(await register(deps, { ...given, visit: visit() })), 'registrationNotMatched')
  const asking = { session, visit: visit(), purpose: 'registration' as const }
  assert.equal(codeOf(await confirmContact(deps, asking, '123456')), 'codeSpent')
  assert.equal(codeOf(await sendContactCode(deps, asking, 'sms-9')), 'contactNotFound')
})

test('five wrong codes in a row and the right one is of no use either; another is', async () => {
  const [person] = await plant()
  const session = await proved(person)
  const asking = { session, visit: visit(), purpose: 'registration' as const }
  assert.ok((await sendContactCode(deps, asking, 'email-1')).ok)
  const code = await waitingCode(database)
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  const codes: string[] = []
  for (let tries = 1; tries <= 4; tries += 1)
    codes.push(codeOf(await confirmContact(deps, asking, wrong)))
  clock.pass(60)
  codes.push(codeOf(await confirmContact(deps, asking, wrong)))
  assert.deepEqual(codes, Array(5).fill('codeWrong'))
  clock.pass(60)
  assert.equal(codeOf(await confirmContact(deps, asking, code)), 'codeSpent')
  assert.ok((await sendContactCode(deps, asking, 'email-1')).ok)
  clock.pass(60)
  assert.equal(codeOf(await confirmContact(deps, asking, await waitingCode(database))), 'ok')
})

test('a name is taken however it is typed; a bad name or password costs nothing of the proof', async () => {
  const [first, second] = await plant()
  assert.ok((await choose(first, 'taken.name')).ok)
  const session = await shown(second)
  const codes: string[] = []
  const tries: [string, string][] = [
    ['Taken.Name', password],
    ['short', password],
    [second.accountNumber, password],
    [second.vin, password],
    ['good.name', 'short'],
    ['good.name', 'Northwind2026!!!'],
    ['good.name', `${second.vin}!!`],
    ['good.name', 'good.name good.name'],
    ['good.name', 'passwordpassword'],
    ['good.name', password],
  ]
  for (const [username, tried] of tries) {
    const given = { username, password: tried, formKey: newTestId(), locale: 'en', session }
    codes.push(codeOf(await register(deps, { ...given, visit: visit() })))
  }
  assert.deepEqual(codes, [
    'usernameTaken',
    'usernameUnusable',
    'usernameUnusable',
    'usernameUnusable',
    'passwordTooShort',
    'passwordHoldsContext',
    'passwordHoldsContext',
    'passwordHoldsContext',
    'passwordKnown',
    'ok',
  ])
})

test('the same form pressed many times registers once, and each press is told so', async () => {
  const [person] = await plant()
  const session = await shown(person)
  const formKey = newTestId()
  const press = () =>
    register(deps, {
      username: 'pressed.twice',
      password,
      formKey,
      locale: 'en',
      session,
      visit: visit(),
    })
  const answers = await Promise.all([press(), press(), press()])
  assert.equal(answers.filter((answer) => answer.ok && answer.value !== 'sentBefore').length, 1)
  assert.equal(answers.filter((answer) => answer.ok && answer.value === 'sentBefore').length, 2)
  const afterwards = await sessionAgain(session.id)
  const last = { username: 'pressed.twice', password, formKey, locale: 'en', session: afterwards }
  assert.deepEqual(await register(deps, { ...last, visit: visit() }), {
    ok: true,
    value: 'sentBefore',
  })
})

async function sessionAgain(id: string) {
  const row = await database.db
    .selectFrom('login_session')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { kind: 'visitor' as const, id, formSecret: row.form_secret, held: row.held }
}

test('guessing at one account, or from one address, is held up; waiting is all it takes', async () => {
  const [person] = await plant()
  const wrong = { ...person, lastFour: '1111' }
  const codes: string[] = []
  for (let tries = 1; tries <= 6; tries += 1) codes.push(codeOf(await prove(wrong)))
  assert.deepEqual(codes, [...Array(5).fill('registrationNotMatched'), 'waitBeforeTrying'])
  assert.equal(codeOf(await prove(person)), 'waitBeforeTrying')
  clock.pass(30)
  assert.equal(codeOf(await prove(person)), 'ok')
  const fromOne: string[] = []
  for (let tries = 1; tries <= 11; tries += 1) {
    fromOne.push(
      codeOf(await prove({ ...person, accountNumber: `KT-77-${tries}` }, '203.0.113.77')),
    )
  }
  assert.equal(fromOne.filter((code) => code === 'registrationNotMatched').length, 10)
  assert.equal(fromOne[10], 'waitBeforeTrying')
})

test('one account number is one budget, however its digits are written', async () => {
  const [person] = await plant()
  const wide = (number: string, from: number) =>
    number.replace(/\d/g, (digit, at) =>
      at < from ? digit : String.fromCodePoint(0xff10 + Number(digit)),
    )
  const codes: string[] = []
  for (let tries = 0; tries <= 5; tries += 1) {
    const accountNumber = wide(person.accountNumber, tries)
    codes.push(codeOf(await prove({ ...person, accountNumber, lastFour: '1111' })))
  }
  assert.deepEqual(codes, [...Array(5).fill('registrationNotMatched'), 'waitBeforeTrying'])
})

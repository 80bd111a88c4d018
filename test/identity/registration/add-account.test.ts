import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sendContactCode } from '#src/identity/proof/confirm-contact.ts'
import { addAccount } from '#src/identity/registration/add-account.ts'
import { resolveSession, type SignedInSession } from '#src/identity/sessions.ts'
import { readObligor } from '#src/store/accounts/obligors.ts'
import { findLoginOfObligor, readLoginAccounts } from '#src/store/logins/logins.ts'
import { endSession } from '#src/store/logins/sessions.ts'
import { type Answers, linesOf, prove, signedInWith, toldOf } from '#test/support/account-proofs.ts'
import { waitingCode } from '#test/support/codes.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import {
  identityDeps,
  movableClock,
  type Person,
  plantAccount,
  sessionOf,
  visit,
} from '#test/support/identity-world.ts'
import { plantLogin, type WorldDeps } from '#test/support/second-factors.ts'

let database: MigratedDatabase
let deps: WorldDeps
const clock = movableClock()
let accounts = 0

before(async () => {
  database = await testDatabase()
  deps = identityDeps(database, clock)
})
after(() => database.close())

function plant(): Promise<[Person, Person]> {
  accounts += 1
  // All have the same phone, and a phone gets five codes an hour.
  clock.pass(3601)
  return plantAccount(database, `KT-3${String(accounts).padStart(7, '0')}`)
}

/** Signed in with one account. */
async function owner() {
  const [person, other] = await plant()
  const username = `owner.${accounts}`
  const loginId = await plantLogin(database, deps, { username, person })
  return { person, other, loginId, ...(await signedInWith(deps, loginId, ['sms'])) }
}

async function provedIn(session: SignedInSession, answers: Answers) {
  const answer = await prove(deps, session, { purpose: 'newAccount', answers })
  assert.ok(answer.ok)
  const next = await sessionOf(deps, answer.value.token)
  assert.ok(next.kind === 'signedIn')
  return { session: next, token: answer.value.token, visit: visit() }
}

async function codeFor(asking: { session: SignedInSession; visit: ReturnType<typeof visit> }) {
  const contact = { ...asking, purpose: 'newAccount' as const }
  assert.ok((await sendContactCode(deps, contact, 'sms-1')).ok)
  return waitingCode(database)
}

const refusedNeutrally = { ok: false, refusal: { code: 'registrationNotMatched' } }

test('numbers and a code to its own file add an account; the contacts of both files are told', async () => {
  const who = await owner()
  const [second] = await plant()
  await changePhone(second, '+16145550777')
  const asking = await provedIn(who.session, second)
  const answer = await addAccount(deps, asking, await codeFor(asking))
  assert.ok(answer.ok && answer.value !== 'sentBefore')
  const session = await sessionOf(deps, answer.value.token)
  assert.ok(session.kind === 'signedIn')
  assert.deepEqual(
    session.accounts.map(({ accountId }) => accountId),
    [who.person.accountId, second.accountId],
  )
  assert.equal(session.held, null)
  assert.equal((await resolveSession(deps, asking.token)).state, 'ended')
  const told = await toldOf(database, { loginId: who.loginId, template: 'accountAdded' })
  assert.deepEqual(told, ['+16145550148', '+16145550777', 'elena.marsh@example.com'])
  assert.equal((await linesOf(database.db, who.loginId))[0], 'accountAdded')
})

test('the code goes to the file of the account that is added, never to that of the one who asks', async () => {
  const who = await owner()
  const [second] = await plant()
  await changePhone(second, '+16145550777')
  const asking = await provedIn(who.session, second)
  await codeFor(asking)
  const row = await database.db
    .selectFrom('sent_code')
    .select(['masked', 'purpose', 'login_id'])
    .where('session_id', '=', asking.session.id)
    .executeTakeFirstOrThrow()
  assert.deepEqual(row, { masked: '••0777', purpose: 'newAccount', login_id: who.loginId })
})

test('one answer whatever is wrong: a number, an account with a sign-in, one’s own account', async () => {
  const who = await owner()
  const taken = await owner()
  const [second] = await plant()
  const wrong = [
    { ...second, lastFour: '0000' },
    { ...second, vin: '1HGCM82633A004353' },
    { ...second, accountNumber: 'KT-0' },
    taken.person,
    who.person,
    who.other,
  ]
  for (const answers of wrong)
    assert.deepEqual(
      await prove(deps, who.session, { purpose: 'newAccount', answers }),
      refusedNeutrally,
    )
  const lines = await linesOf(database.db, who.loginId)
  assert.deepEqual(lines, Array(wrong.length).fill('newAccountRefused'))
})

test('numbers without the code, and a wrong code, add nothing', async () => {
  const who = await owner()
  const [second] = await plant()
  const asking = await provedIn(who.session, second)
  assert.deepEqual(await addAccount(deps, asking, '000000'), {
    ok: false,
    refusal: { code: 'codeSpent' },
  })
  const code = await codeFor(asking)
  const wrong = await addAccount(deps, asking, code === '000000' ? '000001' : '000000')
  assert.deepEqual(wrong, { ok: false, refusal: { code: 'codeWrong' } })
  assert.equal((await readLoginAccounts(database.db, who.loginId)).length, 1)
})

test('fifty presses at once add one row, and tell once', async () => {
  const who = await owner()
  const [second] = await plant()
  const asking = await provedIn(who.session, second)
  const code = await codeFor(asking)
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => addAccount(deps, asking, code)),
  )
  const won = answers.filter((answer) => answer.ok && answer.value !== 'sentBefore')
  assert.equal(won.length, 1)
  assert.equal((await readLoginAccounts(database.db, who.loginId)).length, 2)
  const told = await toldOf(database, { loginId: who.loginId, template: 'accountAdded' })
  assert.equal(told.length, 2)
})

test('two logins that prove the same account at once: one gets it, the other a neutral answer', async () => {
  const [one, two] = [await owner(), await owner()]
  const [second] = await plant()
  const first = await provedIn(one.session, second)
  const other = await provedIn(two.session, second)
  const [codeOne, codeTwo] = [await codeFor(first), await codeFor(other)]
  const answers = await Promise.all([
    addAccount(deps, first, codeOne),
    addAccount(deps, other, codeTwo),
  ])
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  assert.deepEqual(
    answers.find(({ ok }) => !ok),
    refusedNeutrally,
  )
  const loginId = await findLoginOfObligor(database.db, second)
  assert.ok(loginId === one.loginId || loginId === two.loginId)
})

test('a session that was ended meanwhile adds nothing', async () => {
  const who = await owner()
  const [second] = await plant()
  const asking = await provedIn(who.session, second)
  const code = await codeFor(asking)
  await database.db.transaction().execute((tx) => endSession(tx, { id: asking.session.id }))
  assert.deepEqual(await addAccount(deps, asking, code), { ok: true, value: 'sentBefore' })
  assert.equal((await readLoginAccounts(database.db, who.loginId)).length, 1)
})

async function changePhone(of: Person, phone: string): Promise<void> {
  const obligor = await readObligor(database.db, database.vault, of)
  assert.ok(obligor)
  const details = JSON.stringify({ ...obligor.details, phone })
  const sealed = database.vault.seal(details, `obligor ${of.accountId} ${of.obligorId}`)
  await database.db.updateTable('obligor').set({ sealed }).where('id', '=', of.obligorId).execute()
}

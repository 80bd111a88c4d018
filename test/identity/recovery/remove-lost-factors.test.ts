import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { confirmByAuthenticator } from '#src/identity/entry/confirm-by-authenticator.ts'
import {
  lostFactorProof,
  ownFactorsOf,
  removeLostFactors,
} from '#src/identity/recovery/remove-lost-factors.ts'
import { resolveSession, type VisitorSession } from '#src/identity/sessions.ts'
import { replaceBackupCodes } from '#src/store/logins/backup-codes.ts'
import { holdLogin } from '#src/store/logins/holds.ts'
import {
  hoursHeld,
  linesOf,
  plantPasskey,
  prove,
  proved,
  shown,
  signedInWith,
  toldOf,
} from '#test/support/account-proofs.ts'
import { type MigratedDatabase, newTestId, testDatabase } from '#test/support/database.ts'
import {
  identityDeps,
  movableClock,
  type Person,
  plantAccount,
  visit,
  visitor,
} from '#test/support/identity-world.ts'
import { appCode } from '#test/support/oracle-totp.ts'
import { addApp, halfSession, plantLogin, type WorldDeps } from '#test/support/second-factors.ts'

let database: MigratedDatabase
let deps: WorldDeps
const clock = movableClock()
const contacts = ['+16145550148', 'elena.marsh@example.com']
let people = 0

before(async () => {
  database = await testDatabase()
  deps = identityDeps(database, clock)
})
after(() => database.close())

/** Somebody with an app, a passkey and ten backup codes, none of them at hand any more. */
async function unlucky() {
  people += 1
  // All have the same phone, and a phone gets five codes an hour.
  clock.pass(3601)
  const username = `unlucky.${people}`
  const [person, other] = await plantAccount(database, `KT-7${String(people).padStart(7, '0')}`)
  const loginId = await plantLogin(database, deps, { username, person })
  const secret = await addApp(deps, username)
  const passkey = await plantPasskey(deps, loginId)
  const elsewhere = (await signedInWith(deps, loginId, ['sms'])).token
  const codes = Array.from({ length: 10 }, (_, at) => ({ number: at + 1, hash: 'never typed' }))
  const set = { loginId, codes, madeAt: clock.now() }
  await database.db.transaction().execute((tx) => replaceBackupCodes(tx, set))
  const own = await ownFactorsOf(deps, loginId)
  const app = own.authenticators[0]?.id ?? ''
  return { username, person, other, loginId, secret, app, passkey, elsewhere }
}

async function ready(of: { loginId: string; person: Person }): Promise<VisitorSession> {
  const { session } = await halfSession(deps, of.loginId)
  return shown(deps, session, { purpose: 'lostFactor', answers: of.person })
}

const named = (session: VisitorSession, ids: readonly string[], backupCodes = false) => ({
  ids,
  backupCodes,
  formKey: newTestId(),
  session,
  visit: visit(),
})

const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok'

test('password, numbers, code to a contact on file: what was named is gone, and nobody is signed in', async () => {
  const who = await unlucky()
  const session = await ready(who)
  const lost = named(session, [who.app, who.passkey], true)
  assert.deepEqual(await removeLostFactors(deps, lost), { ok: true, value: 'removed' })
  assert.deepEqual(await ownFactorsOf(deps, who.loginId), {
    authenticators: [],
    passkeys: [],
    backupCodesLeft: 0,
  })
  assert.equal((await resolveSession(deps, who.elsewhere)).state, 'ended')
  assert.equal(await hoursHeld(deps, who.loginId), 24)
  assert.deepEqual(
    await toldOf(database, { loginId: who.loginId, template: 'factorsRecovered' }),
    contacts,
  )
  const [first, ...rest] = await linesOf(database.db, who.loginId)
  assert.equal(first, 'factorsRecovered')
  assert.deepEqual(rest.slice(0, 3), ['contactConfirmed', 'codeSent', 'accountProved'])
})

test('what is not named goes on working, and another’s factor is never touched', async () => {
  const [who, stranger] = [await unlucky(), await unlucky()]
  await removeLostFactors(deps, named(await ready(who), [who.passkey, stranger.app]))
  const own = await ownFactorsOf(deps, who.loginId)
  assert.deepEqual([own.authenticators.length, own.passkeys.length], [1, 0])
  assert.equal(own.backupCodesLeft, 10)
  assert.equal((await ownFactorsOf(deps, stranger.loginId)).authenticators.length, 1)
})

test('wrong codes from before no longer count, and a longer hold is never made shorter', async () => {
  const who = await unlucky()
  for (let tries = 1; tries <= 5; tries += 1) {
    const asking = await halfSession(deps, who.loginId)
    await confirmByAuthenticator(deps, asking, { code: '000000' })
  }
  const until = new Date(Date.parse(clock.now()) + 72 * 3_600_000).toISOString()
  await database.db.transaction().execute((tx) => holdLogin(tx, { loginId: who.loginId, until }))
  await removeLostFactors(deps, named(await ready(who), [who.passkey]))
  assert.equal(await hoursHeld(deps, who.loginId), 72)
  clock.pass(30)
  const code = appCode(who.secret, clock.now())
  const entered = await confirmByAuthenticator(deps, await halfSession(deps, who.loginId), { code })
  assert.ok(entered.ok)
})

test('without the password, with another’s numbers or half of them, nothing is proved', async () => {
  const [who, stranger] = [await unlucky(), await unlucky()]
  const { session: nobody } = await visitor(deps)
  const { session: half } = await halfSession(deps, who.loginId)
  const wrong = [
    prove(deps, nobody, { purpose: 'lostFactor', answers: who.person }),
    prove(deps, half, { purpose: 'lostFactor', answers: stranger.person }),
    prove(deps, half, { purpose: 'lostFactor', answers: who.other }),
    prove(deps, half, { purpose: 'lostFactor', answers: { ...who.person, lastFour: '0000' } }),
  ]
  for (const answer of await Promise.all(wrong))
    assert.deepEqual(answer, { ok: false, refusal: { code: 'registrationNotMatched' } })
  assert.equal((await linesOf(database.db, who.loginId))[0], 'lostFactorRefused')
})

test('the steps cannot be skipped: numbers alone, and what another recovery proved, take nothing', async () => {
  const who = await unlucky()
  const { session } = await halfSession(deps, who.loginId)
  const early = await proved(deps, session, { purpose: 'lostFactor', answers: who.person })
  assert.ok(early.kind === 'visitor')
  assert.equal(await lostFactorProof(deps, early), null)
  const { session: other } = await visitor(deps)
  const recovering = await shown(deps, other, { purpose: 'recovery', answers: who.person })
  for (const held of [early, recovering])
    assert.equal(
      codeOf(await removeLostFactors(deps, named(held, [who.app]))),
      'registrationNotMatched',
    )
  const late = await ready(who)
  clock.pass(15 * 60 + 1)
  assert.equal(
    codeOf(await removeLostFactors(deps, named(late, [who.app]))),
    'registrationNotMatched',
  )
  assert.equal((await ownFactorsOf(deps, who.loginId)).authenticators.length, 1)
})

test('proving it leaves the half session behind: it cannot be what signs in afterwards', async () => {
  const who = await unlucky()
  const { session, token } = await halfSession(deps, who.loginId)
  await proved(deps, session, { purpose: 'lostFactor', answers: who.person })
  assert.equal((await resolveSession(deps, token)).state, 'ended')
})

test('fifty at once in one half session: one proof', async () => {
  const who = await unlucky()
  const { session } = await halfSession(deps, who.loginId)
  const asked = { purpose: 'lostFactor', answers: who.person } as const
  const answers = await Promise.all(Array.from({ length: 50 }, () => prove(deps, session, asked)))
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
})

test('fifty forms at once with one proof: one takes something away, one notice to each contact', async () => {
  const who = await unlucky()
  const session = await ready(who)
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      removeLostFactors(deps, named(session, [at % 2 === 0 ? who.app : who.passkey])),
    ),
  )
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  const own = await ownFactorsOf(deps, who.loginId)
  assert.equal(own.authenticators.length + own.passkeys.length, 1)
  assert.deepEqual(
    await toldOf(database, { loginId: who.loginId, template: 'factorsRecovered' }),
    contacts,
  )
})

test('the same form sent twice says the same, also once the session is emptied', async () => {
  const who = await unlucky()
  const lost = named(await ready(who), [who.app])
  assert.equal(codeOf(await removeLostFactors(deps, lost)), 'ok')
  const emptied = { ...lost, session: { ...lost.session, held: null } }
  assert.equal(codeOf(await removeLostFactors(deps, emptied)), 'ok')
  assert.equal(
    codeOf(await removeLostFactors(deps, { ...emptied, formKey: newTestId() })),
    'registrationNotMatched',
  )
})

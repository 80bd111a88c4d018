// Phones and e-mail addresses that a person adds, changes and removes, on a real PostgreSQL.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sendSignInCode, waitingSignInCode } from '#src/identity/entry/confirm-by-code.ts'
import { removeContact } from '#src/identity/profile/remove-contact.ts'
import { sendContactCodeAgain } from '#src/identity/profile/start-contact.ts'
import { changesOfObligor, ownContacts, viewProfile } from '#src/identity/profile/view-profile.ts'
import { proveAccount } from '#src/identity/proof/prove-account.ts'
import { readChangedValues, readObligorChanges } from '#src/store/accounts/obligor-changes.ts'
import { updateObligor } from '#src/store/accounts/obligors.ts'
import { holdLogin } from '#src/store/logins/holds.ts'
import { waitingMessage } from '#test/support/codes.ts'
import { type MigratedDatabase, newTestId, testDatabase } from '#test/support/database.ts'
import { movableClock, visit, visitor } from '#test/support/identity-world.ts'
import { added, type ProfileWorld, profileWorld, replaced } from '#test/support/profile-world.ts'
import { addApp } from '#test/support/second-factors.ts'

const PHONE = '+16145550148'
const EMAIL = 'elena.marsh@example.com'
const NEW = '+16145550177'

let database: MigratedDatabase
let world: ProfileWorld
const clock = movableClock()
before(async () => {
  database = await testDatabase()
  world = profileWorld(database, clock)
})
after(() => database.close())

const refused = (code: string, more = {}) => ({ ok: false, refusal: { code, ...more } })
const saved = { ok: true, value: 'saved' }

async function removalOf(username: string, to: string) {
  const asking = await world.fresh(username)
  const contacts = await ownContacts(world.deps, asking.session)
  const key = contacts.find((contact) => contact.to === to)?.key ?? newTestId()
  return removeContact(world.deps, asking, key)
}

test('a phone is added by a code that went to it: every contact is told, a day is held, the past stays', async () => {
  const { own, co, loginId } = await world.person('ada.first')
  const asking = await world.fresh('ada.first')
  const before = await world.details(own)
  assert.deepEqual(await world.start(asking, added('sms', NEW)), { ok: true, value: 'sent' })
  const message = await waitingMessage(database)
  assert.deepEqual([message.to, message.template], [NEW, 'contactCode'])
  assert.deepEqual(await world.details(own), before)
  assert.deepEqual(await world.finish(asking, await world.code()), saved)

  assert.deepEqual(await world.details(own), { ...before, otherPhones: [NEW] })
  assert.equal((await world.details(co)).phone, '+16145550149')
  assert.deepEqual(await world.told(loginId, 'phoneAdded'), [PHONE, NEW, EMAIL].sort())
  assert.equal(await world.heldUntil(loginId), '2026-11-25T16:48:00.000Z')
  assert.deepEqual(await world.actions(loginId), ['codeSent', 'contactAdded'])

  const [change] = (await viewProfile(world.deps, asking.session)).changes
  assert.deepEqual(
    [change?.kind, change?.was, change?.became, change?.at, change?.actor],
    ['contactAdded', null, '••0177', clock.now(), { kind: 'obligor', id: loginId }],
  )
  const values = { accountId: own.accountId, id: change?.id ?? '' }
  assert.deepEqual(await readChangedValues(database.db, database.vault, values), {
    was: null,
    became: NEW,
  })
})

test('what registration and recovery ask for stays true, and the new contact can be used for them', async () => {
  const { own } = await world.person('ada.proof')
  const asking = await world.fresh('ada.proof')
  assert.deepEqual(await world.change(asking, replaced('sms', PHONE, NEW)), saved)
  const { session } = await visitor(world.deps)
  const { accountNumber, lastFour, vin } = own
  const attempt = { purpose: 'recovery', accountNumber, lastFour, vin, session } as const
  assert.ok((await proveAccount(world.deps, { ...attempt, visit: visit() })).ok)
})

test('a replaced contact is told too, and every account of the login has the new one', async () => {
  const { own, loginId } = await world.person('bo.two')
  const second = await world.addAccount(loginId)
  const asking = await world.fresh('bo.two')
  const mail = 'Bo.New@example.com'
  assert.deepEqual(await world.change(asking, replaced('email', EMAIL, mail)), saved)
  for (const person of [own, second]) assert.equal((await world.details(person)).email, mail)
  assert.deepEqual(await world.told(loginId, 'emailReplaced'), [PHONE, EMAIL, mail].sort())
  const changes = await readObligorChanges(database.db, asking.session.accounts, 10)
  assert.deepEqual(
    changes.map(({ kind, was, became }) => [kind, was, became]),
    [['contactReplaced', 'e••••@e••••.com', 'B••••@e••••.com']],
  )
  const rows = await database.db
    .selectFrom('obligor_change')
    .select('account_id')
    .where('id', '=', changes[0]?.id ?? '')
    .execute()
  assert.deepEqual(
    rows.map((row) => row.account_id).sort(),
    [own.accountId, second.accountId].sort(),
  )
})

test('accounts whose files differ have one set of contacts after a change', async () => {
  const { own, loginId } = await world.person('bo.differs')
  const second = await world.addAccount(loginId)
  const odd = '+16145550166'
  await database.db.transaction().execute(async (tx) => {
    const { accountId, obligorId: id } = second
    const details = { ...(await world.details(second)), phone: odd }
    await updateObligor(tx, database.vault, { accountId, id, details })
  })
  assert.deepEqual(await world.change(await world.fresh('bo.differs'), added('sms', NEW)), saved)
  for (const person of [own, second]) {
    const { phone, otherPhones } = await world.details(person)
    assert.deepEqual([phone, otherPhones], [PHONE, [odd, NEW]])
  }
})

test('a removed phone is told, and a code that is on its way there opens nothing any more', async () => {
  const { own, loginId } = await world.person('cy.removes')
  await addApp(world.deps, 'cy.removes')
  const other = await world.fresh('cy.removes')
  await sendSignInCode(world.deps, other, 'sms-1')
  assert.ok(await waitingSignInCode(world.deps, other.session))
  assert.deepEqual(await removalOf('cy.removes', PHONE), saved)
  assert.equal(await waitingSignInCode(world.deps, other.session), null)
  assert.equal((await world.details(own)).phone, null)
  assert.deepEqual(await world.told(loginId, 'phoneRemoved'), [PHONE, EMAIL])
  assert.equal(await world.heldUntil(loginId), '2026-11-25T16:48:00.000Z')
  assert.deepEqual(await removalOf('cy.removes', PHONE), saved)
  assert.equal((await world.told(loginId, 'phoneRemoved')).length, 2)
})

test('the last contact stays, and the last phone where only e-mail would be left', async () => {
  const { own } = await world.person('cy.last')
  assert.deepEqual(await removalOf('cy.last', PHONE), refused('lastPhone'))
  assert.deepEqual(await removalOf('cy.last', EMAIL), saved)
  clock.pass(24 * 3600)
  assert.deepEqual(await removalOf('cy.last', PHONE), refused('lastContact'))
  const { phone, email } = await world.details(own)
  assert.deepEqual([phone, email], [PHONE, null])
})

test('the same contact again, and a fourth of a kind, are refused before a code is sent', async () => {
  await world.person('di.limits')
  const asking = await world.fresh('di.limits')
  assert.deepEqual(await world.start(asking, added('sms', PHONE)), refused('contactSame'))
  const capitals = added('email', EMAIL.toUpperCase())
  assert.deepEqual(await world.start(asking, capitals), refused('contactSame'))
  assert.deepEqual(await world.change(asking, added('sms', NEW)), saved)
  assert.deepEqual(await world.change(asking, added('sms', '+16145550178')), saved)
  const fourth = added('sms', '+16145550179')
  assert.deepEqual(await world.start(asking, fourth), refused('contactsFull', { most: 3 }))
  const other = replaced('sms', PHONE, NEW)
  assert.deepEqual(await world.start(asking, other), refused('contactSame'))
})

test('while a login is held contacts are added, not replaced or removed; no hold gets shorter', async () => {
  const { own, loginId } = await world.person('di.held')
  const asking = await world.fresh('di.held')
  await world.start(asking, replaced('sms', PHONE, NEW))
  const code = await world.code()
  const until = '2027-01-31T00:00:00.000Z'
  await database.db.transaction().execute((tx) => holdLogin(tx, { loginId, until }))
  assert.deepEqual(await world.finish(asking, code), refused('contactHeld'))
  assert.equal((await world.details(own)).phone, PHONE)
  assert.deepEqual(await removalOf('di.held', EMAIL), refused('contactHeld'))
  assert.deepEqual(await world.change(asking, added('sms', NEW)), saved)
  assert.equal(await world.heldUntil(loginId), until)
})

test('a contact that the co-obligor has is taken, told to nobody else, and seen by neither', async () => {
  const { own, co, loginId } = await world.person('ed.shares')
  const asking = await world.fresh('ed.shares')
  const theirs = await world.details(co)
  assert.ok(theirs.email)
  assert.deepEqual(await world.change(asking, added('email', theirs.email)), saved)
  assert.deepEqual(await world.details(co), theirs)
  assert.deepEqual((await world.details(own)).otherEmails, [theirs.email])
  assert.equal((await world.told(loginId, 'emailAdded')).length, 3)
  const { accountId, obligorId } = co
  const obligors = [own, { accountId, obligorId }]
  const seen = await Promise.all(obligors.map((one) => changesOfObligor(database.db, one)))
  assert.deepEqual(
    seen.map((changes) => changes.length),
    [1, 0],
  )
})

test('a code that is over, or was tried five times, changes nothing; another one does', async () => {
  const { own } = await world.person('fay.late')
  let asking = await world.fresh('fay.late')
  await world.start(asking, added('sms', NEW))
  const late = await world.code()
  clock.pass(601)
  assert.deepEqual(await world.finish(asking, late), refused('codeSpent'))
  assert.deepEqual(await sendContactCodeAgain(world.deps, asking, newTestId()), {
    ok: true,
    value: 'sent',
  })
  const right = await world.code()
  const wrong = right === '000000' ? '000001' : '000000'
  for (let tries = 0; tries < 4; tries += 1)
    assert.deepEqual(await world.finish(asking, wrong), refused('codeWrong'))
  const paused = await world.finish(asking, wrong)
  assert.ok(!paused.ok && paused.refusal.code === 'waitBeforeTrying')
  clock.pass(3600)
  assert.deepEqual(await world.finish(asking, right), refused('codeSpent'))
  assert.deepEqual(
    await sendContactCodeAgain(world.deps, asking, newTestId()),
    refused('contactGone'),
  )
  asking = await world.fresh('fay.late')
  assert.deepEqual(await world.change(asking, added('sms', NEW)), saved)
  assert.deepEqual((await world.details(own)).otherPhones, [NEW])
})

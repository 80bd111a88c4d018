// The same change many times at once, in two sessions, and after somebody else's: it happens once.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { checkCode } from '#src/identity/factors/sent-code.ts'
import { changeAddress } from '#src/identity/profile/change-address.ts'
import { removeContact } from '#src/identity/profile/remove-contact.ts'
import { saveContacts } from '#src/identity/profile/save-contacts.ts'
import { waitingContact } from '#src/identity/profile/start-contact.ts'
import { ownContacts } from '#src/identity/profile/view-profile.ts'
import { resetPassword } from '#src/identity/recovery/reset-password.ts'
import type { AttemptPermit } from '#src/identity/throttle.ts'
import { readObligorChanges } from '#src/store/accounts/obligor-changes.ts'
import { requireRecovery } from '#src/store/logins/password-changes.ts'
import { type MigratedDatabase, newTestId, testDatabase } from '#test/support/database.ts'
import { movableClock, visit } from '#test/support/identity-world.ts'
import {
  added,
  type FreshPerson,
  type ProfileWorld,
  profileWorld,
  replaced,
} from '#test/support/profile-world.ts'
import { contactShown } from '#test/support/proofs.ts'

const PHONE = '+16145550148'

/** One for each test: codes to one phone are counted. */
let phones = 0
function newPhone(): string {
  phones += 1
  return `+16145551${String(phones).padStart(3, '0')}`
}

let database: MigratedDatabase
let world: ProfileWorld
const clock = movableClock()
before(async () => {
  database = await testDatabase()
  world = profileWorld(database, clock)
})
after(() => database.close())

const saved = { ok: true, value: 'saved' }
const gone = { ok: false, refusal: { code: 'contactGone' } }
const spent = { ok: false, refusal: { code: 'codeSpent' } }

const changes = (asking: FreshPerson) =>
  readObligorChanges(database.db, asking.session.accounts, 100)

test('the code of a contact fired fifty times in parallel changes it once', async () => {
  const fresh = newPhone()
  const { own, loginId } = await world.person('gil.fifty')
  const asking = await world.fresh('gil.fifty')
  await world.start(asking, added('sms', fresh))
  const code = await world.code()
  const answers = await Promise.all(Array.from({ length: 50 }, () => world.finish(asking, code)))
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  assert.deepEqual((await world.details(own)).otherPhones, [fresh])
  assert.equal((await changes(asking)).length, 1)
  assert.equal((await world.told(loginId, 'phoneAdded')).length, 3)
})

test('fifty that no budget holds back: what is left to decide is the database’s, and it says once', async () => {
  const fresh = newPhone()
  const { own, loginId } = await world.person('gil.bare')
  const asking = await world.fresh('gil.bare')
  await world.start(asking, added('sms', fresh))
  const code = await world.code()
  const waiting = await waitingContact(world.deps, asking.session)
  assert.ok(waiting)
  const at = { vault: database.vault, now: clock.now() }
  const given = { id: waiting.id, sessionId: asking.session.id, code }
  const fire = () =>
    database.db.transaction().execute(async (tx) => {
      const judged = await checkCode(tx, at, {} as AttemptPermit, given)
      return judged === 'right' && (await saveContacts(tx, world.deps, asking, waiting.change)).ok
    })
  const won = await Promise.all(Array.from({ length: 50 }, fire))
  assert.equal(won.filter(Boolean).length, 1)
  assert.deepEqual((await world.details(own)).otherPhones, [fresh])
  assert.equal((await world.told(loginId, 'phoneAdded')).length, 3)
})

test('a code that comes after “this was not me” changes nothing, whatever it is for', async () => {
  const fresh = newPhone()
  const { own, loginId } = await world.person('gil.notme')
  const asking = await world.fresh('gil.notme')
  await world.start(asking, added('sms', fresh))
  const code = await world.code()
  const at = clock.now()
  await database.db.transaction().execute((tx) => requireRecovery(tx, { loginId, at }))
  const held = { ok: false, refusal: { code: 'contactHeld' } }
  assert.deepEqual(await world.finish(asking, code), held)
  assert.equal((await world.details(own)).otherPhones, undefined)
  const address = { street: '7 Birch Lane', city: 'Columbus', state: 'OH', postalCode: '43085' }
  assert.equal(await changeAddress(world.deps, asking, address), 'same')
  assert.equal((await world.details(own)).address, null)
})

test('a recovery by a contact that its owner has removed meanwhile resets nothing', async () => {
  const { own } = await world.person('gil.thief')
  await world.change(await world.fresh('gil.thief'), added('sms', newPhone()))
  clock.pass(24 * 3600)
  const session = await contactShown(world.deps, own, 'recovery')
  const asking = await world.fresh('gil.thief')
  const contacts = await ownContacts(world.deps, asking.session)
  const key = contacts.find(({ to }) => to === PHONE)?.key ?? ''
  assert.deepEqual(await removeContact(world.deps, asking, key), saved)
  const form = { password: 'eleven lanterns on a wet pier', formKey: newTestId() }
  const reset = await resetPassword(world.deps, { ...form, session, visit: visit() })
  assert.deepEqual(reset, { ok: false, refusal: { code: 'registrationNotMatched' } })
})

test('a form with a code pressed twice is saved both times, and changes once', async () => {
  const fresh = newPhone()
  const { loginId } = await world.person('gil.twice')
  const asking = await world.fresh('gil.twice')
  const form = newTestId()
  const starts = await Promise.all([1, 2].map(() => world.start(asking, added('sms', fresh), form)))
  assert.ok(starts.every(({ ok }) => ok))
  const sent = (await world.actions(loginId)).filter((action) => action === 'codeSent')
  assert.equal(sent.length, 1)
  const [code, key] = [await world.code(), newTestId()]
  const answers = await Promise.all([1, 2].map(() => world.finish(asking, code, key)))
  assert.deepEqual(answers, [saved, saved])
  assert.deepEqual(await world.finish(asking, code, key), saved)
  assert.deepEqual(await world.finish(asking, code), spent)
  assert.equal((await changes(asking)).length, 1)
})

test('the code of another session of the same person changes nothing', async () => {
  const fresh = newPhone()
  const { own } = await world.person('hal.other')
  const [one, two] = [await world.fresh('hal.other'), await world.fresh('hal.other')]
  await world.start(one, added('sms', fresh))
  const code = await world.code()
  assert.deepEqual(await world.finish(two, code), spent)
  await world.start(two, added('sms', newPhone()))
  const answer = await world.finish(two, code)
  assert.deepEqual(answer, { ok: false, refusal: { code: 'codeWrong' } })
  assert.equal((await world.details(own)).otherPhones, undefined)
  assert.deepEqual(await world.finish(one, code), saved)
})

test('two phones added at once are both there', async () => {
  const fresh = newPhone()
  const { own } = await world.person('ida.both')
  const [one, two] = [await world.fresh('ida.both'), await world.fresh('ida.both')]
  const other = newPhone()
  await world.start(one, added('sms', fresh))
  const first = await world.code()
  clock.pass(1)
  await world.start(two, added('sms', other))
  const second = await world.code()
  const answers = await Promise.all([world.finish(one, first), world.finish(two, second)])
  assert.deepEqual(answers, [saved, saved])
  assert.deepEqual((await world.details(own)).otherPhones?.toSorted(), [fresh, other])
})

test('two changes of one phone at once: one wins, the other is told and changes nothing', async () => {
  const fresh = newPhone()
  const { own, loginId } = await world.person('ida.one')
  const [one, two] = [await world.fresh('ida.one'), await world.fresh('ida.one')]
  const other = newPhone()
  await world.start(one, replaced('sms', PHONE, fresh))
  const first = await world.code()
  clock.pass(1)
  await world.start(two, replaced('sms', PHONE, other))
  const second = await world.code()
  const answers = await Promise.all([world.finish(one, first), world.finish(two, second)])
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  const { phone, otherPhones } = await world.details(own)
  assert.equal(phone, answers[0]?.ok ? fresh : other)
  assert.equal(otherPhones, undefined)
  assert.equal((await changes(one)).length, 1)
  assert.equal((await world.told(loginId, 'phoneReplaced')).length, 3)
})

test('a code that comes after the contact was removed elsewhere is used up and changes nothing', async () => {
  const fresh = newPhone()
  const { own } = await world.person('jo.after')
  await world.change(await world.fresh('jo.after'), added('sms', fresh))
  clock.pass(24 * 3600)
  const asking = await world.fresh('jo.after')
  await world.start(asking, replaced('sms', fresh, newPhone()))
  const code = await world.code()
  const elsewhere = await world.fresh('jo.after')
  const contacts = await ownContacts(world.deps, elsewhere.session)
  const key = contacts.find(({ to }) => to === fresh)?.key ?? ''
  assert.deepEqual(await removeContact(world.deps, elsewhere, key), saved)
  const before = await world.details(own)
  // The removal holds what replaces; once that is over the contact is still gone.
  assert.equal((await world.finish(asking, code)).ok, false)
  assert.deepEqual(await world.details(own), before)
  clock.pass(24 * 3600)
  const later = await world.fresh('jo.after')
  assert.deepEqual(await world.start(later, replaced('sms', fresh, newPhone())), gone)
})

test('fifty removals at once tell of one', async () => {
  const fresh = newPhone()
  const { loginId } = await world.person('kim.fifty')
  await world.change(await world.fresh('kim.fifty'), added('sms', fresh))
  clock.pass(24 * 3600)
  const asking = await world.fresh('kim.fifty')
  const contacts = await ownContacts(world.deps, asking.session)
  const key = contacts.find(({ to }) => to === fresh)?.key ?? ''
  await Promise.all(Array.from({ length: 50 }, () => removeContact(world.deps, asking, key)))
  assert.equal((await world.told(loginId, 'phoneRemoved')).length, 3)
  assert.equal((await changes(asking)).length, 2)
})

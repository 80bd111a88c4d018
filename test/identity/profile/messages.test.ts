// Which phones and mailboxes get messages: a phone none without consent, kept with its words, its
// moment and how; a mailbox reminders until its owner does not want them.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { contactsOf } from '#src/identity/factors/contacts.ts'
import { chooseMessages, reachableFor } from '#src/identity/profile/choose-messages.ts'
import { viewProfile } from '#src/identity/profile/view-profile.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { type FreshPerson, type ProfileWorld, profileWorld } from '#test/support/profile-world.ts'

let database: MigratedDatabase
let world: ProfileWorld
const clock = movableClock()
before(async () => {
  database = await testDatabase()
  world = profileWorld(database, clock)
})
after(() => database.close())

async function reached({ session }: FreshPerson, about: 'receipt' | 'reminder') {
  const { db, vault } = database
  const [owner] = session.accounts
  assert.ok(owner)
  const contacts = await contactsOf(db, vault, [owner])
  const found = await reachableFor(db, { owner, contacts, about })
  return found.map(({ method }) => method)
}

const rowsOf = ({ session }: FreshPerson) =>
  database.db
    .selectFrom('message_choice')
    .select(['account_id', 'method', 'choice', 'wording', 'how', 'at'])
    .where(
      'account_id',
      'in',
      session.accounts.map(({ accountId }) => accountId),
    )
    .orderBy('at')
    .orderBy('method')
    .execute()

test('nobody agreed to anything: mail, and no text message', async () => {
  await world.person('tess.quiet')
  const asking = await world.fresh('tess.quiet')
  assert.deepEqual(await reached(asking, 'receipt'), ['email'])
  assert.deepEqual(await reached(asking, 'reminder'), ['email'])
  const { messages } = await viewProfile(world.deps, asking.session)
  assert.deepEqual(
    messages.map(({ contact, wanted, at }) => [contact.method, wanted, at]),
    [
      ['sms', false, null],
      ['email', true, null],
    ],
  )
})

test('consent of a phone counts for each account, is dated, and can be taken back', async () => {
  const { loginId } = await world.person('tess.texts')
  await world.addAccount(loginId)
  const asking = await world.fresh('tess.texts')
  const { messages } = await viewProfile(world.deps, asking.session)
  const keys = new Map(messages.map(({ contact }) => [contact.method, contact.key]))
  const phone = new Set([keys.get('sms') ?? ''])
  await Promise.all([1, 2].map(() => chooseMessages(world.deps, asking, phone)))
  assert.deepEqual(await reached(asking, 'receipt'), ['sms', 'email'])
  // The mailbox was not ticked: receipts still go there, reminders do not.
  assert.deepEqual(await reached(asking, 'reminder'), ['sms'])
  const given = await rowsOf(asking)
  assert.deepEqual(
    given.map(({ method, choice, wording, how, at }) => [method, choice, wording, how, at]),
    [
      ...[1, 2].map(() => ['email', 'notWanted', '2026-11', 'portal', clock.now()]),
      ...[1, 2].map(() => ['sms', 'wanted', '2026-11', 'portal', clock.now()]),
    ],
  )
  clock.pass(60)
  await chooseMessages(world.deps, asking, new Set([keys.get('email') ?? '']))
  assert.deepEqual(await reached(asking, 'receipt'), ['email'])
  assert.deepEqual(await reached(asking, 'reminder'), ['email'])
  assert.equal((await rowsOf(asking)).length, 8)
})

test('an account that is added later, and another number, are not covered by what was agreed to', async () => {
  const { loginId } = await world.person('tess.more')
  const asking = await world.fresh('tess.more')
  const { messages } = await viewProfile(world.deps, asking.session)
  const all = new Set(messages.map(({ contact }) => contact.key))
  await chooseMessages(world.deps, asking, all)
  await world.addAccount(loginId)
  const later = await world.fresh('tess.more')
  const now = await viewProfile(world.deps, later.session)
  assert.equal(now.messages.find(({ contact }) => contact.method === 'sms')?.wanted, false)
  const strange = { method: 'sms', to: '+16145550999', locale: 'en' } as const
  const contact = { id: 'sms-9', key: newKey(), masked: '••0999', ...strange }
  const [owner] = asking.session.accounts
  assert.ok(owner)
  const found = await reachableFor(database.db, { owner, contacts: [contact], about: 'receipt' })
  assert.deepEqual(found, [])
})

function newKey(): string {
  return '0a000000-0000-8000-8000-000000000999'
}

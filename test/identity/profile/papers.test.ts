// Address, language and the wish for papers: in every account of the login, once, and dated.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PostalAddress } from '#src/domain/account/boarding.ts'
import { changeAddress } from '#src/identity/profile/change-address.ts'
import { changePreferences } from '#src/identity/profile/change-preferences.ts'
import { choosePaperless, paperlessOf } from '#src/identity/profile/choose-paperless.ts'
import { viewProfile } from '#src/identity/profile/view-profile.ts'
import { readChangedValues } from '#src/store/accounts/obligor-changes.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { type FreshPerson, type ProfileWorld, profileWorld } from '#test/support/profile-world.ts'

const OLD: PostalAddress = {
  street: '12 Alder Street, Apt 4B',
  city: 'Columbus',
  state: 'OH',
  postalCode: '43085-1234',
}
const NEW: PostalAddress = { ...OLD, street: '7 Birch Lane', postalCode: '43201' }

let database: MigratedDatabase
let world: ProfileWorld
const clock = movableClock()
before(async () => {
  database = await testDatabase()
  world = profileWorld(database, clock)
})
after(() => database.close())

const changesOf = async ({ session }: FreshPerson) =>
  (await viewProfile(world.deps, session)).changes

test('an address: every account, one notice to each contact, the old one masked and kept whole', async () => {
  const { own, co, loginId } = await world.person('lea.moves')
  const second = await world.addAccount(loginId)
  const asking = await world.fresh('lea.moves')
  assert.equal(await changeAddress(world.deps, asking, OLD), 'saved')
  assert.equal(await changeAddress(world.deps, asking, OLD), 'same')
  clock.pass(60)
  assert.equal(await changeAddress(world.deps, asking, NEW), 'saved')
  for (const person of [own, second]) assert.deepEqual((await world.details(person)).address, NEW)
  assert.equal((await world.details(co)).address, null)
  assert.equal((await world.told(loginId, 'addressChanged')).length, 4)
  assert.equal(await world.heldUntil(loginId), null)
  const [last, first] = await changesOf(asking)
  assert.deepEqual(
    [first?.was, first?.became, last?.was],
    [null, '•• Alder Street, Apt ••, Columbus, OH 43085', first?.became],
  )
  for (const { accountId } of [own, second]) {
    const of = { accountId, id: last?.id ?? '' }
    const values = await readChangedValues(database.db, database.vault, of)
    assert.deepEqual(values, { was: OLD, became: NEW })
  }
  assert.deepEqual(await world.actions(loginId), ['addressChanged', 'addressChanged'])
})

test('an address sent fifty times at once is one change', async () => {
  const { loginId } = await world.person('lea.fifty')
  const asking = await world.fresh('lea.fifty')
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => changeAddress(world.deps, asking, NEW)),
  )
  assert.equal(answers.filter((answer) => answer === 'saved').length, 1)
  assert.equal((await world.told(loginId, 'addressChanged')).length, 2)
})

test('a wish for papers has its day and the words it was made under; the same again is nothing', async () => {
  await world.person('max.papers')
  const asking = await world.fresh('max.papers')
  assert.equal(await paperlessOf(database.db, asking.session), null)
  await Promise.all(Array.from({ length: 20 }, () => choosePaperless(world.deps, asking, 'online')))
  const at = clock.now()
  clock.pass(60)
  await choosePaperless(world.deps, asking, 'online')
  assert.deepEqual(await paperlessOf(database.db, asking.session), { papers: 'online', at })
  await choosePaperless(world.deps, asking, 'mail')
  const changes = await changesOf(asking)
  assert.deepEqual(
    changes.map(({ was, became, wording }) => [was, became, wording]),
    [
      ['online', 'mail', '2026-11'],
      [null, 'online', '2026-11'],
    ],
  )
})

test('the language one chooses is that of the messages too, in every account', async () => {
  const { own, loginId } = await world.person('nia.habla')
  const second = await world.addAccount(loginId)
  const asking = await world.fresh('nia.habla')
  const to = { locale: 'es', theme: 'dark' } as const
  await changePreferences(world.deps, asking, to)
  await changePreferences(world.deps, asking, to)
  for (const person of [own, second]) assert.equal((await world.details(person)).locale, 'es')
  const changes = await changesOf(asking)
  assert.deepEqual(
    changes.map(({ kind, was, became }) => [kind, was, became]),
    [['languageChanged', 'en', 'es']],
  )
  const { contacts } = await viewProfile(world.deps, asking.session)
  assert.ok(contacts.every(({ locale }) => locale === 'es'))
})

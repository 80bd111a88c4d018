// Address, language and the wish for papers: in every account of the login, once, and dated.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { PostalAddress } from '#src/domain/account/boarding.ts'
import { changeAddress } from '#src/identity/profile/change-address.ts'
import { changePreferences } from '#src/identity/profile/change-preferences.ts'
import {
  choosePaperless,
  paperlessOf,
  sampleCodeOf,
  whoGetsPaper,
} from '#src/identity/profile/choose-paperless.ts'
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

const ONLINE = { papers: 'online', proof: 'sampleCode' } as const

test('consent to papers online has its day, notice and proof; the same again is nothing', async () => {
  const { own } = await world.person('max.papers')
  const asking = await world.fresh('max.papers')
  assert.equal(await paperlessOf(database.db, asking.session), null)
  assert.deepEqual(await whoGetsPaper(database.db, [own]), [own])
  await Promise.all(Array.from({ length: 20 }, () => choosePaperless(world.deps, asking, ONLINE)))
  const at = clock.now()
  clock.pass(60)
  await choosePaperless(world.deps, asking, ONLINE)
  const chosen = await paperlessOf(database.db, asking.session)
  assert.deepEqual(chosen, { papers: 'online', at, isOutdated: false })
  assert.deepEqual(await whoGetsPaper(database.db, [own]), [])
  await choosePaperless(world.deps, asking, { papers: 'mail' })
  assert.deepEqual(await whoGetsPaper(database.db, [own]), [own])
  const rows = await database.db
    .selectFrom('obligor_change')
    .select(['was', 'became', 'wording', 'proof'])
    .where('account_id', '=', own.accountId)
    .orderBy('at')
    .execute()
  assert.deepEqual(rows, [
    { was: null, became: 'online', wording: '2026-12', proof: 'sampleCode' },
    { was: 'online', became: 'mail', wording: '2026-12', proof: null },
  ])
})

/** As it stands from before there was a consent, or under another notice. */
async function chosenBefore(of: { accountId: string; obligorId: string }, row: object) {
  const values = {
    ...{ account_id: of.accountId, obligor_id: of.obligorId, id: randomUUID(), at: clock.now() },
    ...({ kind: 'paperlessChosen', actor_kind: 'obligor', actor_id: 'x', was: null } as const),
    ...{ became: 'online', wording: '2026-11' },
    ...row,
  }
  await database.db.insertInto('obligor_change').values(values).execute()
}

test('a wish without proof, and a consent to an older notice, bring paper until there is a new one', async () => {
  for (const [name, row] of [
    ['old.wish', {}],
    ['old.notice', { wording: '2026-06', proof: 'sampleCode' }],
  ] as const) {
    const { own } = await world.person(name)
    const asking = await world.fresh(name)
    await chosenBefore(own, row)
    const before = await paperlessOf(database.db, asking.session)
    assert.deepEqual([before?.papers, before?.isOutdated], ['mail', true], name)
    assert.deepEqual(await whoGetsPaper(database.db, [own]), [own])
    clock.pass(60)
    await choosePaperless(world.deps, asking, ONLINE)
    const after = await paperlessOf(database.db, asking.session)
    assert.deepEqual([after?.papers, after?.isOutdated], ['online', false], name)
    assert.deepEqual(await whoGetsPaper(database.db, [own]), [])
  }
})

test('an account that comes later has no consent of its own yet, and the co-borrower none at all', async () => {
  const { own, co, loginId } = await world.person('ivy.later')
  await choosePaperless(world.deps, await world.fresh('ivy.later'), ONLINE)
  const second = await world.addAccount(loginId)
  const asking = await world.fresh('ivy.later')
  const both = await paperlessOf(database.db, asking.session)
  assert.deepEqual([both?.papers, both?.isOutdated], ['mail', true])
  assert.deepEqual(await whoGetsPaper(database.db, [own, second, co]), [second, co])
  await choosePaperless(world.deps, asking, ONLINE)
  assert.deepEqual(await whoGetsPaper(database.db, [own, second, co]), [co])
})

test('the code of the sample paper is its login’s own', () => {
  const code = sampleCodeOf(database.vault, 'one')
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{6}$/)
  assert.equal(sampleCodeOf(database.vault, 'one'), code)
  assert.notEqual(sampleCodeOf(database.vault, 'another'), code)
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

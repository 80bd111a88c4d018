// How often the holder of a payoff link says that money will come; and the desk finds the account by
// the number that is all they have.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readIntended } from '#src/store/sharing/intended-payoffs.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { dealerWith, share } from '#test/support/shared-payoff.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const ELENA = '1048264417'
let world: SignedInPortal
before(async () => {
  world = await openSignedIn([ELENA])
})
after(() => world.close())

const said = (amount: string, expectedOn = '2026-12-01') => ({
  ...{ payer: 'Harbor Street Motors', amount, expectedOn, email: '' },
})

test('a link says it five times, then once an hour; what was refused does not count', async () => {
  const owner = await world.signIn('elena.marsh', ELENA)
  const shared = await share(owner)
  const dealer = await dealerWith(world.portal, shared)
  const state = (fields: Record<string, string>) =>
    dealer.submit('/shared/payoff', fields, '/shared')
  const { accountId } = await world.book.ownerOf(ELENA)
  const stated = async () =>
    (await readIntended(world.book.ctx.db, { accountId, limit: 99 })).map(({ amount }) => amount)

  assert.equal((await state(said('9,000.00', '2020-01-01'))).status, 422)
  for (const dollars of [1, 2, 3, 4, 5])
    assert.equal((await state(said(`9,00${dollars}.00`))).status, 303)
  const often = await state(said('9,006.00'))
  assert.equal(often.status, 422)
  assert.match(
    wordsOf(often.text),
    /This was said five times in an hour\. What was said last stands/,
  )
  assert.match(often.text, /value="9,006\.00"/)
  assert.equal((await stated()).length, 5)
  assert.equal((await stated())[0], 900_500)
  // Another link has tries of its own.
  const other = await dealerWith(world.portal, await share(owner, 'Second Street Motors'))
  assert.equal((await other.submit('/shared/payoff', said('9,007.00'), '/shared')).status, 303)
  world.clock.pass(3_601)
  // The same link, opened anew.
  const again = await dealerWith(world.portal, shared)
  assert.equal((await again.submit('/shared/payoff', said('9,008.00'), '/shared')).status, 303)
  assert.equal((await stated()).length, 7)
})

test('at the desk the number of a payoff quote finds its account', async () => {
  const { book, clock, portal } = world
  const owner = await world.signIn('elena.marsh', ELENA)
  const dealer = await dealerWith(portal, await share(owner, 'Fourth Street Motors'))
  const shown = (await dealer.get('/shared')).text
  const { number } = await book.ctx.db
    .selectFrom('payoff_quote')
    .select('number')
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow()
  assert.ok(wordsOf(shown).includes(number))
  const desk = await openDesk(book.database, clock)
  const { browser } = await atDesk(desk, staffWorld(book.database, clock), 'agent')
  const { accountId, obligorId } = await book.ownerOf(ELENA)
  for (const wanted of [number, ` ${number.toLowerCase()} `]) {
    const found = await browser.submit('/customers', { wanted })
    assert.equal(found.headers.get('location'), `/customers/${accountId}/${obligorId}`)
  }
  await desk.close()
})

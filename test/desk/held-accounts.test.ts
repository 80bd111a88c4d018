// The desk's list of accounts on which money is held: what their postings say, since which day, the
// oldest first, each with the way to its money.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays } from '#src/domain/calendar.ts'
import { loadForUpdate } from '#src/servicing/load-account.ts'
import { reversePayment } from '#src/servicing/reverse-payment.ts'
import { heldAccounts } from '#src/store/desk-money/held-accounts.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import type { Portal } from '#test/support/portal.ts'
import {
  check,
  type Person,
  type PostingWorld,
  postingWorld,
  TODAY,
  whyNot,
} from '#test/support/posting-world.ts'
import { wordsOf } from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const LATE = '1048264433'
const MUCH = 5_000_000
let world: PostingWorld
let desk: Portal
let agent: Person
let chief: Person
let elena: string
let late: string
before(async () => {
  world = await postingWorld([ELENA, LATE])
  desk = await openDesk(world.book.database, world.clock)
  agent = await world.person('agent')
  chief = await world.person('supervisor')
  elena = (await world.book.ownerOf(ELENA)).accountId
  late = (await world.book.ownerOf(LATE)).accountId
})
after(async () => {
  await desk.close()
  await world.close()
})

async function approved(order: Parameters<PostingWorld['ask']>[1]): Promise<void> {
  assert.equal(whyNot(await world.approve(chief, await world.asked(agent, order))), null)
}

function loaded(accountId: string) {
  return world.ctx.db.transaction().execute((tx) => loadForUpdate(tx, accountId))
}

const suspense = async (accountId: string) => (await loaded(accountId)).ledger.position.suspense

async function listed() {
  const rows = await heldAccounts(world.ctx.db, 100)
  return rows.map(({ accountId, amount, since }) => [accountId, amount, since])
}

test('while nothing is held the list says so, and the page of moves leads to it', async () => {
  const { browser } = await atDesk(desk, world.staff, 'auditor')
  assert.match((await browser.get('/money/requests')).text, /href="\/money\/held"/)
  assert.deepEqual(await listed(), [])
  assert.match(wordsOf((await browser.get('/money/held')).text), /No money is held on any account/)
})

test('each account with what its ledger holds and since when, the oldest first', async () => {
  const [day, later] = [addDays(TODAY, -29), addDays(TODAY, -25)]
  await approved(check(late, MUCH, later))
  await approved(check(elena, MUCH, day))
  await approved(check(elena, 30_000, TODAY))
  const [ofElena, ofLate] = [await suspense(elena), await suspense(late)]
  assert.ok(ofElena > 30_000 && ofLate > 0)
  assert.deepEqual(await listed(), [
    [elena, ofElena, day],
    [late, ofLate, later],
  ])
  const { browser } = await atDesk(desk, world.staff, 'agent')
  const { text } = await browser.get('/money/held')
  const links = [...text.matchAll(/href="\/money\/corrections\/([0-9a-f-]{36})"/g)]
  assert.deepEqual(
    links.map(([, id]) => id),
    [elena, late],
  )
  assert.match(wordsOf(text), /Account ••4417 .* Account ••4433 /)
  assert.equal((await browser.get(`/money/corrections/${elena}`)).status, 200)
  const auditor = await atDesk(desk, world.staff, 'auditor')
  const read = await auditor.browser.get('/money/held')
  assert.doesNotMatch(read.text, /\/money\/corrections/)
  assert.match(read.text, new RegExp(`/money/accounts/${late}`))
})

test('what was all moved away is off the list; what is below zero stays on it', async () => {
  const amount = await suspense(late)
  await approved({ kind: 'moveHeld', accountId: late, toAccountId: elena, amount })
  const day = addDays(TODAY, -29)
  assert.deepEqual(await listed(), [[elena, await suspense(elena), day]])
  const big = (await loaded(late)).events.find(
    ({ payload }) => payload.kind === 'payment' && payload.amount === MUCH,
  )
  assert.ok(big)
  await reversePayment(world.ctx, {
    ...{ accountId: late, eventId: big.id },
    ...{ reason: 'return', code: 'R10' },
  })
  const below = await suspense(late)
  assert.ok(below < 0)
  assert.deepEqual(
    (await listed()).find(([accountId]) => accountId === late),
    [late, below, TODAY],
  )
})

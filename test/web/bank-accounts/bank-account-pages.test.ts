// The pages of bank accounts: the list, each state, the two amounts, names, the default, removal.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { setBusinessDate } from '#src/store/business-date.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { openDeposits, readLastCheck } from '#src/store/payments/funding-checks.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { hiddenOf } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const THEO = '1048264474'
const RUTH = '1048264458'

let world: SignedInPortal
let theo: SignedIn
before(async () => {
  world = await openSignedIn([THEO, RUTH])
  theo = await world.signIn('theo.brandt', THEO)
})
after(() => world.close())

/** Of Theo's accounts the one that ends with these digits. */
async function bank(lastFour: string) {
  const owner = await world.book.ownerOf(THEO)
  const found = (await readFundingAccounts(world.book.ctx.db, owner)).find(
    (account) => account.lastFour === lastFour,
  )
  assert.ok(found, lastFour)
  return { ...found, path: `${theo.base}/bank-accounts/${found.id}` }
}

test('the list says of each account how it stands and what happens next, by four digits', async () => {
  const { text } = await theo.browser.get(`${theo.base}/bank-accounts`)
  const words = wordsOf(text)
  for (const sentence of [
    'Verified on Nov 24, 2026. You can pay from it.',
    'Nothing is taken from it before it is verified.',
    'Your bank does not know this account, or it is closed. Remove it here',
    'Your bank returned a payment because the account is closed or its numbers are wrong.',
    'This account can be used from Tuesday, December 1.',
    'Two deposits under $1.00 arrive by Wednesday, November 25.',
  ])
    assert.ok(words.includes(sentence), sentence)
  assert.doesNotMatch(text, /30007712|20004604|076401251/)
  for (const place of ['more', 'payments', 'payments/new'])
    assert.ok((await theo.browser.get(`${theo.base}/${place}`)).text.includes('/bank-accounts"'))
})

test('nobody else sees them, and what is no account of theirs is not found', async () => {
  const { path } = await bank('6042')
  const ruth = await world.signIn('ruth.calloway', RUTH)
  const ben = await world.signIn('ben.calloway', RUTH)
  assert.equal((await ruth.browser.get(path)).status, 404)
  const owner = await world.book.ownerOf(RUTH)
  const [own] = await readFundingAccounts(world.book.ctx.db, owner)
  const foreign = `${ben.base}/bank-accounts/${own?.id}`
  for (const place of ['', '/removal'])
    assert.equal((await ben.browser.get(foreign + place)).status, 404)
  assert.equal((await ben.browser.get(`${ben.base}/bank-accounts/nothing`)).status, 404)
})

test('a payment from an account that is being verified can be set from the day it can be used', async () => {
  const { id } = await bank('5520')
  const query = `choice=other&amount=25.00&from=${id}`
  const early = await theo.browser.get(`${theo.base}/payments/new?${query}&on=2026-11-30`)
  assert.match(
    wordsOf(early.text),
    /This account can be used from Tuesday, December 1. Choose that day or a later one/,
  )
  const usable = await theo.browser.get(`${theo.base}/payments/new?${query}&on=2026-12-01`)
  assert.match(wordsOf(usable.text), /Leaves Checking ••5520/)
  for (const lastFour of ['7731', '3318', '6655']) {
    const from = (await bank(lastFour)).id
    const answer = await theo.browser.get(
      `${theo.base}/payments/new?choice=other&amount=25.00&from=${from}&on=2026-12-18`,
    )
    assert.match(wordsOf(answer.text), /Look under Ways to pay/, lastFour)
  }
})

test('one adds an account for a payment and comes back to it on a day it can be used', async () => {
  const fields = {
    ...{ kind: 'checking', holder: 'mine', routingNumber: '021000021', bankName: 'Harbor' },
    ...{ accountNumber: '5544332211', accountNumberAgain: '5544 3322-11', nickname: 'Household' },
  }
  const path = `${theo.base}/bank-accounts/new`
  const back = 'choice=other&amount=75.00&on=2026-11-27'
  const added = await theo.browser.submit(path, { ...fields, back })
  const to = added.headers.get('location') ?? ''
  assert.match(to, /\/payments\/new\?choice=other&amount=75\.00&on=2026-12-01&from=[0-9a-f-]{36}$/)
  const again = await theo.browser.submit(path, fields)
  assert.match(again.headers.get('location') ?? '', /\/bank-accounts\/[0-9a-f-]{36}\?done=known$/)
  const page = await theo.browser.get(again.headers.get('location') ?? '')
  assert.match(wordsOf(page.text), /You had added this account before/)
  assert.ok(page.text.includes('value="Household"'))
})

test('the two amounts: too early, unreadable, wrong, then right in either order', async () => {
  const sent = await bank('9406')
  const early = await theo.browser.submit(
    `${sent.path}/amounts`,
    { first: '1', second: '2' },
    sent.path,
  )
  assert.equal(early.status, 422)
  assert.match(wordsOf(early.text), /arrive by Wednesday, November 25. Come back then/)
  const { db, vault } = world.book.database
  const on = date('2026-11-25')
  await db
    .transaction()
    .execute((tx) =>
      setBusinessDate(tx, { onDate: on, closedThrough: on, changedAt: world.clock.now() }),
    )
  const { accountId } = await world.book.ownerOf(THEO)
  const check = await readLastCheck(db, { accountId, fundingAccountId: sent.id })
  const [first = 0, second = 0] = (check && (await openDeposits(db, vault, check))) ?? []
  const type = (a: string, b: string) =>
    theo.browser.submit(`${sent.path}/amounts`, { first: a, second: b }, sent.path)
  const unreadable = await type('1.20', '')
  assert.equal(unreadable.status, 422)
  assert.match(wordsOf(unreadable.text), /Two things to fix Type an amount under one dollar/)
  const other = first === 98 || second === 98 ? 97 : 98
  const wrong = await type(String(first), `0.${other}`)
  assert.equal(wrong.status, 422)
  assert.match(wordsOf(wrong.text), /These are not the two amounts.*2 tries are left/)
  const form = hiddenOf((await theo.browser.get(sent.path)).text)
  const fields = {
    ...form,
    first: (second / 100).toFixed(2),
    second: `$${(first / 100).toFixed(2)}`,
  }
  for (const _ of [1, 2]) {
    const right = await theo.browser.post(`${sent.path}/amounts`, fields)
    assert.equal(right.headers.get('location'), `${sent.path}?done=verified`)
  }
  const page = await theo.browser.get(`${sent.path}?done=verified`)
  assert.match(wordsOf(page.text), /That is right: the account is verified/)
  assert.equal((await bank('9406')).state, 'verified')
})

test('names and the default change, and a name is text whatever it holds', async () => {
  const savings = await bank('1180')
  const named = await theo.browser.submit(
    `${savings.path}/name`,
    { nickname: '<b>Rainy day', bankName: 'Example Credit Union' },
    savings.path,
  )
  assert.equal(named.headers.get('location'), `${savings.path}?done=name`)
  const list = await theo.browser.get(`${theo.base}/bank-accounts`)
  assert.ok(list.text.includes('&lt;b>Rainy day'))
  assert.equal(list.text.includes('<b>Rainy day'), false)
  await theo.browser.submit(`${savings.path}/default`, {}, savings.path)
  assert.deepEqual([(await bank('1180')).isDefault, (await bank('6042')).isDefault], [true, false])
})

test('removal names what is set from an account, and cancels it only when that is agreed', async () => {
  const checking = await bank('6042')
  const query = `choice=other&amount=31.00&from=${checking.id}&on=2026-12-18`
  const paid = await theo.browser.submit(
    `${theo.base}/payments`,
    { choice: 'other', amount: '31.00', from: checking.id, on: '2026-12-18', agreed: 'yes' },
    `${theo.base}/payments/review?${query}`,
  )
  assert.equal(paid.status, 303)
  const path = `${checking.path}/removal`
  const asked = await theo.browser.get(path)
  assert.match(wordsOf(asked.text), /This is set from it.*\$31\.00 on Friday, December 18/)
  const refused = await theo.browser.submit(path, {})
  assert.equal(refused.status, 422)
  assert.match(refused.text, /<a href="#cancel">/)
  assert.equal((await bank('6042')).removedAt, null)
  const removed = await theo.browser.submit(path, { cancel: 'yes' })
  assert.equal(removed.headers.get('location'), `${theo.base}/bank-accounts?done=removed`)
  const { accountId } = await world.book.ownerOf(THEO)
  const payments = await readPayments(world.book.ctx.db, accountId)
  assert.deepEqual(
    payments.map(({ state }) => state),
    ['canceled'],
  )
  assert.equal((await theo.browser.get(checking.path)).status, 404)
  const list = await theo.browser.get(`${theo.base}/bank-accounts?done=removed`)
  assert.doesNotMatch(wordsOf(list.text), /6042/)
})

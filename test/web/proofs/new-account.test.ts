import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { book } from '#seeds/book.ts'
import { date } from '#src/domain/calendar.ts'
import { readLoginAccounts } from '#src/store/logins/logins.ts'
import { waitingCode, waitingMessage } from '#test/support/codes.ts'
import { markupProblems } from '#test/support/page-checks.ts'
import { type Browser, hiddenOf } from '#test/support/portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const DANA = '1048264433'

let world: SignedInPortal
let free: { accountNumber: string; lastFour: string; vin: string }
let taken: typeof free
before(async () => {
  const stories = book(date('2026-11-24'))
  const nobody = stories.find(({ usernames }) => usernames.length === 0)
  assert.ok(nobody)
  const number = nobody.record.accountNumber
  world = await openSignedIn([ELENA, DANA, number])
  const numbersOf = (accountNumber: string) => {
    const story = stories.find(({ record }) => record.accountNumber === accountNumber)
    const lastFour = story?.record.obligors[0]?.identityNumber.slice(-4) ?? ''
    return { accountNumber, lastFour, vin: story?.record.vehicle.vin ?? '' }
  }
  free = numbersOf(number)
  taken = numbersOf(DANA)
})
after(() => world.close())

async function errorOf(browser: Browser, fields: Record<string, string>) {
  const answer = await browser.submit('/add-account', fields)
  return [answer.status, /<section class="k-errors".*?<\/section>/s.exec(answer.text)?.[0]]
}

test('from More to a second account, and both are there', async () => {
  const { browser, base } = await world.signIn('elena.marsh', ELENA)
  assert.match((await browser.get(`${base}/more`)).text, /href="\/add-account"/)
  const page = await browser.get('/add-account')
  assert.match(wordsOf(page.text), /Step 1 of 3.*your other loan or lease.*three minutes/)
  assert.deepEqual(await markupProblems(page.text), [])
  const wrong = await errorOf(browser, { ...free, lastFour: '0000' })
  assert.equal(wrong[0], 422)
  assert.deepEqual(await errorOf(browser, taken), wrong)
  const proved = await browser.submit('/add-account', free)
  assert.equal(proved.headers.get('location'), '/add-account/contact')
  const contact = await browser.get('/add-account/contact')
  assert.match(wordsOf(contact.text), /Step 2 of 3.*phone or email in its file/)
  await browser.submit('/add-account/contact/code', { contact: 'sms-1' }, '/add-account/contact')
  assert.equal((await waitingMessage(world.book.database)).template, 'newAccountCode')
  const code = await waitingCode(world.book.database)
  const typing = await browser.get('/add-account/contact')
  const missing = await browser.post('/add-account/contact', { ...hiddenOf(typing.text) })
  assert.equal(missing.status, 422)
  const bad = code === '000000' ? '000001' : '000000'
  const mistyped = await browser.post('/add-account/contact', {
    ...hiddenOf(typing.text),
    code: bad,
  })
  assert.match(wordsOf(mistyped.text), /The code does not match/)
  const fields = { ...hiddenOf(typing.text), code }
  const both = await Promise.all([
    browser.post('/add-account/contact', fields),
    browser.post('/add-account/contact', fields),
  ])
  const leadTo = both.map(({ headers }) => headers.get('location') ?? '')
  assert.ok(leadTo.includes('/accounts?done=added'))
  // The other one, where it came when the first was done.
  for (const path of leadTo) assert.match(path, /^\/accounts(\?done=added)?$/)
  const accounts = await browser.get('/accounts?done=added')
  assert.match(wordsOf(accounts.text), /Account added\. We wrote to the contacts in both files/)
  const [{ login_id: loginId } = { login_id: '' }] = await world.book.database.db
    .selectFrom('login_account')
    .select('login_id')
    .where('account_id', '=', base.slice('/accounts/'.length))
    .execute()
  assert.equal((await readLoginAccounts(world.book.database.db, loginId)).length, 2)
  assert.match(wordsOf((await browser.get('/security')).text), /Account added to this sign-in/)
})

test('who showed no factor within five minutes confirms first and comes back', async () => {
  const { browser } = await world.signIn('dana.whitlock', DANA)
  world.clock.pass(301)
  const asked = await browser.get('/add-account')
  assert.equal(asked.headers.get('location'), '/confirm?next=%2Fadd-account')
})

test('the steps cannot be skipped', async () => {
  const { browser } = await world.signIn('dana.whitlock', DANA)
  const early = await browser.get('/add-account/contact')
  assert.equal(early.headers.get('location'), '/add-account?notice=expired')
  await browser.submit('/security/proof', taken)
  const crossed = await browser.get('/add-account/contact')
  assert.equal(crossed.headers.get('location'), '/add-account?notice=expired')
})

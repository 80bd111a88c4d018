import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const GOOD = {
  kind: 'savings',
  routingNumber: '021000021',
  accountNumber: '12345678901',
  accountNumberAgain: '12345678901',
  bankName: 'Harbor Savings',
  holder: 'mine',
}

let world: SignedInPortal
let elena: SignedIn
before(async () => {
  world = await openSignedIn([ELENA])
  elena = await world.signIn('elena.marsh', ELENA)
})
after(() => world.close())

const add = (fields: Record<string, string>) =>
  elena.browser.submit(`${elena.base}/bank-accounts/new`, fields)

test('an account is added, chosen for the payment one came from, and shown by four digits', async () => {
  const query = '?choice=other&amount=75.00&on=2026-12-04&evil=1'
  const form = await elena.browser.get(`${elena.base}/bank-accounts/new${query}`)
  const back = 'choice=other&amount=75.00&on=2026-12-04'
  assert.ok(form.text.includes(`name="back" value="${back.replaceAll('&', '&amp;')}"`))
  const answer = await add({ ...GOOD, back })
  assert.equal(answer.status, 303)
  const location = answer.headers.get('location') ?? ''
  assert.match(location, /choice=other&amount=75\.00&on=2026-12-04&from=[0-9a-f-]{36}$/)
  const page = await elena.browser.get(location)
  const text = wordsOf(page.text)
  assert.match(text, /Savings ••8901/)
  assert.match(text, /Leaves Savings ••8901/)
  assert.doesNotMatch(page.text, /12345678901|021000021/)
})

test('each wrong field is named; numbers are never put back on the page', async () => {
  const wrong: [Record<string, string>, string, RegExp][] = [
    [{ routingNumber: '021000022' }, 'routingNumber', /not a routing number of a US bank/],
    [{ routingNumber: '' }, 'routingNumber', /not a routing number/],
    [{ accountNumber: '12', accountNumberAgain: '12' }, 'accountNumber', /4 to 17 digits/],
    [{ accountNumberAgain: '12345678902' }, 'accountNumberAgain', /two account numbers differ/],
    [{ bankName: '  ' }, 'bankName', /Type the name of the bank/],
    [{ kind: 'gold' }, 'kind', /Choose checking or savings/],
    [{ holder: '' }, 'holder', /Say whose name is on the account/],
    [{ holder: 'other' }, 'holder', /only from an account that is in your own name/],
    [{ nickname: 'x'.repeat(41) }, 'nickname', /40 characters or fewer/],
  ]
  for (const [fields, field, sentence] of wrong) {
    const answer = await add({ ...GOOD, ...fields })
    assert.equal(answer.status, 422, field)
    assert.match(answer.text, new RegExp(`<a href="#${field}">`))
    assert.match(wordsOf(answer.text), sentence)
    assert.doesNotMatch(answer.text, /1234567890/)
  }
})

test('an empty form names everything at once, in the order of the page', async () => {
  const answer = await add({})
  const fields = [...answer.text.matchAll(/<a href="#(\w+)">/g)].map(([, field]) => field)
  assert.deepEqual(
    fields.filter((field) => field !== 'main'),
    ['kind', 'holder', 'routingNumber', 'accountNumber', 'accountNumberAgain', 'bankName'],
  )
})

test('the name of a bank is text, whatever it holds', async () => {
  const number = { accountNumber: '12345678902', accountNumberAgain: '12345678902' }
  const answer = await add({ ...GOOD, ...number, bankName: '<img src=x>' })
  assert.equal(answer.status, 303)
  const page = await elena.browser.get(answer.headers.get('location') ?? '')
  assert.match(page.text, /&lt;img src=x>/)
  assert.doesNotMatch(page.text, /<img src=x>/)
})

test('who came from a payment to principal finds its amount again, and a limit is told before anything is typed', async () => {
  const { browser, base } = elena
  const path = `${base}/bank-accounts/new`
  const back = 'choice=principal&principalAmount=80.00'
  assert.ok(
    (await browser.get(`${path}?${back}`)).text.includes(
      `name="back" value="${back.replaceAll('&', '&amp;')}"`,
    ),
  )
  const LIMIT = /5 new bank accounts in a day are the most/
  assert.doesNotMatch(wordsOf((await browser.get(path)).text), LIMIT)
  let isTaken = true
  for (let number = 20_000_001; isTaken; number += 1) {
    assert.ok(number < 20_000_006)
    const answer = await add({
      ...GOOD,
      accountNumber: String(number),
      accountNumberAgain: String(number),
    })
    isTaken = answer.status === 303
  }
  assert.match(wordsOf((await browser.get(path)).text), LIMIT)
})

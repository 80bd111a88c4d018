// What is scheduled already is seen, and asked about, wherever somebody is about to pay it again.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hiddenOf } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const RUTH = '1048264458'

let world: SignedInPortal
before(async () => {
  world = await openSignedIn([ELENA, RUTH])
})
after(() => world.close())

type Fields = Record<string, string>

const page = async ({ browser, base }: SignedIn, path: string) =>
  wordsOf((await browser.get(base + path)).text)

async function pay(person: SignedIn, fields: Fields, ticked: Fields = {}) {
  const path = `${person.base}/payments/review?${new URLSearchParams(fields)}`
  const form = hiddenOf((await person.browser.get(path)).text)
  return person.browser.post(`${person.base}/payments`, { ...form, agreed: 'yes', ...ticked })
}

test('the amount due is scheduled a second time only by confirming it', async () => {
  const elena = await world.signIn('elena.marsh', ELENA)
  assert.doesNotMatch(await page(elena, '/payments/new'), /Already scheduled/)
  assert.equal((await pay(elena, { choice: 'due', on: '2026-12-03' })).status, 303)

  const set =
    /Already scheduled \$513\.12 is scheduled for Thursday, December 3\. With it, the payment due December 5 is covered\. Nothing has left your bank yet\. See, change or cancel/
  assert.match(await page(elena, '/payments/new'), set)
  const review = await page(elena, '/payments/review?choice=due&on=2026-12-04')
  assert.match(review, set)
  assert.match(
    review,
    /\$513\.12 scheduled for Thursday, December 3 already covers what is due: KT/,
  )
  assert.match(review, /Yes, make this payment as well\./)

  const asked = await pay(elena, { choice: 'due', on: '2026-12-04' })
  assert.equal(asked.status, 422)
  assert.match(wordsOf(asked.text), /A scheduled payment already covers what is due: KT/)
  const meant = await pay(elena, { choice: 'due', on: '2026-12-04' }, { second: 'yes' })
  assert.equal(meant.status, 303)
})

test('the overview says beside what is due that a payment covers it', async () => {
  const elena = await world.signIn('elena.marsh', ELENA)
  const text = await page(elena, '')
  assert.match(
    text,
    /Due Saturday, December 5 in 11 days .*\$513\.12 is scheduled for Thursday, December 3\. With it, the payment due December 5 is covered\./,
  )
})

test('a payoff beside a payoff, or beside anything, is asked about; the co-borrower too', async () => {
  const ruth = await world.signIn('ruth.calloway', RUTH)
  const ben = await world.signIn('ben.calloway', RUTH)
  assert.equal((await pay(ruth, { choice: 'payoff', on: '2026-12-04' })).status, 303)
  assert.match(
    await page(ben, ''),
    /\$[\d,.]+ is scheduled for Friday, December 4 by the co-borrower\. It pays off everything and closes the loan\./,
  )
  for (const fields of [
    { choice: 'payoff', on: '2026-12-07' },
    { choice: 'other', amount: '25', on: '2026-12-01' },
  ]) {
    const review = await page(ben, `/payments/review?${new URLSearchParams(fields)}`)
    assert.match(review, /A payoff of \$[\d,.]+ is already scheduled for Friday, December 4: KT/)
    const asked = await pay(ben, fields)
    assert.equal(asked.status, 422)
    assert.match(wordsOf(asked.text), /A payoff is already scheduled: KT/)
  }
})

// Who is late chooses among amounts that add up, and reads where each of them goes.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hiddenOf } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const DANA = '1048264433'
const MARCUS = '1048264425'

let world: SignedInPortal
let dana: SignedIn
before(async () => {
  world = await openSignedIn([DANA, MARCUS])
  dana = await world.signIn('dana.whitlock', DANA)
})
after(() => world.close())

const page = async ({ browser, base }: SignedIn, path: string) =>
  wordsOf((await browser.get(base + path)).text)

test('each amount names its parts, late charges too, and what it leaves open', async () => {
  const text = await page(dana, '/payments/new')
  assert.match(
    text,
    /What is past due \$886\.98 The monthly payments that are late\. It leaves open \$44\.34 of late charges and fees and the payment due December 15\./,
  )
  assert.match(
    text,
    /Past due and the next payment \$1,374\.81 \$886\.98 past due, \$443\.49 due December 15, \$44\.34 of late charges and fees/,
  )
})

test('an amount of one’s own pays charges only from all that is due up, and says so', async () => {
  const text = await page(dana, '/payments/new')
  assert.match(
    text,
    /Less than \$1,374\.81 goes to your monthly payments, oldest first, and leaves the \$44\.34 of late charges and fees open\. From \$1,374\.81 up they are paid too, and the rest lowers principal\./,
  )
  const charges = async (amount: string) => {
    const review = await page(dana, `/payments/review?choice=other&amount=${amount}`)
    return /Fees and late charges (\$[\d.]+)/.exec(review)?.[1]
  }
  assert.equal(await charges('1374.80'), '$0.00')
  assert.equal(await charges('1374.81'), '$44.34')
  assert.equal(await charges('1500'), '$44.34')
})

test('the working of a payment with charges says that they come first, and adds up', async () => {
  const review = await page(dana, '/payments/review?choice=due')
  assert.match(review, /To late charges \$44\.34 To interest (\$[\d.,]+)/)
  assert.match(
    review,
    /To principal \$[\d.,]+ \$1,374\.81 payment|payment \$1,374\.81 .*to late charges .*\$44\.34 .*to interest .* = to principal/,
  )
  assert.match(
    review,
    /An amount that covers all that is due pays its late charges and fees first\./,
  )
  const terms = await page(dana, '/terms')
  assert.match(terms, /pays its late charges and fees first, so that none is left behind\./)
})

test('after a part of what is late the rest is called late, not next', async () => {
  const marcus = await world.signIn('marcus.odell', MARCUS)
  const fields = 'choice=other&amount=12.34&on=2026-11-24'
  const review = await marcus.browser.get(`${marcus.base}/payments/review?${fields}`)
  assert.match(wordsOf(review.text), /Still past due, since Nov 14 \$316\.43/)
  const form = { ...hiddenOf(review.text), agreed: 'yes' }
  const made = await marcus.browser.post(`${marcus.base}/payments`, form)
  const done = wordsOf((await marcus.browser.get(made.headers.get('location') ?? '')).text)
  assert.match(done, /Still past due: \$316\.43, the oldest part since Saturday, November 14\./)
  assert.doesNotMatch(done, /Next payment:/)
})

test('without charges the notes speak of none', async () => {
  const marcus = await world.signIn('marcus.odell', MARCUS)
  const text = await page(marcus, '/payments/new')
  assert.match(
    text,
    /What is past due \$328\.77 The monthly payments that are late\. It leaves open the payment due December 14\./,
  )
  assert.match(text, /\$328\.77 past due, \$328\.77 due December 14/)
  assert.match(text, /If it is more than what is due, the rest lowers principal\./)
})

// A lease paid in the portal, without script: amount, review, receipt, change, cancellation; and
// what a fee looks like where the lender's file has one.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { hiddenOf } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const HOLLIS = '1048264508'

let world: SignedInPortal
let hollis: SignedIn
before(async () => {
  world = await openSignedIn([HOLLIS])
  hollis = await world.signIn('hollis.vane', HOLLIS)
})
after(() => world.close())

const review = (fields: Record<string, string>) =>
  hollis.browser.get(`${hollis.base}/payments/review?${new URLSearchParams(fields)}`)

test('a payment of more than what is due is reviewed, made, changed and canceled', async () => {
  const { browser, base } = hollis
  const page = await review({ choice: 'other', amount: '600', on: '2026-12-03' })
  const text = wordsOf(page.text)
  assert.match(text, /Rent charge \$\d+\.\d\d Depreciation \$\d+\.\d\d Sales tax \$\d+\.\d\d/)
  assert.match(text, /Payments made after 35 of 36 Next payment, due Jan 3, 2027 \$467\.28/)
  assert.match(text, /Paid ahead \$66\.36/)
  assert.match(text, /Fee \$0\.00 Bank payments are free/)
  const form = { ...hiddenOf(page.text), agreed: 'yes' }
  const made = await browser.post(`${base}/payments`, form)
  assert.equal(made.status, 303)
  const again = await browser.post(`${base}/payments`, form)
  assert.equal(placeOf(again), `${placeOf(made)}?again=yes`)

  const receipt = await browser.get(placeOf(made))
  const words = wordsOf(receipt.text)
  assert.match(words, /\$600\.00 on Thursday, December 3/)
  assert.match(words, /Order of your lease \(EMF-LEASE-2019-02\): what is due, late charges/)
  assert.match(words, /Next payment: \$467\.28 on Sunday, January 3, 2027\./)
  assert.doesNotMatch(words, /principal|interest/i)
  const overview = wordsOf((await browser.get(base)).text)
  assert.match(overview, /\$600\.00 is scheduled for Thursday, December 3|\$600\.00/)
  assert.match(overview, /Make a payment/)

  const change = await browser.get(
    `${placeOf(made)}/change/review?choice=due&on=2026-12-02&from=${fromOf(page.text)}`,
  )
  const changed = await browser.post(`${placeOf(made)}/change`, {
    ...hiddenOf(change.text),
    agreed: 'yes',
  })
  assert.equal(changed.status, 303)
  assert.match(
    wordsOf((await browser.get(placeOf(made))).text),
    /\$533\.64 on Wednesday, December 2/,
  )
  const cancel = await browser.get(`${placeOf(made)}/cancellation`)
  const canceled = await browser.post(`${placeOf(made)}/cancellation`, hiddenOf(cancel.text))
  assert.equal(canceled.status, 303)
  assert.match(wordsOf((await browser.get(`${base}/payments`)).text), /Canceled/)
})

test('a choice that only a loan has comes back with what a lease has', async () => {
  for (const choice of ['payoff', 'principal', 'duePlusExtra']) {
    const fields = { choice, extraAmount: '10', principalAmount: '10', on: '2026-12-03' }
    const page = await review(fields)
    assert.equal(page.status, 422, choice)
    assert.match(wordsOf(page.text), /A lease is paid by what is due, what is past due/)
  }
  const above = await review({ choice: 'other', amount: '5000', on: '2026-12-03' })
  assert.equal(above.status, 422)
  assert.match(wordsOf(above.text), /All that is left to pay of the lease that day is \$1,067\.28/)
  assert.match(above.text, /value="5000"/)
})

test('in Spanish', async () => {
  await hollis.browser.get('/language?to=es&back=/accounts')
  const page = await review({ choice: 'other', amount: '600', on: '2026-12-03' })
  const text = wordsOf(page.text)
  assert.match(text, /Cargo de renta/)
  assert.match(text, /Pagado por adelantado \$66\.36/)
  assert.doesNotMatch(text, /Rent charge|Paid ahead/)
  await hollis.browser.get('/language?to=en&back=/accounts')
})

function placeOf({ headers }: { headers: Headers }): string {
  return headers.get('location') ?? ''
}

function fromOf(html: string): string {
  return hiddenOf(html).from ?? ''
}

// Issue 3: the payoff page of a loan known from public filings failed, for nothing is known of it
// on the day of today.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { filedStories } from '#seeds/filed.ts'
import { plantStories } from '#seeds/plant.ts'
import { date, partsOf } from '#src/domain/calendar.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

const today = date('2026-11-24')
let world: SignedInPortal
before(async () => {
  world = await openSignedIn([])
})
after(() => world.close())

test('every page of a filed loan answers, and none quotes or takes anything', async () => {
  const [story] = await filedStories(today)
  assert.ok(story)
  await plantStories(world.book.ctx, [story], today)
  const { accountNumber } = story.record
  const { browser, base } = await world.signIn(story.usernames[0] ?? '', accountNumber)
  for (const place of ['', '/payoff', '/payoff?on=2026-12-01', '/activity', '/terms', '/more']) {
    const page = await browser.get(base + place)
    assert.equal(page.status, 200, place)
  }
  const overview = await browser.get(`${base}?extra=100`)
  const text = wordsOf(overview.text)
  assert.match(text, /As filed for/)
  // Nothing is known after the last month, so nothing is foretold.
  assert.doesNotMatch(text, /If you pay as agreed|Extra each month|Paid off in/)
  assert.doesNotMatch(overview.text, /k-line-what-if|reaches zero/)
  assert.doesNotMatch(wordsOf((await browser.get(`${base}?table=balance`)).text), /as agreed/)
  assert.match(text, /Recent activity .* [A-Z][a-z]{2} \d+, 2017 /)
  const payoff = await browser.get(`${base}/payoff`)
  assert.doesNotMatch(payoff.text, /name="on"|PQ-/)
  const payment = wordsOf((await browser.get(`${base}/payments/new`)).text)
  assert.doesNotMatch(payment, /How much\?/)
  const payments = wordsOf((await browser.get(`${base}/payments`)).text)
  assert.doesNotMatch(payments, /Make a payment/)
  assert.doesNotMatch(wordsOf((await browser.get(`${base}/more`)).text), /See or cancel/)
  assert.doesNotMatch(wordsOf((await browser.get(`${base}/terms`)).text), /1970|abs-ee/)
})

test('no invented vehicle is younger than the loan that bought it', async () => {
  for (const { record } of await filedStories(today)) {
    const { modelYear } = record.vehicle
    assert.ok(modelYear !== null && modelYear <= partsOf(record.contract.start).year + 1)
  }
})

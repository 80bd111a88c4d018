// A lease whose last payments did not come: what is late, until when it costs nothing, what was
// added.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { whoLeases } from '#seeds/book-leases.ts'
import { plantStories } from '#seeds/plant.ts'
import { date } from '#src/domain/calendar.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const today = date('2026-11-24')
let world: SignedInPortal
let late: SignedIn
before(async () => {
  world = await openSignedIn([])
  const [story] = whoLeases(today)
  assert.ok(story)
  // Payments 33 and 34, due October 3 and November 3, are missing.
  const history = story.record.history.slice(0, -2)
  const record = { ...story.record, history }
  const returned = history.slice(-1).map(({ effectiveDate }) => effectiveDate)
  await plantStories(world.book.ctx, [{ ...story, record, returned }], today)
  late = await world.signIn(story.usernames[0] ?? '', record.accountNumber)
})
after(() => world.close())

test('the overview says what is late and what was added; no late charge twice', async () => {
  const text = wordsOf((await late.browser.get(late.base)).text)
  // The September payment came back: three are late, each with 5 % of 533.64 after ten days.
  assert.match(text, /\$1,600\.92 is past due, the oldest part by 82 days\./)
  assert.match(text, /Your payment of September 3 has not arrived\./)
  assert.match(text, /Past due \$1,600\.92 Base payment \$496\.41 Sales tax \$37\.23/)
  assert.match(text, /Late charges \$80\.04 Total \$2,214\.60/)
  assert.match(text, /\$1,600\.92 is past due Paying it stops late charges/)
})

test('activity shows the returned payment as not counted, and each late charge', async () => {
  const page = await late.browser.get(`${late.base}/activity`)
  const text = wordsOf(page.text)
  assert.match(text, /Returned by your bank Insufficient funds[^P]*\$533\.64[^P]*Did not count/)
  assert.equal(text.match(/Late charge Added to what you owe/g)?.length, 3)
  assert.match(text, /Total paid \$16,542\.84 Total charged \$80\.04/)
  const link = /href="([^"]+)"[^>]*>Late charge<\/a>/.exec(page.text)?.[1] ?? ''
  const working = wordsOf((await late.browser.get(link)).text)
  assert.match(working, /payment \$533\.64 × late charge rate × 5\.00% = late charge = \$26\.68/)
})

test('who is late pays what is late at once, or all that is due', async () => {
  const text = wordsOf((await late.browser.get(`${late.base}/payments/new`)).text)
  assert.match(text, /What is past due \$1,600\.92 The monthly payments that are late\./)
  assert.match(text, /Past due and the next payment \$2,214\.60/)
  assert.match(text, /What this payment does \$1,600\.92/)
  const all = await late.browser.get(`${late.base}/payments/new?choice=due&on=2026-11-24`)
  assert.match(wordsOf(all.text), /Fees and late charges \$80\.04/)
})

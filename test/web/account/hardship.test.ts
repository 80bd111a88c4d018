// Loans that did not go as signed: what a charge-off leaves owed, and where an extension moved the
// due dates.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const MIRA = '1048264524'
const WADE = '1048264532'

let world: SignedInPortal
let mira: SignedIn
let wade: SignedIn
before(async () => {
  world = await openSignedIn([MIRA, WADE])
  mira = await world.signIn('mira.solberg', MIRA)
  wade = await world.signIn('wade.torrance', WADE)
})
after(() => world.close())

async function textOf({ browser, base }: SignedIn, place = ''): Promise<string> {
  const page = await browser.get(base + place)
  assert.equal(page.status, 200, place)
  return wordsOf(page.text)
}

test('charged off: what is still owed, no interest, no due dates, no ring', async () => {
  const page = await wade.browser.get(wade.base)
  const text = wordsOf(page.text)
  assert.match(text, /Still owed \$7,453\.39 Charged off on August 2, 2026/)
  assert.match(text, /No interest runs on it any more\./)
  assert.match(text, /Charged off \$14,238\.39 Paid and recovered since −\$6,785\.00/)
  assert.doesNotMatch(page.text, /k-ring|simple interest/)
})

test('charged off: the payoff is that debt, and paying part of it lowers it by as much', async () => {
  const payoff = await textOf(wade, '/payoff')
  assert.match(payoff, /Charged off and still owed No interest[^$]*\$7,453\.39/)
  assert.doesNotMatch(payoff, /Principal \$0\.00|interest runs on that rest|balance plus interest/)
  assert.match(payoff, /The payoff is all that is still owed\. No interest runs on it any more\./)
  const form = await textOf(wade, '/payments/new?choice=other&amount=500')
  assert.match(form, /To what was charged off \$500\.00/)
  assert.match(form, /Owed after \$6,953\.39/)
  assert.doesNotMatch(form, /What is past due|plus extra/)
})

test('charged off: the event opens what the debt was made of', async () => {
  const list = await wade.browser.get(`${wade.base}/activity`)
  assert.match(wordsOf(list.text), /Charged off \$14,238\.39 still owed/)
  assert.match(wordsOf(list.text), /Proceeds of the vehicle Sale of the vehicle, less its costs/)
  assert.doesNotMatch(wordsOf(list.text), /Total paid \$/)
  const totals =
    /Total paid and recovered Paid \$([\d,.]+), brought by the vehicle \$([\d,.]+) \$([\d,.]+)/
  const [, paid = '', brought = '', whole = ''] = totals.exec(wordsOf(list.text)) ?? []
  assert.equal(inCents(paid) + inCents(brought), inCents(whole))
  assert.ok(inCents(brought) > 0)
  const link = /href="([^"]+)"[^>]*>Charged off<\/a>/.exec(list.text)?.[1] ?? ''
  const text = wordsOf((await wade.browser.get(link)).text)
  const rows = [...text.matchAll(/(Principal|Interest|Late charges) \$([\d,.]+)/g)]
  const sums = new Map(rows.map(([, label, amount = '']) => [label, amount]))
  const total = [...sums.values()].reduce((sum, amount) => sum + inCents(amount), 0)
  assert.equal(total, 1_423_839)
})

test('extended: the due dates moved, the terms say since when and to when', async () => {
  const overview = await textOf(mira)
  assert.match(overview, /Due Sunday, December 6/)
  assert.match(overview, /Behind the schedule as signed by/)
  const terms = await textOf(mira, '/terms')
  assert.match(terms, /2 months granted on August 30, 2026/)
  assert.match(terms, /Payment 15 and all after it are due later: payment 15 on Nov 6, 2026\./)
  assert.match(terms, /15 Sep 6, 2026 now Nov 6, 2026/)
  assert.match(terms, /Last payment due Dec 6, 2030 Last payment due now Feb 6, 2031/)
  const activity = await textOf(mira, '/activity')
  assert.match(activity, /Extension Due dates 2 months later/)
})

function inCents(amount: string): number {
  return Math.round(Number(amount.replaceAll(',', '')) * 100)
}

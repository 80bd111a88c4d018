import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const DANA = '1048264433'
const SAM = '1048264490'
const LUCIA = '1048264466'
const MARCUS = '1048264425'

let world: SignedInPortal
let elena: SignedIn
before(async () => {
  world = await openSignedIn([ELENA, DANA, SAM, LUCIA, MARCUS])
  elena = await world.signIn('elena.marsh', ELENA)
})
after(() => world.close())

test('one account opens at once; the overview says what is due, when, and what can be returned', async () => {
  const choice = await elena.browser.get('/accounts')
  assert.equal(choice.status, 303)
  assert.equal(choice.headers.get('location'), elena.base)
  const page = await elena.browser.get(elena.base)
  assert.equal(page.status, 200)
  const text = wordsOf(page.text)
  assert.match(text, /2023 Larkfield Tern Hybrid/)
  assert.match(text, /\$513\.12 Due Saturday, December 5 in 11 days/)
  assert.match(text, /Your \$250\.00 is counted, not yet cleared/)
  assert.match(text, /Your bank can still return it until Tuesday, December 1\./)
  assert.match(text, /Payments made 27 of 60/)
  assert.match(text, /Extra payment To principal now/)
  assert.match(page.text, /aria-label="46\.2% of the principal is repaid; 27 of 60 payments/)
})

test('six statements are enough for an overview without autopay, the session among them', async () => {
  const sam = await world.signIn('sam.okafor', SAM)
  // The first visit of a browser notes it as known.
  assert.equal((await sam.browser.get(sam.base)).status, 200)
  const { query } = pg.Client.prototype
  let asked = 0
  const counting = function (this: pg.Client, ...args: unknown[]) {
    asked += 1
    return Reflect.apply(query, this, args)
  }
  Object.assign(pg.Client.prototype, { query: counting })
  try {
    assert.equal((await sam.browser.get(sam.base)).status, 200)
  } finally {
    Object.assign(pg.Client.prototype, { query })
  }
  assert.ok(asked > 0 && asked <= 6, `${asked} statements`)
})

test('principal repaid and principal left add up to the amount financed', async () => {
  const text = wordsOf((await elena.browser.get(elena.base)).text)
  const cents = (label: string) => {
    const found = new RegExp(`${label} \\$([\\d,.]+)`).exec(text)?.[1] ?? ''
    return Math.round(Number(found.replaceAll(',', '')) * 100)
  }
  assert.equal(cents('Principal repaid') + cents('Principal left'), 2_684_000)
})

test('extra each month is a link that recomputes; an amount nobody offers counts as none', async () => {
  const text = wordsOf((await elena.browser.get(`${elena.base}?extra=100`)).text)
  assert.match(
    text,
    /Paid off in December 2028, 6 months sooner\. You save \$178\.70 in interest\./,
  )
  const odd = wordsOf((await elena.browser.get(`${elena.base}?extra=1e9&table=<x>`)).text)
  assert.match(odd, /If you pay as agreed, your last payment is in June 2029\./)
})

test('the chart has its figures as a table', async () => {
  const page = await elena.browser.get(`${elena.base}?table=balance&extra=250`)
  const text = wordsOf(page.text)
  assert.match(text, /Sep 5, 2024 \$26,480\.29 \$26,480\.29/)
  assert.match(page.text, /<th scope="col"[^>]*>With \$250 more<\/th>/)
})

test('past due: since when, until when it is free, and what is added then', async () => {
  const marcus = await world.signIn('marcus.odell', MARCUS)
  const text = wordsOf((await marcus.browser.get(marcus.base)).text)
  assert.match(text, /\$328\.77 is past due, the oldest part by 10 days\./)
  assert.match(text, /Your payment of November 14 has not arrived\./)
  assert.match(text, /No late charge if it arrives by November 29; after that one of \$16\.44/)
})

test('a second late payment has its own last free day, after a late charge for the first', async () => {
  const dana = await world.signIn('dana.whitlock', DANA)
  const text = wordsOf((await dana.browser.get(dana.base)).text)
  assert.match(text, /Your payment of October 15 has not arrived\./)
  assert.match(text, /For the payment of November 15 there is no late charge if it arrives by/)
  assert.match(text, /Late charges and fees of \$44\.34 are part of it\./)
  assert.match(text, /Late charge Added to what you owe Oct 31 – – \+\$22\.17/)
})

test('a closed account owes nothing, says since when, and shows no ring and no way to pay', async () => {
  const sam = await world.signIn('sam.okafor', SAM)
  const page = await sam.browser.get(sam.base)
  const text = wordsOf(page.text)
  assert.match(text, /Paid in full \$0\.00 Paid in full on November 15, 2026/)
  assert.match(text, /Your last payment cleared on November 24, 2026, so the lien can be released/)
  assert.doesNotMatch(page.text, /k-ring|Make a payment/)
})

test('Spanish by the person’s own choice, English by a link', async () => {
  const lucia = await world.signIn('lucia.ferrer', LUCIA)
  const page = await lucia.browser.get(lucia.base)
  assert.match(page.text, /<html lang="es"/)
  assert.match(wordsOf(page.text), /\$307\.99 Vence el viernes 11 de diciembre en 17 días/)
  const form = wordsOf((await lucia.browser.get(`${lucia.base}/payments/new`)).text)
  assert.match(form, /Sale de cuenta corriente ••/)
  assert.match((await lucia.browser.get(`${lucia.base}?lang=en`)).text, /<html lang="en"/)
})

test('somebody else’s account, one that does not exist and nonsense are the same page', async () => {
  const stranger = await world.book.ownerOf(DANA)
  const answers = await Promise.all(
    [stranger.accountId, crypto.randomUUID(), "'; drop table account; --", '%00'].map((id) =>
      elena.browser.get(`/accounts/${encodeURIComponent(id)}`),
    ),
  )
  const pages = answers.map(({ status, text }) => [
    status,
    wordsOf(text).replace(/Reference.*/, ''),
  ])
  assert.equal(new Set(pages.map(String)).size, 1)
  assert.equal(pages[0]?.[0], 404)
  const lines = await world.book.database.db
    .selectFrom('access_audit')
    .select('details')
    .where('action', '=', 'accountRefused')
    .execute()
  // Text that is no id is a mistyped address.
  assert.equal(lines.length, 2)
  assert.ok(lines.some(({ details }) => JSON.stringify(details).includes(stranger.accountId)))
})

test('who is not signed in is asked to, and comes back', async () => {
  const answer = await world.portal.request(elena.base)
  assert.equal(answer.status, 303)
  const location = answer.headers.get('location') ?? ''
  assert.match(location, /^\/sign-in\?/)
  assert.ok(location.includes(encodeURIComponent(elena.base)))
})

test('the next payment is split before it is made, exactly as making it would', async () => {
  const shares = (text: string) =>
    /Interest, (\d+) days \$[\d.]+ Principal \$[\d.]+/.exec(text)?.[0]
  const overview = wordsOf((await elena.browser.get(elena.base)).text)
  const payment = wordsOf((await elena.browser.get(`${elena.base}/payments/new`)).text)
  assert.match(shares(overview) ?? '', /^Interest, 15 days/)
  assert.equal(shares(overview), shares(payment))
})

test('who is late sees no split of a payment that would come after another', async () => {
  const dana = await world.signIn('dana.whitlock', DANA)
  const text = wordsOf((await dana.browser.get(dana.base)).text)
  assert.doesNotMatch(text, /How this payment will be split/)
})

test('phones reach every place: the dock leads to More, which leads to the rest', async () => {
  const page = await elena.browser.get(`${elena.base}/more`)
  assert.equal(page.status, 200)
  for (const place of ['payments', 'activity', 'messages', 'terms'])
    assert.ok(page.text.includes(`href="${elena.base}/${place}"`), place)
  const current = (html: string) =>
    /<a class="k-dock-place" href="([^"]*)" aria-current="page"/.exec(html)?.[1]
  for (const [place, dock] of [
    ['', ''],
    ['/payments/new', '/payments/new'],
    ['/payments', '/more'],
    ['/terms', '/more'],
    ['/messages', '/more'],
    ['/activity', '/more'],
    ['/documents', '/documents'],
  ] as const) {
    const { text } = await elena.browser.get(elena.base + place)
    assert.equal(current(text), elena.base + dock, place)
  }
})

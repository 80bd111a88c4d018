// The pages of autopay: set, change, stop; what is said and what is kept.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const PAIR = '1048264458'
const LUCIA = '1048264466'
const SAM = '1048264490'
const LEASE = '1048264516'

let world: SignedInPortal
before(async () => {
  world = await openSignedIn([ELENA, PAIR, LUCIA, SAM, LEASE])
})
after(() => world.close())

test('autopay is set in two steps, shown with its next three debits, changed and stopped', async () => {
  const { browser, base } = await world.signIn('elena.marsh', ELENA)
  const none = wordsOf((await browser.get(`${base}/autopay`)).text)
  assert.match(none, /Autopay Off/)
  const form = wordsOf((await browser.get(`${base}/autopay/new`)).text)
  assert.match(
    form,
    /The first three debits .*Monday, December 7 \$513\.12 Counts as paid on Saturday, December 5/,
  )
  const review = await browser.get(`${base}/autopay/review?amount=installment&day=dueDate`)
  assert.match(wordsOf(review.text), /I authorize Example Motor Finance to debit my Checking/)

  const path = `${base}/autopay`
  const from = `${path}/review?amount=installment&day=dueDate`
  const refused = await browser.submit(path, {}, from)
  assert.equal(refused.status, 422)
  assert.match(wordsOf(refused.text), /Tick the box to give your permission/)
  const set = await browser.submit(path, { agreed: 'yes' }, from)
  assert.equal(set.status, 303)
  assert.equal(set.headers.get('location'), path)
  const on = wordsOf((await browser.get(path)).text)
  assert.match(on, /Autopay On/)
  assert.match(on, /Tuesday, January 5|Wednesday, January 6/)
  assert.match(on, /Payment 28 of 60/)
  assert.match(on, /The last payment is included/)
  assert.match(wordsOf((await browser.get(base)).text), /Takes \$513\.12 for Saturday, December 5/)
  const pay = wordsOf((await browser.get(`${base}/payments/new`)).text)
  assert.match(pay, /Autopay takes \$513\.12 for Saturday, December 5\./)
  assert.doesNotMatch(pay, /autopay takes nothing for it/)

  const changed = await browser.submit(
    path,
    { agreed: 'yes' },
    `${path}/review?amount=plusExtra&extra=50&day=daysBefore&days=3&begins=2026-11-24`,
  )
  assert.equal(changed.status, 303)
  const after = wordsOf((await browser.get(path)).text)
  assert.match(after, /\$563\.12/)
  assert.match(after, /3 days before it is due/)
  assert.match(after, /Autopay changed/)
  assert.match(after, /Taken back: \$513\.12 for December 5/)

  const stop = wordsOf((await browser.get(`${path}/stop`)).text)
  assert.match(
    stop,
    /These debits are canceled Wednesday, December 2 until Wed, Dec 2, 5 pm ET \$563\.12/,
  )
  const stopped = await browser.submit(`${path}/stop`, {}, `${path}/stop`)
  assert.equal(stopped.status, 303)
  const off = wordsOf((await browser.get(path)).text)
  assert.match(off, /Autopay Off/)
  assert.match(off, /Canceled: \$563\.12 on December 2/)
})

test('who pays by hand is told of a debit that is not set yet, and that it is not taken twice', async () => {
  const { browser, base } = await world.signIn('elena.marsh', ELENA)
  const path = `${base}/autopay`
  const terms = 'amount=installment&day=dueDate&begins=2026-12-20'
  assert.equal(
    (await browser.submit(path, { agreed: 'yes' }, `${path}/review?${terms}`)).status,
    303,
  )
  assert.match(
    wordsOf((await browser.get(`${base}/payments/new`)).text),
    /Takes \$513\.12 for Tuesday, January 5\. If that payment is already paid by then, autopay takes nothing for it\. See autopay/,
  )
  const stopped = await browser.submit(`${path}/stop`, {}, `${path}/stop`)
  assert.equal(stopped.status, 303)
  assert.doesNotMatch(
    wordsOf((await browser.get(`${base}/payments/new`)).text),
    /autopay takes nothing for it/,
  )
})

test('the page that changes one debit says what becomes of those after it, and so does its review', async () => {
  const { browser, base } = await world.signIn('elena.marsh', ELENA)
  const path = `${base}/autopay`
  await browser.submit(path, { agreed: 'yes' }, `${path}/review?day=dueDate`)
  const page = (await browser.get(path)).text
  assert.match(wordsOf(page), /Principal after .* See, change or cancel/)
  const debit = new RegExp(`${base}/payments/[0-9a-f-]{36}`).exec(page)?.[0]
  assert.ok(debit)
  const said =
    /Autopay set this payment, and you change only this one\. It stays as you set it\. The next debits go on as planned/
  const change = await browser.get(`${debit}/change`)
  assert.match(wordsOf(change.text), said)
  assert.match(wordsOf((await browser.get(`${debit}/change/review?choice=due`)).text), said)
  const other = await browser.get(`${base}/payments/new`)
  assert.doesNotMatch(wordsOf(other.text), /Autopay set this payment/)
  await browser.submit(`${path}/stop`, {}, `${path}/stop`)
})

test('autopay is a place of the header, and the header never has more than six', async () => {
  for (const [username, number] of [
    ['elena.marsh', ELENA],
    ['ines.calder', LEASE],
  ] as const) {
    const { browser, base } = await world.signIn(username, number)
    const { text } = await browser.get(`${base}/autopay`)
    const places = [...text.matchAll(/<a class="k-place" href="([^"]*)"( aria-current="page")?/g)]
    assert.ok(places.length <= 6)
    const current = places.filter(([, , here]) => here !== undefined).map(([, href]) => href)
    assert.deepEqual(current, [`${base}/autopay`])
  }
})

test('a debit of a lease says its rent charge, depreciation and taxes, which add up to it', async () => {
  const { browser, base } = await world.signIn('ines.calder', LEASE)
  const text = wordsOf((await browser.get(`${base}/autopay/new`)).text)
  const cents = (words: string) =>
    [...words.matchAll(/\$([\d.]+)/g)].map(([, amount]) => Math.round(Number(amount) * 100))
  const debits = [
    ...text.matchAll(
      /(\$[\d.]+) Counts as paid on .*?(Rent charge .*?) Payments made after \d+ of \d+/g,
    ),
  ]
  assert.equal(debits.length, 1)
  for (const [, all = '', parts = ''] of debits) {
    assert.match(parts, /Depreciation .* [Tt]ax/)
    assert.deepEqual(cents(all), [cents(parts).reduce((sum, part) => sum + part, 0)])
  }
  const more = wordsOf((await browser.get(`${base}/more`)).text)
  assert.match(more, /Terms and schedule Disclosure, taxes and rules/)
})

test('pausing shows a banner on the overview, and starting again sets the debit anew', async () => {
  const { browser, base } = await world.signIn('lucia.ferrer', LUCIA)
  await browser.get('/language?to=en&back=/help')
  const path = `${base}/autopay`
  await browser.submit(path, { agreed: 'yes' }, `${path}/review?day=dueDate`)
  await browser.submit(`${path}/pause`, {}, `${path}/stop`)
  assert.match(wordsOf((await browser.get(base)).text), /Autopay is paused\. Nothing is taken/)
  assert.match(wordsOf((await browser.get(path)).text), /Autopay Paused/)
  await browser.submit(`${path}/resume`, {}, path)
  assert.match(wordsOf((await browser.get(path)).text), /Autopay On/)
  await browser.get('/language?to=es&back=/help')
  assert.match(wordsOf((await browser.get(path)).text), /Pago automático Activado/)
})

test('what was typed wrong comes back with what to do, and stays as it was typed', async () => {
  const { browser, base } = await world.signIn('ruth.calloway', PAIR)
  const wrong: [string, RegExp][] = [
    ['amount=plusExtra&extra=x&day=dueDate', /Type how much extra/],
    ['amount=fixed&fixed=1&day=dueDate', /Type \$[\d,.]+ or more/],
    ['amount=installment&day=daysBefore&days=', /Type a number of days/],
    ['amount=installment&day=daysBefore&days=60', /at most 15 days before/],
    ['amount=installment&day=twiceAMonth&first=20&second=3', /two different days/],
    ['amount=installment&day=everyTwoWeeks&payday=soon', /date of one of your paydays/],
    ['amount=fixed&fixed=900&day=twiceAMonth&first=1&second=15', /taken once for each installment/],
    ['amount=installment&day=dueDate&ends=2026-11-01', /not before the begin date/],
  ]
  for (const [query, sentence] of wrong) {
    const answer = await browser.get(`${base}/autopay/review?${query}`)
    assert.equal(answer.status, 422, query)
    assert.match(wordsOf(answer.text), sentence)
  }
  const kept = await browser.get(`${base}/autopay/review?amount=plusExtra&extra=abc&day=dueDate`)
  assert.ok(kept.text.includes('value="abc"'))
})

test('a co-borrower reads what is set and is told whose it is; a closed loan and a lease have none', async () => {
  const ruth = await world.signIn('ruth.calloway', PAIR)
  const path = `${ruth.base}/autopay`
  await ruth.browser.submit(path, { agreed: 'yes' }, `${path}/review?day=dueDate`)
  const ben = await world.signIn('ben.calloway', PAIR)
  const text = wordsOf((await ben.browser.get(path)).text)
  assert.match(text, /Your co-borrower set autopay/)
  assert.doesNotMatch(text, /••6042/)
  assert.match(wordsOf((await ben.browser.get(`${path}/new`)).text), /Your co-borrower set autopay/)
  const sam = await world.signIn('sam.okafor', SAM)
  assert.match(
    wordsOf((await sam.browser.get(`${sam.base}/autopay`)).text),
    /You owe nothing on this account/,
  )
})

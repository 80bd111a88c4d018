import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { hiddenOf } from '#test/support/portal.ts'
import {
  openSignedIn,
  type SignedIn,
  type SignedInPortal,
  wordsOf,
} from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const RUTH = '1048264458'
const MARCUS = '1048264425'
const HUGE = '999,999,999,999,999,999,999,999,999,999'
const START = '2026-11-24T16:48:00.000Z'

let world: SignedInPortal
let elena: SignedIn
let ruth: SignedIn
before(async () => {
  world = await openSignedIn([ELENA, RUTH, MARCUS])
})
beforeEach(async () => {
  world.clock.set(START)
  elena = await world.signIn('elena.marsh', ELENA)
  ruth = await world.signIn('ruth.calloway', RUTH)
})
after(() => world.close())

type Fields = Record<string, string>

const review = ({ browser, base }: SignedIn, fields: Fields) =>
  browser.get(`${base}/payments/review?${new URLSearchParams(fields)}`)

/** Reviews and pays; `more` is what is ticked besides the permission. */
async function pay(person: SignedIn, fields: Fields, more: Fields = { agreed: 'yes' }) {
  const page = await review(person, fields)
  assert.equal(page.status, 200, wordsOf(page.text).slice(0, 400))
  const form = { ...hiddenOf(page.text), ...more }
  return { form, answer: await person.browser.post(`${person.base}/payments`, form) }
}

async function scheduledCount(number: string): Promise<number> {
  const { accountId } = await world.book.ownerOf(number)
  const rows = await world.book.ctx.db
    .selectFrom('payment')
    .where('account_id', '=', accountId)
    .where('state', '=', 'scheduled')
    .select('id')
    .execute()
  return rows.length
}

test('the form shows what the payment does before anything is asked for', async () => {
  const query = 'choice=duePlusExtra&extraAmount=150&extra=principal&on=2026-12-04'
  const page = await elena.browser.get(`${elena.base}/payments/new?${query}`)
  assert.equal(page.status, 200)
  const text = wordsOf(page.text)
  assert.match(text, /What this payment does \$663\.12/)
  assert.match(text, /Interest, 14 days \$30\.39 Principal \$632\.73 Fees and late charges \$0\.00/)
  assert.match(text, /Principal now, saves \$21\.51 of interest/)
  assert.match(text, /To count today, send it by 5 pm ET\. That is in 5 hours 12 minutes\./)
})

test('extra for the next payment lowers it, and extra to principal does not', async () => {
  const fields = { choice: 'duePlusExtra', extraAmount: '150', on: '2026-12-04' }
  const text = async (extra: string) => wordsOf((await review(elena, { ...fields, extra })).text)
  assert.match(await text('installments'), /Next payment, due Jan 5 \$363\.12/)
  assert.match(await text('principal'), /Next payment, due Jan 5 \$513\.12/)
})

test('amounts and days are read as people type them', async () => {
  const page = await review(elena, { choice: 'other', amount: '$ 20', on: ' 11/27/2026 ' })
  assert.equal(page.status, 200)
  assert.match(page.text, /name="on" value="2026-11-27"/)
  assert.match(page.text, /name="shown" value="2000"/)
  assert.match(wordsOf(page.text), /Friday, November 27, 2026/)
})

test('a payment of a part of the interest says what stays unpaid', async () => {
  const text = wordsOf(
    (await review(elena, { choice: 'other', amount: '5', on: '2026-12-04' })).text,
  )
  assert.match(text, /Interest, 14 days \$5\.00 Principal \$0\.00/)
  assert.match(text, /Interest left unpaid \$25\.39/)
})

test('from the review to the confirmation, which says that nothing has left the bank', async () => {
  const { answer } = await pay(elena, { choice: 'due', on: '2026-12-03' })
  assert.equal(answer.status, 303)
  const path = answer.headers.get('location') ?? ''
  const page = await elena.browser.get(path)
  const text = wordsOf(page.text)
  assert.match(text, /Payment scheduled \$513\.12 on Thursday, December 3/)
  assert.match(text, /From Checking ••6042 ending 6042\. Nothing has left your bank yet\./)
  assert.match(text, /KT\w-\w{4}-\w{4}/)
  assert.match(text, /Leaves your bank Still to come Fri, Dec 4/)
  assert.match(
    text,
    /I authorize Example Motor Finance to take \$513\.12 once from Checking ••6042/,
  )
  const overview = wordsOf((await elena.browser.get(elena.base)).text)
  assert.match(overview, /\$513\.12 is scheduled for Thursday, December 3\./)
})

test('pressing twice, or back and again in another tab, pays once and says so', async () => {
  const before = await scheduledCount(ELENA)
  const { form, answer } = await pay(elena, { choice: 'other', amount: '25.00', on: '2026-12-01' })
  const [second, third] = await Promise.all([
    elena.browser.post(`${elena.base}/payments`, form),
    elena.browser.post(`${elena.base}/payments`, form),
  ])
  const first = answer.headers.get('location')
  for (const again of [second, third])
    assert.equal(again.headers.get('location'), `${first}?again=yes`)
  assert.equal(await scheduledCount(ELENA), before + 1)
  const page = await elena.browser.get(`${first}?again=yes`)
  assert.match(wordsOf(page.text), /You sent this payment before\. It is scheduled once/)
})

test('the same amount for the same day from a new form is asked about, then done', async () => {
  const fields = { choice: 'other', amount: '31.00', on: '2026-12-02' }
  await pay(elena, fields)
  const before = await scheduledCount(ELENA)
  const { answer } = await pay(elena, fields)
  assert.equal(answer.status, 422)
  assert.match(wordsOf(answer.text), /Confirm below if you want a second payment\./)
  assert.match(answer.text, /<a href="#second">/)
  assert.equal(await scheduledCount(ELENA), before)
  const again = await elena.browser.post(`${elena.base}/payments`, {
    ...hiddenOf(answer.text),
    agreed: 'yes',
    second: 'yes',
  })
  assert.equal(again.status, 303)
  assert.equal(await scheduledCount(ELENA), before + 1)
})

test('without permission nothing is taken, and the box is where the summary leads', async () => {
  const before = await scheduledCount(ELENA)
  const { answer } = await pay(elena, { choice: 'due', on: '2026-12-07' }, {})
  assert.equal(answer.status, 422)
  assert.match(answer.text, /<title>Error: Review your payment/)
  assert.match(answer.text, /<a href="#agreed">Tick the box to give your permission/)
  assert.equal(await scheduledCount(ELENA), before)
})

test('what is typed wrongly comes back as typed, with what to do', async () => {
  const wrong: [Fields, string, RegExp][] = [
    [{ choice: 'other', amount: 'abc' }, 'amount', /Type an amount in dollars/],
    [{ choice: 'other', amount: '0.50' }, 'amount', /Pay \$1\.00 or more\./],
    [{ choice: 'other', amount: '99999' }, 'amount', /Your payoff that day is \$14,4/],
    [{ choice: 'other', amount: '0' }, 'amount', /Pay \$1\.00 or more\./],
    [{ choice: 'other', amount: '-5' }, 'amount', /Pay \$1\.00 or more\./],
    [{ choice: 'due', on: '13/27/2026' }, 'on', /Type a day as month, day and year/],
    [{ choice: 'other', amount: HUGE }, 'amount', /Type an amount in dollars/],
    [{ choice: 'duePlusExtra', extraAmount: HUGE }, 'extraAmount', /Type how much extra/],
    [{ choice: 'other', amount: '9,999,999,999,999.99' }, 'amount', /Your payoff that day is/],
    [
      { choice: 'duePlusExtra', extraAmount: '9,999,999,999,999.99' },
      'extraAmount',
      /Your payoff that day is/,
    ],
    [{ choice: 'duePlusExtra', extraAmount: '' }, 'extraAmount', /Type how much extra/],
    [{ choice: 'due', on: '2027-09-01' }, 'on', /Choose a day from November 24, 2026/],
    [{ choice: 'due', on: 'soon' }, 'on', /Type a day as month, day and year/],
    [{ choice: 'all of it' }, 'choice', /Choose how much you want to pay/],
    [{ choice: 'due', from: crypto.randomUUID() }, 'from', /Choose the bank account/],
    [{ choice: 'other', amount: '"><b>1' }, 'amount', /Type an amount in dollars/],
  ]
  for (const [fields, field, sentence] of wrong) {
    const page = await review(elena, { on: '2026-12-04', ...fields })
    assert.equal(page.status, 422, JSON.stringify(fields))
    assert.match(page.text, new RegExp(`<a href="#${field}">`))
    assert.match(wordsOf(page.text), sentence)
    assert.doesNotMatch(page.text, /"><b>1/)
  }
  const kept = await review(elena, { choice: 'other', amount: 'abc', on: '2026-12-04' })
  assert.match(kept.text, /id="amount" name="amount"[^>]*value="abc"/)
})

test('an amount that changed since the review is shown again before anything is taken', async () => {
  const page = await review(ruth, { choice: 'payoff', on: '2026-12-04' })
  const form: Fields = { ...hiddenOf(page.text), agreed: 'yes' }
  const { accountId } = await world.book.ownerOf(RUTH)
  await postPayment(world.book.ctx, {
    accountId,
    amount: cents(10_000),
    effectiveDate: date('2026-11-24'),
    extra: 'principal',
    extraAmount: null,
    toCharges: cents(0),
    channel: 'branch',
    paymentId: null,
  })
  const before = await scheduledCount(RUTH)
  const answer = await ruth.browser.post(`${ruth.base}/payments`, form)
  assert.equal(answer.status, 422)
  assert.match(wordsOf(answer.text), /The payoff is now \$[\d,.]+: check it and confirm again\./)
  assert.equal(await scheduledCount(RUTH), before)
  assert.notEqual(hiddenOf(answer.text).shown, form.shown)
  const again = { ...hiddenOf(answer.text), agreed: 'yes' }
  assert.equal((await ruth.browser.post(`${ruth.base}/payments`, again)).status, 303)
})

test('who is late is asked for what is late, and pays the next one only by choice', async () => {
  const page = await elena.browser.get(`${elena.base}/payments/new?on=2026-12-09`)
  assert.match(page.text, /name="choice" value="pastDue" checked/)
  const text = wordsOf(page.text)
  assert.match(
    text,
    /What is past due \$513\.12 The monthly payments that are late\. It leaves open the payment due January 5\. Past due and the next payment \$1,026\.24 \$513\.12 past due, \$513\.12 due January 5/,
  )
  assert.match(text, /What this payment does \$513\.12/)
})

test('a late payment is offered for today, before a late charge is added', async () => {
  const marcus = await world.signIn('marcus.odell', MARCUS)
  const page = await marcus.browser.get(`${marcus.base}/payments/new`)
  assert.match(page.text, /name="on" type="date" value="2026-11-24"/)
  assert.match(wordsOf(page.text), /What this payment does \$328\.77/)
})

test('a co-borrower sees that a payment is set, but not from which bank, and cannot cancel it', async () => {
  const ticked = { agreed: 'yes', second: 'yes' }
  const fields = { choice: 'other', amount: '40.00', on: '2026-12-08' }
  const { answer } = await pay(ruth, fields, ticked)
  const path = answer.headers.get('location') ?? ''
  const ben = await world.signIn('ben.calloway', RUTH)
  const text = wordsOf((await ben.browser.get(path)).text)
  assert.match(text, /Scheduled by the co-borrower\. No money has moved yet\./)
  assert.doesNotMatch(text, /••6042|I authorize/)
  const list = wordsOf((await ben.browser.get(`${ben.base}/payments`)).text)
  assert.match(list, /By the co-borrower/)
  const overview = wordsOf((await ben.browser.get(ben.base)).text)
  assert.match(overview, /Only the co-borrower can cancel it\. See the payment/)
  assert.doesNotMatch(overview, /See or cancel (?!what is set)/)
  const asked = wordsOf((await ben.browser.get(`${path}/cancellation`)).text)
  assert.match(asked, /Only the co-borrower can cancel this payment/)
  assert.doesNotMatch(asked, /canceled already/)
  const own = hiddenOf((await ben.browser.get(`${ben.base}/bank-accounts/new`)).text)
  const refused = await ben.browser.post(`${path}/cancellation`, own)
  assert.equal(refused.status, 422)
  assert.match(wordsOf(refused.text), /Only the co-borrower can cancel this payment/)
})

test('a payment is canceled until its file goes, and once canceled stays so', async () => {
  const { answer } = await pay(elena, { choice: 'other', amount: '52.00', on: '2026-12-01' })
  const path = answer.headers.get('location') ?? ''
  const asked = await elena.browser.get(`${path}/cancellation`)
  assert.match(wordsOf(asked.text), /\$52\.00 for Tuesday, December 1 will not be taken\./)
  const done = await elena.browser.submit(`${path}/cancellation`, {})
  assert.equal(done.headers.get('location'), path)
  const text = wordsOf((await elena.browser.get(path)).text)
  assert.match(text, /Payment canceled/)
  assert.match(text, /Nothing was taken and nothing will be\./)
})

test('after the cutoff of its file a payment can no longer be canceled', async () => {
  const { answer } = await pay(elena, { choice: 'other', amount: '53.00', on: '2026-11-25' })
  const path = answer.headers.get('location') ?? ''
  const form = hiddenOf((await elena.browser.get(`${path}/cancellation`)).text)
  world.clock.set('2026-11-25T22:00:00.000Z')
  const fresh = await world.signIn('elena.marsh', ELENA)
  const own = hiddenOf((await fresh.browser.get(`${fresh.base}/bank-accounts/new`)).text)
  const late = await fresh.browser.post(`${path}/cancellation`, { ...form, token: own.token ?? '' })
  assert.equal(late.status, 422)
  assert.match(wordsOf(late.text), /This payment cannot be canceled any more/)
})

test('a payment that is not there, or no id at all, is refused without a trace of the program', async () => {
  for (const id of [crypto.randomUUID(), 'x', '%00', "1' or '1'='1"]) {
    const page = await elena.browser.get(`${elena.base}/payments/${encodeURIComponent(id)}`)
    assert.equal(page.status, 404)
    assert.match(wordsOf(page.text), /There is no such payment on this account\./)
  }
})

test('a form without its key, or with hidden fields of its own making, takes nothing', async () => {
  const before = await scheduledCount(ELENA)
  const page = await review(elena, { choice: 'due', on: '2026-12-02' })
  const hidden: Fields = { ...hiddenOf(page.text), agreed: 'yes' }
  const { key: _, ...keyless } = hidden
  assert.equal((await elena.browser.post(`${elena.base}/payments`, keyless)).status, 422)
  const cheap = { ...hidden, shown: '1' }
  const answer = await elena.browser.post(`${elena.base}/payments`, cheap)
  assert.equal(answer.status, 422)
  assert.match(wordsOf(answer.text), /The amount is now \$513\.12/)
  assert.equal(await scheduledCount(ELENA), before)
})

// Complaints 4, 21 and 22 as a dealer meets them: the figure that closes, the payoff that does not
// come or falls short, and money that can still be taken back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents, minus } from '#src/domain/money.ts'
import { payoffLetterSheet } from '#src/formats/documents/payoff-letter.ts'
import { printPayoffLetter } from '#src/servicing/documents/print-payoff-letter.ts'
import { openPaper } from '#src/servicing/documents/read-papers.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { quotePayoff } from '#src/servicing/quote-payoff.ts'
import { statePayoff } from '#src/servicing/sharing/state-payoff.ts'
import { watchPayoffs } from '#src/servicing/sharing/watch-payoffs.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { viewAccount } from '#src/servicing/view-account.ts'
import { readAutopays } from '#src/store/autopay/autopays.ts'
import { readIntended } from '#src/store/sharing/intended-payoffs.ts'
import { type ComplaintWorld, complaintWorld } from '#test/support/complaint-world.ts'
import { newTestId } from '#test/support/database.ts'
import { testPapers } from '#test/support/papers.ts'
import { paid } from '#test/support/payment-orders.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { dealerWith, share } from '#test/support/shared-payoff.ts'
import { wordsOf } from '#test/support/signed-in.ts'

const ELENA = '1048264417'
const MARCUS = '1048264425'
const DANA = '1048264433'
const PAIR = '1048264458'

let world: ComplaintWorld
before(async () => {
  world = await complaintWorld([ELENA, MARCUS, DANA, PAIR])
})
after(() => world.close())

/** A check that the desk posts. */
function byCheck(accountId: string, amount: number, on: string) {
  return postPayment(world.ctx, {
    ...{ accountId, amount: cents(amount), effectiveDate: date(on) },
    ...{ extra: 'principal', extraAmount: null, toCharges: cents(0) },
    ...{ channel: 'mail', paymentId: null },
  })
}

async function messagesOf(accountId: string): Promise<string[]> {
  const rows = await world.ctx.db
    .selectFrom('outbox')
    .select('template')
    .where('account_id', '=', accountId)
    .where('template', 'in', ['dealerPaying', 'payoffLate', 'payoffShort', 'payoffArrived'])
    .orderBy('created_at')
    .execute()
  return rows.map(({ template }) => template)
}

test('complaint 4: what becomes of a small remainder stands on quote, letter and dealer’s page', async () => {
  const marcus = await world.signIn('marcus.odell', MARCUS)
  const page = wordsOf((await marcus.browser.get(`${marcus.base}/payoff`)).text)
  assert.match(page, /If less arrives The loan stays open for the rest, and interest runs on that/)
  const shared = await share(marcus)
  const seen = await (await dealerWith(world.portal, shared)).get('/shared')
  assert.match(wordsOf(seen.text), /If less arrives, the loan stays open for the rest\./)
  const owner = await world.book.ownerOf(MARCUS)
  const ctx = { ...world.ctx, ...testPapers() }
  const asked = { on: date('2026-11-25'), locale: 'en' } as const
  const printed = await printPayoffLetter(ctx, owner, asked)
  assert.ok(printed.ok)
  const paper = await openPaper(ctx, owner, printed.value.documentId)
  assert.ok(paper.ok && paper.value.facts.kind === 'payoffLetter')
  const { facts, bytes } = paper.value
  assert.match((await readPdf(bytes)).text, /If less arrives, the loan stays open for the rest\./)
  const said = (of: Partial<typeof facts>) =>
    payoffLetterSheet({ ...facts, ...of }).columns.flatMap(({ lines }) => lines)
  const dropped = 'If no more than $5.00 is missing, we drop it and the loan closes; for more it'
  const isDropped = (line: string) => line.includes(dropped)
  assert.ok(said({ smallRemainder: cents(500) }).some(isDropped))
  const chargedOff = { ...facts.cleared, chargedOff: cents(100) }
  assert.ok(!said({ smallRemainder: cents(500), cleared: chargedOff }).some(isDropped))
})

test('complaint 22: what a dealer is told nets no money that a bank can still take back', async () => {
  const elena = await world.book.ownerOf(ELENA)
  await paid(world.ctx, elena, {
    choice: 'other',
    amount: cents(120_000),
    effective: date('2026-11-25'),
  })
  const signedIn = await world.signIn('elena.marsh', ELENA)
  const shared = await share(signedIn)
  await world.dayEnds('2026-11-25')
  world.at('2026-11-27', '09:00')
  const quoted = await quotePayoff(world.ctx, elena, { on: date('2026-11-30') })
  assert.ok(quoted.ok && quoted.value.clearedOnlyTotal !== null)
  const { clearedOnlyTotal, payoff } = quoted.value
  assert.ok(clearedOnlyTotal >= payoff.total + 120_000)
  const dealer = await dealerWith(world.portal, shared)
  const seen = wordsOf((await dealer.get('/shared?on=2026-11-30')).text)
  const dollars = (amount: number) =>
    (amount / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' })
  assert.ok(
    seen.includes(`Closes the loan on Monday, November 30, 2026 ${dollars(clearedOnlyTotal)}`),
  )
  assert.match(
    seen,
    /Money that a bank can still take back until December \d+, 2026 is not counted/,
  )
  assert.ok(seen.includes(dollars(payoff.total)))
})

test('complaint 21: a dealer who does not pay: both sides are warned once, and nothing was stopped', async () => {
  world.at('2026-11-27', '09:10')
  const marcus = await world.book.ownerOf(MARCUS)
  const owner = await world.signIn('marcus.odell', MARCUS)
  const autopayBefore = await readAutopays(world.ctx.db, marcus.accountId)
  const shared = await share(owner, 'Harbor Street Motors')
  const dealer = await dealerWith(world.portal, shared)
  const said = {
    ...{ payer: 'Harbor Street Motors', amount: '9,000.00', expectedOn: '2026-12-01' },
    ...{ email: 'desk@harbor.example', consent: 'yes' },
  }
  const page = (await dealer.get('/shared')).text
  const hidden = Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="(token|key)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name, value],
    ),
  )
  for (let time = 0; time < 2; time += 1) {
    const answer = await dealer.post('/shared/payoff', { ...hidden, ...said })
    assert.equal(answer.headers.get('location'), '/shared?done=said')
  }
  assert.equal((await readIntended(world.ctx.db, { ...marcus, limit: 9 })).length, 1)
  assert.match(wordsOf((await dealer.get('/shared?done=said')).text), /You said: \$9,000\.00/)
  const overview = wordsOf((await owner.browser.get(owner.base)).text)
  assert.match(overview, /Awaited from Harbor Street Motors: \$9,000\.00 by Tuesday, December 1/)
  assert.match(overview, /Keep paying until it is here/)
  assert.deepEqual(await readAutopays(world.ctx.db, marcus.accountId), autopayBefore)

  assert.equal(await watchPayoffs(world.ctx), 0)
  await world.dayEnds('2026-12-01')
  assert.equal(await watchPayoffs(world.ctx), 0, 'its day is not over')
  await world.dayEnds('2026-12-02')
  const runs = await Promise.all(Array.from({ length: 8 }, () => watchPayoffs(world.ctx)))
  assert.equal(
    runs.reduce((sum, one) => sum + one, 0),
    1,
  )
  assert.deepEqual(await messagesOf(marcus.accountId), ['dealerPaying', 'payoffLate'])
  const sent = await world.deliver()
  const toDealer = sent.filter(({ to }) => to === 'desk@harbor.example')
  assert.equal(toDealer.length, 1)
  assert.doesNotMatch(JSON.stringify(toDealer), /Odell|Marcus|4425|http/)
  assert.match(JSON.stringify(toDealer), /It is not here/)
  const late = await dealerWith(world.portal, shared)
  assert.match(wordsOf((await late.get('/shared')).text), /has not arrived/)
  const again = await world.signIn('marcus.odell', MARCUS)
  const warned = wordsOf((await again.browser.get(`${again.base}/payoff/dealer`)).text)
  assert.match(warned, /The payoff from Harbor Street Motors is late/)
})

test('complaint 21: a payoff that falls short says by how much, to both, and one that closes says so', async () => {
  const marcus = await world.book.ownerOf(MARCUS)
  const total = await quotePayoff(world.ctx, marcus, { on: date('2026-12-03') })
  assert.ok(total.ok)
  await byCheck(marcus.accountId, minus(total.value.payoff.total, cents(12_345)), '2026-12-02')
  assert.equal(await watchPayoffs(world.ctx), 1)
  assert.equal(await watchPayoffs(world.ctx), 0)
  const [short] = await readIntended(world.ctx.db, { ...marcus, limit: 1 })
  assert.equal(short?.state, 'short')
  const left = await viewAccount(world.ctx, marcus)
  assert.ok(left.product === 'loan')
  assert.equal(short.missing, left.payoffToday.total)
  const owner = await world.signIn('marcus.odell', MARCUS)
  assert.match(
    wordsOf((await owner.browser.get(`${owner.base}/payoff`)).text),
    /The payoff fell short: \$1\d\d\.\d\d is missing/,
  )
  await byCheck(marcus.accountId, left.payoffToday.total, '2026-12-02')
  assert.equal(await watchPayoffs(world.ctx), 1)
  const [done] = await readIntended(world.ctx.db, { ...marcus, limit: 1 })
  assert.deepEqual([done?.state, done?.sealed], ['arrived', null])
  assert.deepEqual(await messagesOf(marcus.accountId), [
    ...['dealerPaying', 'payoffLate', 'payoffShort', 'payoffArrived'],
  ])
  const closed = wordsOf((await owner.browser.get(`${owner.base}/payoff/dealer`)).text)
  assert.match(closed, /Paid off\. Nothing more is awaited from Harbor Street Motors/)
})

test('complaint 21: an installment of the owner’s own is no payoff that fell short', async () => {
  const pair = await world.book.ownerOf(PAIR)
  const order = { payer: 'A dealer', amount: cents(900_000), contact: null, formKey: newTestId() }
  const by = { ...pair, linkId: null }
  const stated = await statePayoff(world.ctx, by, { ...order, expectedOn: date('2026-12-09') })
  assert.ok(stated.ok)
  await byCheck(pair.accountId, 30_000, '2026-12-02')
  assert.equal(await watchPayoffs(world.ctx), 0)
  const anew = { ...order, formKey: newTestId(), expectedOn: date('2026-12-10') }
  assert.ok((await statePayoff(world.ctx, by, anew)).ok)
  const states = (await readIntended(world.ctx.db, { ...pair, limit: 9 })).map(({ state }) => state)
  assert.deepEqual(states.sort(), ['expected', 'replaced'])
  const past = { ...order, formKey: newTestId(), expectedOn: date('2026-11-01') }
  const refused = await statePayoff(world.ctx, by, past)
  assert.ok(!refused.ok && refused.refusal.code === 'quoteDateOutOfRange')
})

test('complaint 4: the amount that a dealer is told, paid on its day, leaves exactly 0.00', async () => {
  const owner = await world.signIn('dana.whitlock', DANA)
  const dana = await world.book.ownerOf(DANA)
  const shared = await share(owner, 'Trade-in Motors')
  const dealer = await dealerWith(world.portal, shared)
  const seen = wordsOf((await dealer.get('/shared?on=2026-12-03')).text)
  const [, told = ''] = /Closes the loan on Thursday, December 3, 2026 \$([\d,.]+)/.exec(seen) ?? []
  await world.dayEnds('2026-12-03')
  await byCheck(dana.accountId, Number(told.replace(/[,.]/g, '')), '2026-12-03')
  const view = await viewAccount(world.ctx, dana)
  assert.ok(view.product === 'loan')
  assert.deepEqual([view.status, view.payoffToday.total, view.position.suspense], ['closed', 0, 0])
  const paidOff = wordsOf((await (await dealerWith(world.portal, shared)).get('/shared')).text)
  assert.match(paidOff, /This loan is paid off/)
  assert.deepEqual((await verifyLedger(world.ctx)).problems, [])
})

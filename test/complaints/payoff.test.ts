// Complaints 4 and 22: a payoff that closes at exactly 0.00, and money that can still come back.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { quotePayoff } from '#src/servicing/quote-payoff.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { viewAccount } from '#src/servicing/view-account.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { readQuote } from '#src/store/payments/payoff-quotes.ts'
import { type ComplaintWorld, complaintWorld } from '#test/support/complaint-world.ts'
import { paid } from '#test/support/payment-orders.ts'
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

async function quoted(number: string, on: string) {
  const owner = await world.book.ownerOf(number)
  const quote = await quotePayoff(world.ctx, owner, { on: date(on) })
  assert.ok(quote.ok)
  return { owner, quote: quote.value }
}

test('complaint 4: paid on any day of the quote, three accounts close at exactly 0.00', async () => {
  // Dana is late and has charges, Marcus is late without, the pair pay as agreed.
  const asked = [DANA, MARCUS, PAIR]
  const days = ['2026-11-25', '2026-11-27', '2026-12-01']
  const payments: { number: string; id: string; quoteId: string; total: number }[] = []
  for (const [at, number] of asked.entries()) {
    const { owner, quote } = await quoted(number, '2026-11-25')
    const on = date(days[at] ?? '')
    const day = quote.days.find((each) => each.on === on)
    const id = await paid(world.ctx, owner, { choice: 'payoff', effective: on })
    payments.push({ number, id, quoteId: quote.quote.id, total: day?.total ?? 0 })
  }
  for (const day of ['2026-11-25', '2026-11-27', '2026-11-30', '2026-12-01'])
    await world.dayEnds(day)
  for (const { number, id, quoteId, total } of payments) {
    const owner = await world.book.ownerOf(number)
    const view = await viewAccount(world.ctx, owner)
    assert.ok(view.product === 'loan')
    assert.equal(view.status, 'closed', number)
    assert.equal(view.payoffToday.total, 0)
    assert.equal(view.position.suspense, 0)
    const made = view.scheduledPayments.find((payment) => payment.id === id)
    assert.equal(made?.amount, total)
    const quote = await readQuote(world.ctx.db, { accountId: owner.accountId, id: quoteId })
    assert.equal(quote?.state, 'used')
  }
  assert.deepEqual((await verifyLedger(world.ctx)).problems, [])
})

test('complaint 22: money that can still come back stands apart, with its dates, until it clears', async () => {
  const elena = await world.book.ownerOf(ELENA)
  const paymentId = await paid(world.ctx, elena, {
    choice: 'other',
    amount: cents(120_000),
    effective: date('2026-12-02'),
  })
  await world.dayEnds('2026-12-02')
  const { quote } = await quoted(ELENA, '2026-12-04')
  const bogus = quote.returnable.find(({ amount }) => amount === 120_000)
  // Withdrawn December 3, and five banking days for lack of funds.
  assert.equal(bogus?.until, '2026-12-10')
  assert.ok(quote.clearedOnlyTotal !== null)
  assert.ok(quote.clearedOnlyTotal >= quote.payoff.total + 120_000)
  const { browser, base } = await world.signIn('elena.marsh', ELENA)
  const page = wordsOf((await browser.get(`${base}/payoff?on=2026-12-04`)).text)
  assert.match(page, /Your \$1,200\.00 payment of Dec 2 is counted\./)
  assert.match(page, /Cleared money only/)

  await world.comesBack(paymentId, 'R10', '341')
  const old = await readQuote(world.ctx.db, { accountId: elena.accountId, id: quote.quote.id })
  assert.equal(old?.state, 'superseded')
  const { quote: anew } = await quoted(ELENA, '2026-12-04')
  assert.equal(anew.payoff.total, quote.clearedOnlyTotal)
  assert.equal(
    anew.returnable.some(({ amount }) => amount === 120_000),
    false,
  )
})

test('complaint 22: what has cleared is not held against anybody any more', async () => {
  const elena = await world.book.ownerOf(ELENA)
  // The first bank account is stopped: its bank said that nobody had permitted the payment.
  const [, savings] = await readFundingAccounts(world.ctx.db, elena)
  await paid(world.ctx, elena, {
    choice: 'other',
    amount: cents(51_312),
    effective: date('2026-12-03'),
    fundingAccountId: savings?.id ?? '',
  })
  await world.dayEnds('2026-12-03')
  const { quote } = await quoted(ELENA, '2026-12-07')
  const money = quote.returnable.find(({ amount }) => amount === 51_312)
  assert.equal(money?.until, '2026-12-11')
  const until = quote.days.find(({ on }) => on === addDays(date('2026-12-11'), -1))
  const after = quote.days.find(({ on }) => on === '2026-12-11')
  assert.ok(until?.clearedOnly !== until?.total)
  assert.equal(after?.clearedOnly, after?.total)
})

// A payoff that provably closes: whatever happens between quote and payment, paying the quote
// leaves exactly 0.00, or the quote says that it is superseded before money is taken.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, type CivilDate, date } from '#src/domain/calendar.ts'
import { type Cents, cents } from '#src/domain/money.ts'
import { interestDue } from '#src/domain/rules/position.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { closeDay } from '#src/servicing/closing/close-day.ts'
import type { Owner } from '#src/servicing/context.ts'
import { loadLoan } from '#src/servicing/load-account.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { quotePayoff } from '#src/servicing/quote-payoff.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { insertQuote, readQuote } from '#src/store/payments/payoff-quotes.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const ELENA = '1048264417'
const GRACE = '1048264425'
const PAIR = '1048264458'
const PAID_OFF = '1048264490'
const today = date('2026-11-24')
let book: PlantedBook

before(async () => {
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z' })
})
after(() => book.close())

async function quote(owner: Owner, on: CivilDate) {
  const quoted = await quotePayoff(book.ctx, owner, { on })
  assert.ok(quoted.ok)
  return quoted.value
}

async function post(owner: Owner, amount: Cents, effectiveDate: CivilDate) {
  const terms = { extra: 'installments', extraAmount: null, toCharges: cents(0) } as const
  const { accountId } = owner
  await postPayment(book.ctx, {
    accountId,
    amount,
    effectiveDate,
    ...terms,
    channel: 'mail',
    paymentId: null,
  })
}

async function stateOf(owner: Owner, id: string) {
  return (await readQuote(book.ctx.db, { accountId: owner.accountId, id }))?.state
}

async function owedOn(owner: Owner, on: CivilDate): Promise<number> {
  const { ledger } = await loadLoan(book.ctx.db, owner.accountId)
  const { principal, lateCharges, fees, suspense } = ledger.position
  return principal + interestDue(ledger.position, on) + lateCharges + fees - suspense
}

test('the same day and facts give the same quote; another day another number', async () => {
  const owner = await book.ownerOf(ELENA)
  const first = await quote(owner, date('2026-12-04'))
  const again = await quote(owner, date('2026-12-04'))
  assert.equal(again.quote.number, first.quote.number)
  assert.match(first.quote.number, /^PQ-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  assert.equal(first.quote.goodThrough, '2026-12-14')
  assert.equal(first.days.length, 11)
  assert.notEqual((await quote(owner, date('2026-12-05'))).quote.number, first.quote.number)
})

test('money that the bank can still return is told apart', async () => {
  const owner = await book.ownerOf(ELENA)
  const view = await quote(owner, date('2026-12-04'))
  assert.deepEqual(
    view.returnable.map(({ amount, until }) => ({ amount, until })),
    [{ amount: 25_000, until: '2026-12-01' }],
  )
  assert.ok(view.clearedOnlyTotal !== null && view.clearedOnlyTotal > view.payoff.total + 25_000)
})

test('day by day, money counts as cleared from the day on which it clears', async () => {
  const owner = await book.ownerOf(ELENA)
  const { days } = await quote(owner, date('2026-11-29'))
  for (const { on, total, clearedOnly } of days) {
    assert.ok(clearedOnly !== null)
    if (on < '2026-12-01') assert.ok(clearedOnly > total + 25_000, on)
    else assert.equal(clearedOnly, total, on)
  }
})

test('days outside the range and a closed account are refused', async () => {
  const owner = await book.ownerOf(ELENA)
  for (const on of ['2026-11-23', '2027-01-09', '1999-01-01'].map(date)) {
    const quoted = await quotePayoff(book.ctx, owner, { on })
    assert.ok(!quoted.ok && quoted.refusal.code === 'quoteDateOutOfRange')
  }
  const closed = await quotePayoff(book.ctx, await book.ownerOf(PAID_OFF), { on: today })
  assert.ok(!closed.ok && closed.refusal.code === 'accountClosed')
})

test('a co-obligor pays in between: the quote is superseded, the next one closes at 0.00', async () => {
  const ruth = await book.ownerOf(PAIR)
  const ben = await book.ownerOf(PAIR, 'co')
  const first = await quote(ruth, date('2026-11-30'))
  await post(ben, cents(10_000), today)
  assert.equal(await stateOf(ruth, first.quote.id), 'superseded')
  const second = await quote(ruth, date('2026-11-30'))
  await post(ruth, second.payoff.total, date('2026-11-30'))
  assert.equal(await owedOn(ruth, date('2026-11-30')), 0)
  const { account } = await loadLoan(book.ctx.db, ruth.accountId)
  assert.equal(account.status, 'closed')
})

test('however many quotes are open, each is found again, and each says when it no longer holds', async () => {
  const owner = await book.ownerOf(GRACE)
  const first = await quote(owner, date('2026-12-11'))
  const { accountId } = owner
  const kept = await readQuote(book.ctx.db, { accountId, id: first.quote.id })
  assert.ok(kept)
  await book.ctx.db.transaction().execute(async (tx) => {
    for (let at = 0; at < 501; at += 1)
      await insertQuote(tx, {
        ...kept,
        ...{ id: book.ctx.newId(), number: `PQ-TEST-${String(at).padStart(4, '0')}` },
        ...{ obligorId: null, onDate: date('2026-12-12') },
      })
  })
  assert.equal((await quote(owner, date('2026-12-11'))).quote.number, first.quote.number)
  await post(owner, cents(1_000), today)
  assert.equal(await stateOf(owner, first.quote.id), 'superseded')
})

test('a back-dated payment supersedes the quote', async () => {
  const owner = await book.ownerOf(ELENA)
  const first = await quote(owner, date('2026-12-04'))
  await post(owner, cents(5_000), date('2026-10-20'))
  assert.equal(await stateOf(owner, first.quote.id), 'superseded')
  const second = await quote(owner, date('2026-12-04'))
  await post(owner, second.payoff.total, date('2026-12-04'))
  assert.equal(await owedOn(owner, date('2026-12-04')), 0)
})

test('a late charge that falls due before the day is a line of the quote, and closes of day leave it right', async () => {
  const owner = await book.ownerOf(GRACE)
  const on = date('2026-12-02')
  const before = await quote(owner, today)
  assert.equal(before.payoff.lateChargesToCome, 0)
  const view = await quote(owner, on)
  assert.ok(view.payoff.lateChargesToCome > 0)
  while ((await businessDay(book.ctx.db)) < on) {
    const day = await businessDay(book.ctx.db)
    book.clock.instant = `${addDays(day, 1)}T12:00:00.000Z`
    await closeDay(book.ctx, day)
  }
  const { ledger } = await loadLoan(book.ctx.db, owner.accountId)
  assert.equal(ledger.position.lateCharges, view.payoff.lateChargesToCome)
  assert.equal(await stateOf(owner, view.quote.id), 'open')
  assert.equal(await stateOf(owner, before.quote.id), 'open')
  await post(owner, view.payoff.total, on)
  assert.equal(await owedOn(owner, on), 0)
})

test('quotes end with their last day', async () => {
  const owner = await book.ownerOf('1048264474')
  const view = await quote(owner, date('2026-12-03'))
  for (let day = await businessDay(book.ctx.db); day <= view.quote.goodThrough; ) {
    await closeDay(book.ctx, day)
    day = await businessDay(book.ctx.db)
  }
  assert.equal(await stateOf(owner, view.quote.id), 'expired')
})

test('after all of it, the ledger follows from its events', async () => {
  const proof = await verifyLedger(book.ctx)
  assert.deepEqual(proof.problems, [])
})

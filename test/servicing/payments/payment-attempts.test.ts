// A payment that is refused when it is sent has a number of its own, and moves no money.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { Owner } from '#src/servicing/context.ts'
import { makePayment } from '#src/servicing/payments/make-payment.ts'
import { ownAttempts } from '#src/servicing/payments/own-attempts.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { orderFor, paid } from '#test/support/payment-orders.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const ELENA = '1048264417'
const DANA = '1048264433'
const PAIR = '1048264458'
let book: PlantedBook
let elena: Owner
before(async () => {
  const numbers = [ELENA, DANA, PAIR]
  book = await plantedBook({ today: date('2026-11-24'), now: '2026-11-24T16:48:00.000Z', numbers })
  elena = await book.ownerOf(ELENA)
})
after(() => book.close())

test('what is refused is kept with a number that leads to the account, and sets no payment', async () => {
  const order = await orderFor(book.ctx, elena, {}, { shownAmount: cents(1) })
  const made = await makePayment(book.ctx, elena, order)
  assert.ok(!made.ok)
  assert.equal(made.refusal.code, 'amountChanged')
  const { attempt } = made
  assert.match(attempt ?? '', /^KT[0-9A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  const { db, vault } = book.ctx
  const outside = { kind: 'confirmation', number: attempt ?? '' } as const
  assert.equal(await findAccountByNumber(db, vault, outside), elena.accountId)
  assert.deepEqual(await readPayments(db, elena.accountId), [])
  const [kept] = await ownAttempts(book.ctx, elena)
  assert.equal(kept?.number, attempt)
  assert.equal(kept?.reason, 'amountChanged')
  assert.equal(kept?.amount, 1)
})

test('the same form that fails thirty times at once is one attempt', async () => {
  const order = await orderFor(book.ctx, elena, { effective: date('2027-06-01') })
  const before = (await ownAttempts(book.ctx, elena)).length
  const made = await Promise.all(
    Array.from({ length: 30 }, () => makePayment(book.ctx, elena, order)),
  )
  assert.equal(new Set(made.map((each) => (each.ok ? 'made' : each.attempt))).size, 1)
  assert.equal((await ownAttempts(book.ctx, elena)).length, before + 1)
})

test('a question that waits for its answer is no failed attempt', async () => {
  const before = (await ownAttempts(book.ctx, elena)).length
  await paid(book.ctx, elena, { choice: 'other', amount: cents(20_000) })
  const asked = [
    await orderFor(book.ctx, elena, {}, { agreed: 'no' }),
    await orderFor(book.ctx, elena, { choice: 'other', amount: cents(20_000) }),
    await orderFor(book.ctx, elena, { choice: 'other', amount: cents(513_120) }),
  ]
  const codes = []
  for (const order of asked) {
    const made = await makePayment(book.ctx, elena, order)
    assert.ok(!made.ok && made.attempt === null)
    codes.push(made.refusal.code)
  }
  assert.deepEqual(codes, ['authorizationMissing', 'duplicatePayment', 'unusualAmount'])
  assert.equal((await ownAttempts(book.ctx, elena)).length, before)
})

test('an unusual amount is asked about once and then made', async () => {
  const choice = { choice: 'other', amount: cents(513_120), effective: date('2026-12-10') } as const
  const order = await orderFor(book.ctx, elena, choice)
  const asked = await makePayment(book.ctx, elena, order)
  assert.ok(!asked.ok && asked.refusal.code === 'unusualAmount')
  assert.equal(asked.refusal.how, 'tenTimes')
  const meant = await makePayment(book.ctx, elena, { ...order, unusualConfirmed: 'yes' })
  assert.ok(meant.ok)
})

test('money for principal alone waits for what is past due, and says how much that is', async () => {
  const dana = await book.ownerOf(DANA)
  const order = await orderFor(book.ctx, dana, { choice: 'principal', amount: cents(10_000) })
  const made = await makePayment(book.ctx, dana, order)
  assert.ok(!made.ok && made.refusal.code === 'principalWhilePastDue')
  assert.equal(made.refusal.pastDue, 88_698)
})

test('a co-borrower sees nothing of it', async () => {
  const ruth = await book.ownerOf(PAIR)
  const order = await orderFor(book.ctx, ruth, {}, { shownAmount: cents(1) })
  assert.ok(!(await makePayment(book.ctx, ruth, order)).ok)
  assert.equal((await ownAttempts(book.ctx, ruth)).length, 1)
  assert.deepEqual(await ownAttempts(book.ctx, await book.ownerOf(PAIR, 'co')), [])
})

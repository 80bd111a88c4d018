// Two people, two tabs, two browsers: whatever is pressed at once, one payment for one thing.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { makePayment } from '#src/servicing/payments/make-payment.ts'
import { viewAccount } from '#src/servicing/view-account.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { orderFor } from '#test/support/payment-orders.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const PAIR = '1048264458'
let book: PlantedBook
before(async () => {
  const now = '2026-11-24T16:48:00.000Z'
  book = await plantedBook({ today: date('2026-11-24'), now, numbers: [PAIR] })
})
after(() => book.close())

test('two co-obligors pay the same installment at once: one payment, the other is asked', async () => {
  const ruth = await book.ownerOf(PAIR)
  const ben = await book.ownerOf(PAIR, 'co')
  const orders = [await orderFor(book.ctx, ruth), await orderFor(book.ctx, ben)] as const
  const made = await Promise.all([
    makePayment(book.ctx, ruth, orders[0]),
    makePayment(book.ctx, ben, orders[1]),
  ])
  assert.equal(made.filter(({ ok }) => ok).length, 1)
  const [no] = made.filter((each) => !each.ok)
  assert.ok(no && !no.ok && no.refusal.code === 'duplicatePayment')
  const payments = await readPayments(book.ctx.db, ruth.accountId)
  assert.equal(payments.length, 1)
  assert.match(no.refusal.confirmation, new RegExp(payments[0]?.confirmation ?? 'none'))
  for (const owner of [ruth, ben]) {
    const { scheduledPayments } = await viewAccount(book.ctx, owner)
    assert.equal(scheduledPayments.length, 1)
    const mine = payments[0]?.obligorId === owner.obligorId
    assert.equal(scheduledPayments[0]?.mine, mine)
    assert.equal(scheduledPayments[0]?.fundingLabel === null, !mine)
  }
})

test('two tabs with the same amount for the same day: the second is asked, not made', async () => {
  const ruth = await book.ownerOf(PAIR)
  const choice = { choice: 'other', amount: cents(7_700), effective: date('2026-12-09') } as const
  const tabs = [await orderFor(book.ctx, ruth, choice), await orderFor(book.ctx, ruth, choice)]
  const made = await Promise.all(tabs.map((order) => makePayment(book.ctx, ruth, order)))
  assert.equal(made.filter(({ ok }) => ok).length, 1)
  const payments = await readPayments(book.ctx.db, ruth.accountId)
  assert.equal(payments.filter(({ amount }) => amount === 7_700).length, 1)
})

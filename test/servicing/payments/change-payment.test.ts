// A scheduled payment becomes another until its cutoff: the same number, a new permission, what it
// was kept beside it.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { Owner } from '#src/servicing/context.ts'
import { cancelPayment } from '#src/servicing/payments/cancel-payment.ts'
import { changePayment } from '#src/servicing/payments/change-payment.ts'
import { viewPayment } from '#src/servicing/payments/view-payment.ts'
import { orderFor, paid } from '#test/support/payment-orders.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const ELENA = '1048264417'
const PAIR = '1048264458'
const NOW = '2026-11-24T16:48:00.000Z'
let book: PlantedBook
let elena: Owner
before(async () => {
  book = await plantedBook({ today: date('2026-11-24'), now: NOW, numbers: [ELENA, PAIR] })
  elena = await book.ownerOf(ELENA)
})
beforeEach(() => {
  book.clock.instant = NOW
})
after(() => book.close())

const third = { choice: 'other', amount: cents(20_000), effective: date('2026-12-03') } as const
const fourth = { choice: 'other', amount: cents(25_000), effective: date('2026-12-04') } as const

async function seen(owner: Owner, paymentId: string) {
  const view = await viewPayment(book.ctx, owner, paymentId)
  assert.ok(view.ok)
  return view.value
}

test('amount, day and dates become the new ones; number and history stay, its owner is told', async () => {
  const paymentId = await paid(book.ctx, elena, third)
  const was = await seen(elena, paymentId)
  const order = await orderFor(book.ctx, elena, fourth)
  const changed = await changePayment(book.ctx, elena, { ...order, paymentId })
  assert.ok(changed.ok)
  const is = await seen(elena, paymentId)
  assert.equal(is.payment.confirmation, was.payment.confirmation)
  assert.equal(is.payment.createdAt, was.payment.createdAt)
  assert.equal(is.payment.amount, 25_000)
  assert.equal(is.payment.effective, '2026-12-04')
  assert.equal(is.payment.withdrawn, '2026-12-07')
  assert.equal(is.payment.authorizationText, order.authorizationText)
  assert.deepEqual(
    is.changes.map(({ number, amount, effectiveDate }) => [number, amount, effectiveDate]),
    [[1, 20_000, '2026-12-03']],
  )
  const told = await book.ctx.db
    .selectFrom('outbox')
    .select(['channel', 'parameters'])
    .where('template', '=', 'paymentChanged')
    .execute()
  assert.deepEqual([...new Set(told.map(({ channel }) => channel))].sort(), ['email', 'portal'])
  assert.match(JSON.stringify(told[0]?.parameters), new RegExp(was.payment.confirmation))
  await cancelPayment(book.ctx, elena, { paymentId })
})

test('one form sent twenty times at once changes once', async () => {
  const paymentId = await paid(book.ctx, elena, third)
  const order = { ...(await orderFor(book.ctx, elena, fourth)), paymentId }
  const all = await Promise.all(
    Array.from({ length: 20 }, () => changePayment(book.ctx, elena, order)),
  )
  assert.ok(all.every((each) => each.ok))
  assert.equal((await seen(elena, paymentId)).changes.length, 1)
  await cancelPayment(book.ctx, elena, { paymentId })
})

test('a change and a cancellation at once: one of them wins, and the payment says which', async () => {
  for (let round = 0; round < 5; round += 1) {
    const paymentId = await paid(book.ctx, elena, third)
    const order = { ...(await orderFor(book.ctx, elena, fourth)), paymentId }
    const [changed, canceled] = await Promise.all([
      changePayment(book.ctx, elena, order),
      cancelPayment(book.ctx, elena, { paymentId }),
    ])
    assert.ok(canceled.ok)
    const { payment, changes } = await seen(elena, paymentId)
    assert.equal(payment.state, 'canceled')
    assert.equal(changes.length, changed.ok ? 1 : 0)
    assert.equal(payment.amount, changed.ok ? 25_000 : 20_000)
  }
})

test('until its cutoff and not after; what is canceled stays as it was', async () => {
  const paymentId = await paid(book.ctx, elena, third)
  const order = { ...(await orderFor(book.ctx, elena, fourth)), paymentId }
  book.clock.instant = '2026-12-03T22:00:00.000Z'
  const late = await changePayment(book.ctx, elena, order)
  assert.ok(!late.ok && late.refusal.code === 'paymentNotChangeable')
  book.clock.instant = '2026-12-03T21:59:59.999Z'
  assert.equal((await seen(elena, paymentId)).isCancelable, true)
  book.clock.instant = NOW
  await cancelPayment(book.ctx, elena, { paymentId })
  const gone = await changePayment(book.ctx, elena, order)
  assert.ok(!gone.ok && gone.refusal.code === 'paymentNotChangeable')
})

test('it is checked as a new one: permission, amount, day, bank account, and not against itself', async () => {
  const paymentId = await paid(book.ctx, elena, { effective: date('2026-12-03') })
  const due = { effective: date('2026-12-04') }
  const wrong: [Parameters<typeof orderFor>[2], Parameters<typeof orderFor>[3], string][] = [
    [due, { agreed: 'no' }, 'authorizationMissing'],
    [due, { shownAmount: cents(1) }, 'amountChanged'],
    [{ effective: date('2027-06-01') }, {}, 'paymentDateOutOfRange'],
    [{ choice: 'other', amount: cents(1) }, {}, 'amountTooSmall'],
    [{ fundingAccountId: '0199e000-0000-7000-8000-000000000000' }, {}, 'fundingAccountNotFound'],
  ]
  for (const [choice, change, code] of wrong) {
    const order = await orderFor(book.ctx, elena, choice, change)
    const done = await changePayment(book.ctx, elena, { ...order, paymentId })
    assert.equal(done.ok ? 'changed' : done.refusal.code, code)
  }
  const order = await orderFor(book.ctx, elena, due)
  assert.ok((await changePayment(book.ctx, elena, { ...order, paymentId })).ok)
  assert.equal((await seen(elena, paymentId)).payment.effective, '2026-12-04')
  await cancelPayment(book.ctx, elena, { paymentId })
})

test('nobody changes a co-borrower’s payment, or sees what it was before', async () => {
  const ruth = await book.ownerOf(PAIR)
  const ben = await book.ownerOf(PAIR, 'co')
  const paymentId = await paid(book.ctx, ruth, third)
  const order = await orderFor(book.ctx, ben, fourth)
  const done = await changePayment(book.ctx, ben, { ...order, paymentId })
  assert.ok(!done.ok && done.refusal.code === 'paymentOfCoBorrower')
  const own = await orderFor(book.ctx, ruth, fourth)
  assert.ok((await changePayment(book.ctx, ruth, { ...own, paymentId })).ok)
  const view = await seen(ben, paymentId)
  assert.deepEqual(view.changes, [])
  assert.equal(view.payment.fundingAccountId, null)
})

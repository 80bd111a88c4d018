// One debit of autopay, changed by its owner: it stays as they set it, whatever autopay would take,
// and the debits after it are what the change page says of them.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { decideAutopay } from '#src/servicing/autopay/decide-autopay.ts'
import { setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import { viewAutopay } from '#src/servicing/autopay/view-autopay.ts'
import type { Owner } from '#src/servicing/context.ts'
import { changePayment } from '#src/servicing/payments/change-payment.ts'
import type { PaymentChoice } from '#src/servicing/payments/check-choice.ts'
import { readPayment, readPayments } from '#src/store/payments/payments.ts'
import { newTestId } from '#test/support/database.ts'
import { orderFor } from '#test/support/payment-orders.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const ELENA = '1048264417'
const TODAY = date('2026-11-24')
const ON_DUE_DATE = date('2026-12-05')
let book: PlantedBook
let elena: Owner

before(async () => {
  book = await plantedBook({ today: TODAY, now: '2026-11-24T16:48:00.000Z', numbers: [ELENA] })
  elena = await book.ownerOf(ELENA)
  const { choice, authorizationText } = await orderFor(book.ctx, elena)
  const set = await setAutopay(book.ctx, elena, {
    terms: {
      ...{ amount: { kind: 'installment' }, day: { kind: 'dueDate' }, charges: 'notTaken' },
      ...{ begins: TODAY, ends: null },
    },
    fundingAccountId: choice.fundingAccountId,
    agreed: 'yes',
    authorizationText,
    idempotencyKey: newTestId(),
  })
  assert.ok(set.ok)
})
after(() => book.close())

/** The debit of December 5 becomes what is chosen; answers with its amount a close later. */
async function changed(choice: Partial<PaymentChoice>) {
  const { accountId } = elena
  const [debit] = await readPayments(book.ctx.db, accountId)
  assert.ok(debit)
  const paymentId = debit.id
  const order = await orderFor(book.ctx, elena, { effective: ON_DUE_DATE, ...choice })
  const unusual = { duplicateConfirmed: 'yes', unusualConfirmed: 'yes' } as const
  const done = await changePayment(book.ctx, elena, { ...order, ...unusual, paymentId })
  assert.ok(done.ok, done.ok ? '' : done.refusal.code)
  await decideAutopay(book.ctx, { accountIds: [accountId], businessDate: TODAY })
  return readPayment(book.ctx.db, { accountId, id: paymentId })
}

async function following() {
  const { view } = await viewAutopay(book.ctx, elena)
  return view?.next.map(({ on, amount }) => [on, amount])
}

test('less than the installment: no close sets it back, and the next debits do not take the rest', async () => {
  const payment = await changed({ choice: 'other', amount: cents(20_000) })
  assert.deepEqual([payment?.amount, payment?.state], [20_000, 'scheduled'])
  assert.deepEqual(await following(), [
    ['2026-12-05', 20_000],
    ['2027-01-05', 51_312],
    ['2027-02-05', 51_312],
  ])
})

test('more to principal is kept and lowers no debit; more for the next payments lowers the next', async () => {
  const more = { choice: 'duePlusExtra', extraAmount: cents(10_000) } as const
  const toPrincipal = await changed({ ...more, extra: 'principal' })
  assert.equal(toPrincipal?.amount, 61_312)
  assert.deepEqual((await following())?.[1], ['2027-01-05', 51_312])
  const ahead = await changed({ ...more, extra: 'installments' })
  assert.equal(ahead?.amount, 61_312)
  assert.deepEqual((await following())?.[1], ['2027-01-05', 41_312])
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { type Cents, cents } from '#src/domain/money.ts'
import type { Owner } from '#src/servicing/context.ts'
import { addFundingAccount } from '#src/servicing/funding/add-funding-account.ts'
import { deliverMessage } from '#src/servicing/messages/deliver-message.ts'
import { cancelPayment } from '#src/servicing/payments/cancel-payment.ts'
import type { PaymentChoice } from '#src/servicing/payments/check-choice.ts'
import type { PaymentOrder } from '#src/servicing/payments/decide-payment.ts'
import { makePayment } from '#src/servicing/payments/make-payment.ts'
import { paymentOptions } from '#src/servicing/payments/payment-options.ts'
import { viewPayment } from '#src/servicing/payments/view-payment.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { viewAccount } from '#src/servicing/view-account.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { orderFor } from '#test/support/payment-orders.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const ELENA = '1048264417'
const PAIR = '1048264458'
const today = date('2026-11-24')
let book: PlantedBook

before(async () => {
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [ELENA, PAIR] })
})
after(() => book.close())

const order = (
  owner: Owner,
  change: Partial<PaymentOrder> = {},
  choice: Partial<PaymentChoice> = {},
) => orderFor(book.ctx, owner, choice, change)

test('a payment is scheduled with its dates, an account of it and a receipt, and moves no money', async () => {
  const owner = await book.ownerOf(ELENA)
  const before = await viewAccount(book.ctx, owner)
  const made = await makePayment(book.ctx, owner, await order(owner))
  assert.ok(made.ok && made.value.wasNew === 'yes')
  const view = await viewPayment(book.ctx, owner, made.value.paymentId)
  assert.ok(view.ok)
  assert.equal(view.value.payment.state, 'scheduled')
  assert.equal(view.value.payment.effective, '2026-12-05')
  assert.equal(view.value.payment.withdrawn, '2026-12-07')
  assert.equal(view.value.payment.cleared, '2026-12-14')
  assert.match(view.value.payment.confirmation, /^KT[0-9A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  const after = await viewAccount(book.ctx, owner)
  assert.ok(before.product === 'loan' && after.product === 'loan')
  assert.equal(after.position.principal, before.position.principal)
  assert.equal(after.scheduledPayments.length, 1)

  const waiting = await book.ctx.db.selectFrom('outbox').select('id').execute()
  for (const { id } of waiting) {
    await deliverMessage(book.ctx, { outboxId: id })
    await deliverMessage(book.ctx, { outboxId: id })
  }
  const { messages } = await viewAccount(book.ctx, owner)
  assert.deepEqual(
    messages.map((message) => message.template),
    ['paymentScheduled'],
  )
  const canceled = await cancelPayment(book.ctx, owner, { paymentId: made.value.paymentId })
  assert.ok(canceled.ok)
})

test('one form sent fifty times at once makes one payment', async () => {
  const owner = await book.ownerOf(ELENA)
  const sent = await order(owner, {}, { choice: 'other', amount: cents(12_345) })
  const made = await Promise.all(
    Array.from({ length: 50 }, () => makePayment(book.ctx, owner, sent)),
  )
  const ids = new Set(made.map((each) => (each.ok ? each.value.paymentId : 'refused')))
  assert.equal(ids.size, 1)
  assert.equal(made.filter((each) => each.ok && each.value.wasNew === 'yes').length, 1)
  const payments = await readPayments(book.ctx.db, owner.accountId)
  assert.equal(payments.filter((payment) => payment.amount === 12_345).length, 1)
})

test('a second form for the same amount and day asks first', async () => {
  const owner = await book.ownerOf(ELENA)
  const choice = { choice: 'other', amount: cents(20_000) } as const
  const first = await makePayment(book.ctx, owner, await order(owner, {}, choice))
  assert.ok(first.ok)
  const second = await makePayment(book.ctx, owner, await order(owner, {}, choice))
  assert.ok(!second.ok && second.refusal.code === 'duplicatePayment')
  const meant = await order(owner, { duplicateConfirmed: 'yes' }, choice)
  assert.ok((await makePayment(book.ctx, owner, meant)).ok)
})

test('what was not shown, not agreed to, out of range or not theirs is refused', async () => {
  const owner = await book.ownerOf(ELENA)
  const refusals: [Partial<PaymentOrder>, Partial<PaymentChoice>, string][] = [
    [{ agreed: 'no' }, {}, 'authorizationMissing'],
    [{ shownAmount: cents(1) }, {}, 'amountChanged'],
    [{ shownAmount: cents(1) }, { choice: 'payoff' }, 'quoteSuperseded'],
    [{}, { effective: date('2026-11-23') }, 'paymentDateOutOfRange'],
    [{}, { effective: date('2027-03-01') }, 'paymentDateOutOfRange'],
    [{}, { choice: 'other', amount: cents(99) }, 'amountTooSmall'],
    [{}, { choice: 'other', amount: cents(99_999_999) }, 'amountAbovePayoff'],
    [{}, { fundingAccountId: '0199e000-0000-7000-8000-000000000000' }, 'fundingAccountNotFound'],
  ]
  for (const [change, choice, code] of refusals) {
    const made = await makePayment(book.ctx, owner, await order(owner, change, choice))
    assert.equal(made.ok ? 'made' : made.refusal.code, code)
  }
})

test('a co-borrower sees the payment, not the bank, and cannot cancel it', async () => {
  const ruth = await book.ownerOf(PAIR)
  const ben = await book.ownerOf(PAIR, 'co')
  const made = await makePayment(book.ctx, ruth, await order(ruth))
  assert.ok(made.ok)
  const seen = await viewPayment(book.ctx, ben, made.value.paymentId)
  assert.ok(seen.ok)
  assert.equal(seen.value.payment.mine, false)
  assert.equal(seen.value.payment.fundingLabel, null)
  assert.equal(seen.value.payment.authorizationText, null)
  const { paymentId } = made.value
  const canceled = await cancelPayment(book.ctx, ben, { paymentId })
  assert.ok(!canceled.ok && canceled.refusal.code === 'paymentOfCoBorrower')
  const ruths = await paymentOptions(book.ctx, ben, { effective: null })
  const shown = ruths.ok ? ruths.value.fundingAccounts.map((account) => account.obligorId) : []
  assert.deepEqual([...new Set(shown)], [ben.obligorId])
})

test('a payment can be canceled until its cutoff and not after', async () => {
  const owner = await book.ownerOf(ELENA)
  const late = await order(
    owner,
    {},
    { choice: 'other', amount: cents(30_000), effective: date('2026-12-02') },
  )
  const made = await makePayment(book.ctx, owner, late)
  assert.ok(made.ok)
  book.clock.instant = '2026-12-02T22:00:00.000Z'
  const after = await cancelPayment(book.ctx, owner, made.value)
  assert.ok(!after.ok && after.refusal.code === 'paymentNotCancelable')
  book.clock.instant = '2026-12-02T21:59:59.999Z'
  assert.ok((await cancelPayment(book.ctx, owner, made.value)).ok)
  book.clock.instant = '2026-11-24T16:48:00.000Z'
})

test('what is due changes with money that arrives between review and consent', async () => {
  const owner = await book.ownerOf(PAIR)
  const reviewed = await order(owner, {}, { choice: 'payoff', effective: date('2026-12-01') })
  const amount: Cents = cents(50_000)
  await postPayment(book.ctx, {
    accountId: owner.accountId,
    amount,
    effectiveDate: today,
    extra: 'installments',
    extraAmount: null,
    toCharges: cents(0),
    channel: 'mail',
    paymentId: null,
  })
  const made = await makePayment(book.ctx, owner, reviewed)
  assert.ok(!made.ok && made.refusal.code === 'quoteSuperseded')
  const stale = made.refusal.code === 'quoteSuperseded' ? made.refusal.newTotal : cents(0)
  assert.ok(stale < reviewed.shownAmount)
})

test('a bank account is added once however often its form is sent, and its owner is told', async () => {
  const owner = await book.ownerOf(ELENA)
  const entry = {
    kind: 'savings',
    routingNumber: '076401251',
    accountNumber: '00012349876',
    bankName: 'Another Bank',
    idempotencyKey: 'bank-account-form',
  } as const
  const added = await Promise.all(
    Array.from({ length: 10 }, () => addFundingAccount(book.ctx, owner, entry)),
  )
  const ids = new Set(added.map((each) => (each.ok ? each.value.fundingAccountId : 'refused')))
  assert.equal(ids.size, 1)
  const waiting = await book.ctx.db
    .selectFrom('outbox')
    .select('template')
    .where('template', '=', 'bankAccountAdded')
    .execute()
  assert.equal(waiting.length, 1)
  const wrong = await addFundingAccount(book.ctx, owner, { ...entry, routingNumber: '076401252' })
  assert.ok(!wrong.ok && wrong.refusal.code === 'routingNumberWrong')
})

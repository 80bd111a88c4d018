// Payments of a lease from the order to the bank and back: what is due, what is more, nothing that
// a lease does not have.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { leaseLedger } from '#src/domain/account/ledger.ts'
import { cents } from '#src/domain/money.ts'
import { totalOfInstallments } from '#src/domain/rules/lease-position.ts'
import { cutoffThrough } from '#src/servicing/ach/cutoff-through.ts'
import { postDuePayments } from '#src/servicing/ach/post-due-payments.ts'
import { handleReturns } from '#src/servicing/ach-returns/handle-returns.ts'
import { takeBankFile } from '#src/servicing/ach-returns/take-bank-file.ts'
import type { Owner } from '#src/servicing/context.ts'
import { addFundingAccount } from '#src/servicing/funding/add-funding-account.ts'
import { loadAccount } from '#src/servicing/load-account.ts'
import { makePayment } from '#src/servicing/payments/make-payment.ts'
import { paymentOptions } from '#src/servicing/payments/payment-options.ts'
import { previewPayment } from '#src/servicing/payments/preview-payment.ts'
import { viewPayment } from '#src/servicing/payments/view-payment.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { bankReturns } from '#test/support/bank-returns.ts'
import { type BankWorld, bankWorld } from '#test/support/bank-world.ts'
import { orderFor, paid } from '#test/support/payment-orders.ts'
import { verifiedFunding } from '#test/support/sent-payment.ts'

/** Two payments of 533.64 left, nothing late; and one paid ahead. */
const HOLLIS = '1048264508'

let world: BankWorld
let hollis: Owner
before(async () => {
  world = await bankWorld([HOLLIS])
  hollis = await world.ownerOf(HOLLIS)
  const added = await addFundingAccount(world.ctx, hollis, {
    kind: 'checking',
    bankName: 'Example Bank',
    routingNumber: '076401251',
    accountNumber: '2000460406042',
    nickname: null,
    idempotencyKey: 'lease-bank',
  })
  assert.ok(added.ok)
  await verifiedFunding(world.ctx, hollis)
})
after(() => world.close())

const lease = async () => leaseLedger((await loadAccount(world.ctx.db, hollis.accountId)).ledger)

test('what can be paid: what is due, or more up to all that is left; nothing else', async () => {
  const options = await paymentOptions(world.ctx, hollis, { effective: null })
  assert.ok(options.ok)
  const { due, most, payoffOnDate, dueDate } = options.value
  assert.deepEqual([due.total, most, payoffOnDate, dueDate], [53_364, 106_728, null, '2026-12-03'])
  const refusedFor = async (choice: Parameters<typeof orderFor>[2]) => {
    const made = await makePayment(world.ctx, hollis, await orderFor(world.ctx, hollis, choice))
    return made.ok ? null : made.refusal
  }
  for (const choice of ['payoff', 'principal', 'duePlusExtra'] as const) {
    const amount = cents(60_000)
    const refusal = await refusedFor({ choice, amount, extraAmount: amount })
    assert.deepEqual(refusal, { code: 'choiceNotOfLease' }, choice)
  }
  const above = await refusedFor({ choice: 'other', amount: cents(106_729) })
  assert.deepEqual(above, { code: 'amountAboveLease', left: 106_728 })
  assert.deepEqual(await refusedFor({ choice: 'pastDue' }), { code: 'nothingDue' })
  assert.deepEqual(await refusedFor({ choice: 'other', amount: cents(99) }), {
    ...{ code: 'amountTooSmall', minimum: 100 },
  })
})

test('the preview is what posting makes of it: rent, depreciation and tax, then the next one', async () => {
  const { ctx, bankCtx } = world
  const choice = { choice: 'other', amount: cents(60_000) } as const
  const order = await orderFor(ctx, hollis, { ...choice, effective: await firstDay() })
  const seen = await previewPayment(ctx, hollis, order.choice)
  assert.ok(seen.ok && seen.value.effect.product === 'lease')
  const { effect } = seen.value
  assert.deepEqual([effect.paidAfter, effect.nextDueAfter?.amount], [35, 46_728])
  assert.equal(effect.allocation.installments, 60_000)
  const made = await makePayment(ctx, hollis, order)
  assert.ok(made.ok)
  const { paymentId } = made.value

  const again = await orderFor(ctx, hollis, { choice: 'due' })
  const twice = await makePayment(ctx, hollis, again)
  assert.ok(!twice.ok && twice.refusal.code === 'duplicatePayment')

  world.at('2026-11-24', '17:00')
  await cutoffThrough(bankCtx, ctx.clock.now())
  await postDuePayments(ctx)
  const view = await viewPayment(ctx, hollis, paymentId)
  assert.ok(view.ok && view.value.applied?.product === 'lease')
  assert.deepEqual(view.value.applied.split, effect.allocation)
  assert.equal(view.value.standing, 'returnable')
  const ledger = await lease()
  assert.equal(ledger.position.counted, 34 * 53_364 + 60_000)
  assert.deepEqual((await verifyLedger(ctx)).problems, [])
})

test('a return takes it back from its day, and it is due again', async () => {
  const { ctx } = world
  const entry = await ctx.db
    .selectFrom('ach_entry')
    .select(['trace', 'amount', 'payment_id'])
    .where('account_id', '=', hollis.accountId)
    .where('purpose', '=', 'payment')
    .executeTakeFirstOrThrow()
  const back = { code: 'R16', trace: entry.trace ?? '', amount: entry.amount }
  await takeBankFile(ctx, { name: 'RETURNS-A.ach', bytes: bankReturns([back], '329') })
  await handleReturns(ctx)
  const view = await viewPayment(ctx, hollis, entry.payment_id ?? '')
  assert.ok(view.ok)
  assert.equal(view.value.standing, 'returned')
  assert.equal((await lease()).position.counted, 34 * 53_364)
  assert.deepEqual((await verifyLedger(ctx)).problems, [])
})

test('the last payment leaves nothing to pay, and nothing more is taken', async () => {
  const { ctx, bankCtx } = world
  world.at('2026-11-25', '09:00')
  await verifiedFunding(ctx, hollis)
  await world.moveTo('2026-11-25')
  const effective = await firstDay()
  const amount = cents(106_728)
  const sure = { duplicateConfirmed: 'yes', unusualConfirmed: 'yes' } as const
  const id = await paid(ctx, hollis, { choice: 'other', amount, effective }, sure)
  const second = await paid(ctx, hollis, { choice: 'due', effective }, sure)
  world.at('2026-11-25', '17:00')
  await cutoffThrough(bankCtx, ctx.clock.now())
  await postDuePayments(ctx)
  const { position } = await lease()
  assert.equal(position.counted, totalOfInstallments(position.schedule))
  assert.equal(position.suspense, 0)
  const stayed = await world.paymentState(second)
  assert.deepEqual([stayed.state, stayed.state_reason], ['notSent', 'amountAboveOwed'])
  assert.ok((await world.paymentState(id)).posted_event_id)
  const options = await paymentOptions(ctx, hollis, { effective: null })
  assert.ok(!options.ok && options.refusal.code === 'nothingLeft')
  assert.deepEqual((await verifyLedger(ctx)).problems, [])
})

async function firstDay() {
  const options = await paymentOptions(world.ctx, hollis, { effective: null })
  assert.ok(options.ok)
  return options.value.firstDate
}

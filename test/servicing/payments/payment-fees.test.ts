// What paying costs, where the lender's file has a fee with a citation: told before consent, kept
// apart from what is paid on the account, taken back when the payment is.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { loanLedger, postingsOf } from '#src/domain/account/ledger.ts'
import { cents } from '#src/domain/money.ts'
import { cutoffThrough } from '#src/servicing/ach/cutoff-through.ts'
import { postDuePayments } from '#src/servicing/ach/post-due-payments.ts'
import { handleReturns } from '#src/servicing/ach-returns/handle-returns.ts'
import { takeBankFile } from '#src/servicing/ach-returns/take-bank-file.ts'
import { loadAccount } from '#src/servicing/load-account.ts'
import { makePayment } from '#src/servicing/payments/make-payment.ts'
import { paymentOptions } from '#src/servicing/payments/payment-options.ts'
import { previewPayment } from '#src/servicing/payments/preview-payment.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { bankReturns } from '#test/support/bank-returns.ts'
import { type BankWorld, bankWorld, ELENA } from '#test/support/bank-world.ts'
import { orderFor } from '#test/support/payment-orders.ts'

const ach = { amount: 250, citation: 'Contract clause 8' }

let world: BankWorld
before(async () => {
  world = await bankWorld([ELENA])
})
after(() => world.close())

/** The same world under a file with a fee for bank payments. */
function withFee() {
  const { lender } = world.ctx
  const servicing = lender.rules.servicing.map((rules) => ({ ...rules, paymentFees: { ach } }))
  const priced = { ...lender, rules: { ...lender.rules, servicing } }
  return { ...world.bankCtx, lender: priced }
}

test('without a rule a payment is free, and its row says so', async () => {
  const elena = await world.ownerOf(ELENA)
  const order = await orderFor(world.ctx, elena)
  const seen = await previewPayment(world.ctx, elena, order.choice)
  assert.ok(seen.ok)
  assert.deepEqual([seen.value.fee, seen.value.total], [null, seen.value.amount])
})

test('a fee is on top: both are taken, only the payment counts, a return takes back both', async () => {
  const ctx = withFee()
  const elena = await world.ownerOf(ELENA)
  const options = await paymentOptions(ctx, elena, { effective: null })
  assert.ok(options.ok)
  assert.deepEqual(options.value.fees, { ach })
  const effective = options.value.firstDate
  const choice = { choice: 'other', amount: cents(20_000), effective } as const
  const order = await orderFor(ctx, elena, choice)
  const seen = await previewPayment(ctx, elena, order.choice)
  assert.ok(seen.ok)
  assert.deepEqual([seen.value.amount, seen.value.fee, seen.value.total], [20_000, ach, 20_250])

  // Somebody who was shown no fee has agreed to none.
  const unseen = await makePayment(ctx, elena, { ...order, shownAmount: cents(20_000) })
  assert.ok(!unseen.ok)
  assert.deepEqual(unseen.refusal, { code: 'amountChanged', now: 20_250 })
  const before = loanLedger((await loadAccount(ctx.db, elena.accountId)).ledger)
  const made = await makePayment(ctx, elena, { ...order, shownAmount: cents(20_250) })
  assert.ok(made.ok)

  world.at('2026-11-24', '17:00')
  await cutoffThrough(ctx, ctx.clock.now())
  const entry = await ctx.db
    .selectFrom('ach_entry')
    .select(['amount', 'trace'])
    .where('payment_id', '=', made.value.paymentId)
    .executeTakeFirstOrThrow()
  assert.equal(entry.amount, 20_250)
  await postDuePayments(ctx)
  const after = loanLedger((await loadAccount(ctx.db, elena.accountId)).ledger)
  const step = after.steps.at(-1)
  const split = step?.split
  assert.ok(step && split)
  const { interest, principal, lateCharges, fees, recovered, suspense } = split
  assert.equal(interest + principal + lateCharges + fees + recovered + suspense, 20_000)
  const own = postingsOf(after).filter(({ eventId }) => eventId === step.event.id)
  assert.deepEqual(
    own
      .filter(({ credit }) => credit === 'paymentFeeIncome')
      .map(({ debit, amount }) => [debit, amount]),
    [['cash', 250]],
  )
  const cash = own
    .filter(({ debit }) => debit === 'cash')
    .reduce((sum, { amount }) => sum + amount, 0)
  assert.equal(cash, 20_250)
  assert.deepEqual((await verifyLedger(ctx)).problems, [])

  const back = { code: 'R16', trace: entry.trace ?? '', amount: entry.amount }
  await takeBankFile(ctx, { name: 'RETURNS-F.ach', bytes: bankReturns([back], '329') })
  await handleReturns(ctx)
  const returned = loanLedger((await loadAccount(ctx.db, elena.accountId)).ledger)
  assert.equal(returned.position.principal, before.position.principal)
  const kept = await ctx.db
    .selectFrom('posting')
    .select(({ fn }) => fn.sum<string>('amount').as('amount'))
    .select(['debit', 'credit'])
    .where((eb) =>
      eb.or([eb('credit', '=', 'paymentFeeIncome'), eb('debit', '=', 'paymentFeeIncome')]),
    )
    .groupBy(['debit', 'credit'])
    .execute()
  const income = kept.reduce(
    (sum, row) => sum + (row.credit === 'paymentFeeIncome' ? 1 : -1) * Number(row.amount),
    0,
  )
  assert.equal(income, 0)
  assert.deepEqual((await verifyLedger(ctx)).problems, [])
})

// Debits of autopay at their cutoff: asked about once more, entered as recurring.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents, ZERO_CENTS } from '#src/domain/money.ts'
import { sendPayments } from '#src/servicing/ach/send-payments.ts'
import { setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import type { Owner } from '#src/servicing/context.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { type BankWorld, bankWorld, ELENA } from '#test/support/bank-world.ts'
import { newTestId } from '#test/support/database.ts'

const LUCIA = '1048264466'
let world: BankWorld
before(async () => {
  world = await bankWorld([ELENA, LUCIA])
})
after(() => world.close())

async function set(owner: Owner): Promise<void> {
  const [funding] = await readFundingAccounts(world.ctx.db, owner)
  const done = await setAutopay(world.ctx, owner, {
    terms: {
      amount: { kind: 'installment' },
      day: { kind: 'dueDate' },
      charges: 'notTaken',
      begins: date('2026-11-24'),
      ends: null,
    },
    fundingAccountId: funding?.id ?? '',
    agreed: 'yes',
    authorizationText: 'Yes.',
    idempotencyKey: newTestId(),
  })
  assert.ok(done.ok)
}

test('a debit of autopay goes as recurring, smaller where a part came otherwise', async () => {
  const owner = await world.ownerOf(ELENA)
  await set(owner)
  const [payment] = await readPayments(world.ctx.db, owner.accountId)
  assert.ok(payment)
  await postPayment(world.ctx, {
    ...{ accountId: owner.accountId, amount: cents(10_000), effectiveDate: date('2026-11-24') },
    ...{ extra: 'installments', extraAmount: null, toCharges: ZERO_CENTS },
    ...{ channel: 'mail', paymentId: null },
  })
  await world.moveTo(payment.sendOn)
  world.at(payment.sendOn, '17:00')
  await sendPayments(world.bankCtx)
  const file = [...(await world.files()).values()].at(-1)
  const sent = file?.batches.flatMap(({ items }) => items) ?? []
  assert.deepEqual(
    sent.map(({ amount, discretionaryData }) => [amount, discretionaryData]),
    [[payment.amount - 10_000, 'R']],
  )
  assert.equal((await world.paymentState(payment.id)).state, 'sent')
})

test('a debit of which nothing is due any more is in no file', async () => {
  const owner = await world.ownerOf(LUCIA)
  await set(owner)
  const [payment] = await readPayments(world.ctx.db, owner.accountId)
  assert.ok(payment)
  await postPayment(world.ctx, {
    ...{ accountId: owner.accountId, amount: payment.amount, effectiveDate: date('2026-12-04') },
    ...{ extra: 'installments', extraAmount: null, toCharges: ZERO_CENTS },
    ...{ channel: 'mail', paymentId: null },
  })
  world.at(payment.sendOn, '17:00')
  await sendPayments(world.bankCtx)
  assert.equal((await world.paymentState(payment.id)).state, 'canceled')
  const all = [...(await world.files()).values()].flatMap(({ batches }) =>
    batches.flatMap(({ items }) => items.map(({ identification }) => identification.trim())),
  )
  assert.ok(!all.includes(payment.confirmation))
  assert.deepEqual((await verifyLedger(world.ctx)).problems, [])
})

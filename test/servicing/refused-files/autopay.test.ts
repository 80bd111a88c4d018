// A debit of autopay in a file that the bank refuses.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { nextBankingDay } from '#src/domain/regions/us-banking-days.ts'
import { sendPayments } from '#src/servicing/ach/send-payments.ts'
import { setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import type { Owner } from '#src/servicing/context.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readAutopayDebits } from '#src/store/autopay/autopay-debits.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { readPayment, readPayments } from '#src/store/payments/payments.ts'
import { type BankWorld, bankWorld, ELENA } from '#test/support/bank-world.ts'
import { newTestId } from '#test/support/database.ts'
import { decide, refusedOn } from '#test/support/refusal-steps.ts'

let world: BankWorld
before(async () => {
  world = await bankWorld([ELENA])
})
after(() => world.close())

async function paymentOf(owner: Owner, id: string) {
  const payment = await readPayment(world.ctx.db, { accountId: owner.accountId, id })
  assert.ok(payment)
  return payment
}

test('a debit of autopay: held it is not taken twice, again it goes as announced, dropped is decided', async () => {
  const elena = await world.ownerOf(ELENA)
  const [funding] = await readFundingAccounts(world.ctx.db, elena)
  const done = await setAutopay(world.ctx, elena, {
    terms: {
      ...{ amount: { kind: 'installment' }, day: { kind: 'dueDate' }, charges: 'notTaken' },
      ...{ begins: date('2026-11-24'), ends: null },
    },
    ...{ fundingAccountId: funding?.id ?? '', agreed: 'yes', authorizationText: 'Yes.' },
    idempotencyKey: newTestId(),
  })
  assert.ok(done.ok)
  const [made] = await readPayments(world.ctx.db, elena.accountId)
  assert.ok(made)
  await world.moveTo(made.sendOn)
  const file = await refusedOn(world, made.sendOn)
  await sendPayments(world.bankCtx)
  const debits = () =>
    readAutopayDebits(world.ctx.db, { accountId: elena.accountId, autopayId: made.autopayId ?? '' })
  const before = (await debits()).map(({ day, state }) => [day, state])
  assert.deepEqual(before, [[made.effectiveDate, 'made']])
  assert.equal((await readPayments(world.ctx.db, elena.accountId)).length, 1)

  const next = nextBankingDay(made.sendOn)
  await world.moveTo(next)
  await decide(world, file, 'sendAgain')
  await sendPayments(world.bankCtx)
  const second = await refusedOn(world, next)
  const again = await paymentOf(elena, made.id)
  assert.deepEqual([again.state, again.amount], ['sent', made.amount])
  await sendPayments(world.bankCtx)
  await decide(world, second, 'doNotSend')
  await sendPayments(world.bankCtx)
  assert.equal((await paymentOf(elena, made.id)).state, 'notSent')
  assert.deepEqual((await verifyLedger(world.ctx)).problems, [])
})

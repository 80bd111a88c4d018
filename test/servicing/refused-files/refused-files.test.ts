// A file that the bank refuses, from its answer to what becomes of each thing in it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { sendPayments } from '#src/servicing/ach/send-payments.ts'
import type { Owner } from '#src/servicing/context.ts'
import { cancelPayment } from '#src/servicing/payments/cancel-payment.ts'
import { viewPayment } from '#src/servicing/payments/view-payment.ts'
import { settleRefusedFiles } from '#src/servicing/refused-files/settle-refused-files.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { viewAccount } from '#src/servicing/view-account.ts'
import { readPayment } from '#src/store/payments/payments.ts'
import { type BankWorld, bankWorld, ELENA, PAIR } from '#test/support/bank-world.ts'
import { decide, refusedOn } from '#test/support/refusal-steps.ts'
import { bankAnswers, lastFile } from '#test/support/refused-file.ts'

let world: BankWorld
let elena: Owner
let ruth: Owner
let ben: Owner
before(async () => {
  world = await bankWorld([ELENA, PAIR])
  elena = await world.ownerOf(ELENA)
  ruth = await world.ownerOf(PAIR)
  ben = await world.ownerOf(PAIR, 'co')
})
after(() => world.close())

async function principalOf(owner: Owner): Promise<number> {
  const view = await viewAccount(world.ctx, owner)
  assert.ok(view.product === 'loan')
  return view.position.principal
}

async function paymentOf(owner: Owner, id: string) {
  const payment = await readPayment(world.ctx.db, { accountId: owner.accountId, id })
  assert.ok(payment)
  return payment
}

async function told(owner: Owner): Promise<string[]> {
  const rows = await world.ctx.db
    .selectFrom('outbox')
    .select('template')
    .where('obligor_id', '=', owner.obligorId)
    .where('channel', '=', 'portal')
    .orderBy('id')
    .execute()
  return rows.map(({ template }) => template)
}

function entriesOf(paymentId: string) {
  return world.ctx.db
    .selectFrom('ach_entry')
    .select(['purpose', 'state', 'refused_then', 'attempt', 'send_on', 'file_id'])
    .where('payment_id', '=', paymentId)
    .orderBy('id')
    .execute()
}

async function ledgerIsClean(): Promise<void> {
  assert.deepEqual((await verifyLedger(world.ctx)).problems, [])
}

test('a posted payment of a refused file is taken back once, sent again, and counts from its own day', async () => {
  const before = await principalOf(elena)
  const id = await world.pay(elena, 12_345)
  const file = await refusedOn(world, '2026-11-24')
  assert.ok((await paymentOf(elena, id)).postedEventId, 'it counted when its file had gone')
  const paid = await principalOf(elena)
  assert.ok(paid < before)

  await Promise.all([settleRefusedFiles(world.ctx), settleRefusedFiles(world.ctx)])
  await sendPayments(world.bankCtx)
  const held = await paymentOf(elena, id)
  assert.deepEqual(
    [held.state, held.stateReason, held.postedEventId, held.attempts],
    ['held', 'fileRefused', null, 0],
  )
  assert.equal(await principalOf(elena), before)
  const view = await viewPayment(world.ctx, elena, id)
  assert.ok(view.ok)
  assert.deepEqual(
    [view.value.standing, view.value.takenBack?.kind, view.value.isCancelable],
    ['held', 'unsent', true],
  )
  assert.equal((await told(elena)).filter((template) => template === 'paymentHeld').length, 1)
  await ledgerIsClean()

  await world.moveTo('2026-11-25')
  await decide(world, file, 'sendAgain')
  await Promise.all([settleRefusedFiles(world.ctx), settleRefusedFiles(world.ctx)])
  const again = await paymentOf(elena, id)
  assert.deepEqual(
    [again.state, again.stateReason, again.sendOn, again.effectiveDate, again.withdrawnDate],
    ['scheduled', null, '2026-11-25', '2026-11-24', '2026-11-27'],
  )
  assert.equal((await told(elena)).filter((template) => template === 'paymentSentAgain').length, 1)

  world.at('2026-11-25', '17:00')
  await sendPayments(world.bankCtx)
  const sent = await paymentOf(elena, id)
  assert.equal(sent.state, 'sent')
  assert.ok(sent.postedEventId)
  assert.equal(await principalOf(elena), paid, 'the day on which it counts is the one it had')
  const entries = await entriesOf(id)
  assert.deepEqual(
    entries.map(({ state, refused_then: fate }) => [state, fate]),
    [
      ['refused', 'sentAgain'],
      ['inFile', null],
    ],
  )
  assert.notEqual(entries[0]?.file_id, entries[1]?.file_id)
  await ledgerIsClean()
})

test('not sent again: the payment of both borrowers says so, and nothing of it is silent', async () => {
  await world.moveTo('2026-11-30')
  const before = await principalOf(ruth)
  const id = await world.pay(ruth, 20_000)
  const file = await refusedOn(world, '2026-11-30')
  await sendPayments(world.bankCtx)
  assert.deepEqual(
    (await told(ben)).filter((template) => template.startsWith('paymentHeld')),
    ['paymentHeldShared'],
  )
  await decide(world, file, 'doNotSend')
  await sendPayments(world.bankCtx)
  await sendPayments(world.bankCtx)
  const payment = await paymentOf(ruth, id)
  assert.deepEqual([payment.state, payment.stateReason], ['notSent', 'fileRefused'])
  assert.equal(await principalOf(ruth), before)
  assert.equal((await told(ruth)).filter((template) => template === 'paymentNotSent').length, 1)
  const done = await world.ctx.db
    .selectFrom('ach_file')
    .select(['taken_back_at', 'carried_out_at'])
    .where('id', '=', file)
    .executeTakeFirstOrThrow()
  assert.ok(done.taken_back_at && done.carried_out_at)
  await ledgerIsClean()
})

test('a payment that does not count yet is held before its day and never posts by itself', async () => {
  await world.moveTo('2026-12-01')
  const id = await world.pay(elena, 5_000, { effective: date('2026-12-05') })
  await world.moveTo('2026-12-04')
  const file = await refusedOn(world, '2026-12-04')
  const sent = await paymentOf(elena, id)
  assert.deepEqual([sent.state, sent.postedEventId], ['sent', null])
  await world.moveTo('2026-12-05')
  await sendPayments(world.bankCtx)
  await world.moveTo('2026-12-08')
  await sendPayments(world.bankCtx)
  assert.deepEqual(
    [(await paymentOf(elena, id)).state, (await paymentOf(elena, id)).postedEventId],
    ['held', null],
  )
  // Nobody decides: after the fifth banking day it is decided that it does not go.
  await world.moveTo('2026-12-12')
  await sendPayments(world.bankCtx)
  assert.equal((await paymentOf(elena, id)).state, 'notSent')
  const row = await world.ctx.db
    .selectFrom('ach_file')
    .select(['decision', 'decided_by'])
    .where('id', '=', file)
    .executeTakeFirstOrThrow()
  assert.deepEqual(row, { decision: 'doNotSend', decided_by: null })
  const task = await world.ctx.db
    .selectFrom('money_task')
    .select('state')
    .where('about', '=', file)
    .executeTakeFirstOrThrow()
  assert.equal(task.state, 'done')
})

test('its owner may cancel it while it waits, and then it does not go again', async () => {
  await world.moveTo('2026-12-14')
  const id = await world.pay(elena, 6_000)
  const file = await refusedOn(world, '2026-12-14')
  await sendPayments(world.bankCtx)
  const canceled = await cancelPayment(world.ctx, elena, { paymentId: id })
  assert.ok(canceled.ok)
  await decide(world, file, 'sendAgain')
  await sendPayments(world.bankCtx)
  assert.equal((await paymentOf(elena, id)).state, 'canceled')
  assert.deepEqual(
    (await entriesOf(id)).map(({ refused_then: fate }) => fate),
    ['notSent'],
  )
})

test('a bank that takes a refused file after all, or refuses one that it took', async () => {
  await world.moveTo('2026-12-16')
  const id = await world.pay(elena, 7_000)
  world.at('2026-12-16', '17:00')
  await sendPayments(world.bankCtx)
  const { id: file, name } = await lastFile(world.ctx)
  await bankAnswers(world.ctx, { name, status: 'accepted' })
  await bankAnswers(world.ctx, { name })
  await bankAnswers(world.ctx, { name })
  await sendPayments(world.bankCtx)
  assert.equal((await paymentOf(elena, id)).state, 'held')
  await bankAnswers(world.ctx, { name, status: 'accepted' })
  await sendPayments(world.bankCtx)
  assert.equal((await paymentOf(elena, id)).state, 'held')
  const tasks = await world.ctx.db
    .selectFrom('money_task')
    .select('kind')
    .where('state', '=', 'open')
    .where(sql<boolean>`details->>'fileId' = ${file}`)
    .orderBy('kind')
    .execute()
  assert.deepEqual(
    tasks.map(({ kind }) => kind),
    ['fileAcceptedLate', 'fileRefused'],
  )
  await decide(world, file, 'doNotSend')
  await sendPayments(world.bankCtx)
})

test('sent again and no longer owed: the cutoff looks at it once more', async () => {
  await world.moveTo('2026-12-18')
  const owed = await principalOf(elena)
  const id = await world.pay(elena, 9_000)
  const file = await refusedOn(world, '2026-12-18')
  await sendPayments(world.bankCtx)
  await world.moveTo('2026-12-21')
  await world.ctx.db
    .updateTable('funding_account')
    .set({ state: 'stopped' })
    .where('account_id', '=', elena.accountId)
    .execute()
  await decide(world, file, 'sendAgain')
  await sendPayments(world.bankCtx)
  world.at('2026-12-21', '17:00')
  await sendPayments(world.bankCtx)
  const payment = await paymentOf(elena, id)
  assert.deepEqual([payment.state, payment.stateReason], ['notSent', 'bankAccountStopped'])
  assert.equal(await principalOf(elena), owed)
  assert.ok(cents(owed) > 0)
  await ledgerIsClean()
})

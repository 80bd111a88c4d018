import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { cutoffThrough } from '#src/servicing/ach/cutoff-through.ts'
import { postDuePayments } from '#src/servicing/ach/post-due-payments.ts'
import { sendPayments } from '#src/servicing/ach/send-payments.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { findAccountsByTraces } from '#src/store/ach/traces.ts'
import { type BankWorld, bankWorld, ELENA, PAIR } from '#test/support/bank-world.ts'

let world: BankWorld
before(async () => {
  world = await bankWorld([ELENA, PAIR])
})
after(() => world.close())

test('a payment goes into the file of its cutoff, to the bank, and counts on its day', async () => {
  const { bankCtx: ctx } = world
  const elena = await world.ownerOf(ELENA)
  const id = await world.pay(elena, 12_345)
  world.at('2026-11-24', '16:59')
  await sendPayments(ctx)
  assert.equal((await world.files()).size, 0)
  assert.equal((await world.paymentState(id)).state, 'scheduled')

  world.at('2026-11-24', '17:00')
  await cutoffThrough(ctx, ctx.clock.now())
  const files = await world.files()
  assert.deepEqual([...files.keys()], ['EMF-20261124-A.ach'])
  const [file] = files.values()
  assert.deepEqual(file?.problems, [])
  assert.equal(file?.totals.debits, 12_345)
  const [batch] = file?.batches ?? []
  assert.equal(batch?.effective, '2026-11-25')
  const [entry] = batch?.items ?? []
  assert.equal(entry?.trace, '044999990000001')
  const accounts = await findAccountsByTraces(ctx.db, ctx.vault, ['044999990000001'])
  assert.equal(accounts.get('044999990000001'), elena.accountId)

  const sent = await world.paymentState(id)
  assert.deepEqual([sent.state, sent.attempts, sent.posted_event_id], ['sent', 1, null])
  await postDuePayments(ctx)
  const posted = await world.paymentState(id)
  assert.ok(posted.posted_event_id)
  await Promise.all([postDuePayments(ctx), sendPayments(ctx), sendPayments(ctx)])
  assert.deepEqual(await world.paymentState(id), posted)
  assert.equal((await world.files()).size, 1)
  assert.deepEqual((await verifyLedger(ctx)).problems, [])
})

test('a payment set for a later day waits for its own cutoff and is posted on its day', async () => {
  const { bankCtx: ctx } = world
  const elena = await world.ownerOf(ELENA)
  world.at('2026-11-24', '18:00')
  const id = await world.pay(elena, 20_000)
  assert.equal((await world.paymentState(id)).state, 'scheduled')
  await sendPayments(ctx)
  assert.equal((await world.paymentState(id)).state, 'scheduled')
  // The next file goes on Wednesday; Thursday is Thanksgiving.
  world.at('2026-11-25', '17:02')
  await sendPayments(ctx)
  const files = await world.files()
  assert.deepEqual([...files.keys()], ['EMF-20261124-A.ach', 'EMF-20261125-A.ach'])
  const late = files.get('EMF-20261125-A.ach')
  assert.equal(late?.batches[0]?.effective, '2026-11-27')
  assert.equal((await world.paymentState(id)).posted_event_id, null)
  await world.moveTo('2026-11-25')
  await sendPayments(ctx)
  assert.ok((await world.paymentState(id)).posted_event_id)
})

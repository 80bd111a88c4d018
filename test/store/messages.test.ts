import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  insertAccountMessage,
  markMessagesRead,
  readAccountMessages,
} from '#src/store/accounts/account-messages.ts'
import type { Tx } from '#src/store/database.ts'
import {
  forgetDelivered,
  insertOutbox,
  lockWaitingMessage,
  markDelivered,
  type OutboxMessage,
  readWaitingMessages,
} from '#src/store/outbox.ts'
import { newTestId, testDatabase } from '#test/support/database.ts'
import { insertTestAccount } from '#test/support/stored-account.ts'

const database = await testDatabase()
const { db, vault } = database
after(database.close)

const { account, obligorId } = await inTx((tx) => insertTestAccount(tx, vault))
const { accountId } = account

function inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work)
}

function message(createdAt: string): OutboxMessage {
  return {
    id: newTestId(),
    accountId,
    obligorId,
    loginId: null,
    channel: 'portal',
    template: 'paymentScheduled',
    parameters: { amount: '38190', names: ['Núñez'] },
    sealed: null,
    expiresAt: null,
    createdAt,
  }
}

test('a message waits until it is delivered, and only one worker holds it', async () => {
  const sent = message('2026-03-01T10:00:00.000Z')
  await inTx((tx) => insertOutbox(tx, [sent, message('2026-03-01T11:00:00.000Z')]))
  await inTx(async (tx) => {
    assert.deepEqual(await lockWaitingMessage(tx, sent.id), sent)
    assert.equal(await inTx((other) => lockWaitingMessage(other, sent.id)), null)
  })
  const before = { before: '2026-03-01T10:30:00.000Z', limit: 10 }
  assert.deepEqual(await readWaitingMessages(db, before), [sent])
  await inTx((tx) => markDelivered(tx, { id: sent.id, at: '2026-03-01T10:01:00.000Z' }))
  assert.equal(await inTx((tx) => lockWaitingMessage(tx, sent.id)), null)
  assert.deepEqual(await readWaitingMessages(db, before), [])
  assert.equal(await inTx((tx) => forgetDelivered(tx, '2026-03-01T10:01:00.000Z')), 0)
  assert.equal(await inTx((tx) => forgetDelivered(tx, '2026-03-02T00:00:00.000Z')), 1)
})

test('a message that is delivered twice is in the portal once, for its obligor alone', async () => {
  const { id, template, parameters } = message('2026-03-01T10:00:00.000Z')
  const delivered = {
    accountId,
    id,
    obligorId,
    template,
    parameters,
    sentAt: '2026-03-01T10:00:01.000Z',
  }
  const answers = await Promise.all(
    [1, 2, 3].map(() => inTx((tx) => insertAccountMessage(tx, delivered))),
  )
  assert.deepEqual(answers.toSorted(), [false, false, true])
  const own = { accountId, obligorId, limit: 10 }
  assert.deepEqual(await readAccountMessages(db, own), [{ ...delivered, readAt: null }])
  assert.deepEqual(await readAccountMessages(db, { ...own, obligorId: newTestId() }), [])
  await inTx((tx) => markMessagesRead(tx, { ...own, at: '2026-03-01T12:00:00.000Z' }))
  await inTx((tx) => markMessagesRead(tx, { ...own, at: '2026-03-01T13:00:00.000Z' }))
  const [read] = await readAccountMessages(db, own)
  assert.equal(read?.readAt, '2026-03-01T12:00:00.000Z')
})

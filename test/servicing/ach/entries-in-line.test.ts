import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { cutoffThrough } from '#src/servicing/ach/cutoff-through.ts'
import { sendPayments } from '#src/servicing/ach/send-payments.ts'
import type { Owner } from '#src/servicing/context.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { insertEntry, type WaitingEntry } from '#src/store/ach/ach-entries.ts'
import { findAccountsByTraces } from '#src/store/ach/traces.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { type BankWorld, bankWorld, ELENA, PAIR } from '#test/support/bank-world.ts'
import { newTestId } from '#test/support/database.ts'

let world: BankWorld
before(async () => {
  world = await bankWorld([ELENA, PAIR])
})
after(() => world.close())

const RECEIVER = { routing: '076401251', account: '200046046042', kind: 'checking' } as const

async function putInLine(owner: Owner, more: Partial<WaitingEntry>): Promise<string> {
  const { db, vault, clock } = world.ctx
  const [funding] = await readFundingAccounts(db, owner)
  assert.ok(funding)
  const id = newTestId()
  const entry: WaitingEntry = {
    accountId: owner.accountId,
    id,
    fundingAccountId: funding.id,
    paymentId: null,
    purpose: 'prenote',
    direction: 'debit',
    amount: cents(0),
    class: 'WEB',
    recurrence: 'single',
    identification: id.slice(-12).toUpperCase(),
    attempt: 1,
    sendOn: date('2026-11-24'),
    wanted: null,
    createdAt: clock.now(),
    ...more,
  }
  const receiver = { ...RECEIVER, name: 'Elena Ñandú' }
  await db.transaction().execute((tx) => insertEntry(tx, vault, { entry, receiver }))
  return id
}

function entryState(id: string) {
  return world.ctx.db
    .selectFrom('ach_entry')
    .select(['state', 'batch_number', 'trace', 'effective'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

async function setFundingState(owner: Owner, state: 'verified' | 'checking' | 'stopped') {
  await world.ctx.db
    .updateTable('funding_account')
    .set({ state })
    .where('account_id', '=', owner.accountId)
    .execute()
}

test('entries of each kind get batches of their own, in one order, with rising traces', async () => {
  const elena = await world.ownerOf(ELENA)
  const pair = await world.ownerOf(PAIR)
  const ids = {
    prenote: await putInLine(elena, {}),
    refund: await putInLine(pair, {
      ...{ purpose: 'refund', direction: 'credit', class: 'PPD', recurrence: null },
      amount: cents(4_000),
    }),
    checkOne: await putInLine(elena, {
      ...{ purpose: 'accountCheck', direction: 'credit', class: 'PPD', recurrence: null },
      amount: cents(12),
    }),
    checkBack: await putInLine(elena, {
      ...{ purpose: 'accountCheck', direction: 'debit', class: 'PPD', recurrence: null },
      amount: cents(12),
    }),
    reversal: await putInLine(pair, {
      ...{ purpose: 'reversal', direction: 'credit', class: 'WEB' },
      amount: cents(7_700),
    }),
  }
  const payment = await world.pay(elena, 10_000)
  world.at('2026-11-24', '17:00')
  await cutoffThrough(world.bankCtx, world.clock.now())
  const [file] = (await world.files()).values()
  assert.deepEqual(file?.problems, [])
  assert.deepEqual(
    file?.batches.map((batch) => `${batch.class} ${batch.service} ${batch.description}`),
    [
      'PPD 200 ACCTVERIFY',
      'WEB 225 AUTO PAYMT',
      'WEB 225 AUTO PAYMT',
      'PPD 220 REFUND',
      'WEB 220 REVERSAL',
    ],
  )
  const traces = file?.batches.flatMap(({ items }) => items.map(({ trace }) => trace)) ?? []
  assert.deepEqual(
    traces,
    [1, 2, 3, 4, 5, 6].map((sequence) => `04499999000000${sequence}`),
  )
  const names = file?.batches.flatMap(({ items }) => items.map(({ name }) => name.trim()))
  assert.ok(names?.includes('ELENA NANDU'))
  for (const id of Object.values(ids)) assert.equal((await entryState(id)).state, 'inFile')
  assert.equal((await entryState(ids.checkOne)).batch_number, 1)
  assert.equal((await entryState(ids.checkBack)).effective, '2026-11-25')
  assert.equal((await world.paymentState(payment)).state, 'sent')
})

test('a bank account that is being verified takes prenotes and no payment', async () => {
  const elena = await world.ownerOf(ELENA)
  await world.moveTo('2026-11-25')
  const payment = await world.pay(elena, 11_000)
  const prenote = await putInLine(elena, { sendOn: date('2026-11-25') })
  await setFundingState(elena, 'checking')
  world.at('2026-11-25', '17:00')
  await sendPayments(world.bankCtx)
  await setFundingState(elena, 'verified')
  assert.equal((await entryState(prenote)).state, 'inFile')
  const { state, state_reason } = await world.paymentState(payment)
  assert.deepEqual([state, state_reason], ['notSent', 'bankAccountNotVerified'])
  const told = await world.ctx.db
    .selectFrom('outbox')
    .select(['obligor_id', 'parameters'])
    .where('template', '=', 'paymentNotSent')
    .where('channel', '=', 'portal')
    .execute()
  assert.deepEqual(
    told.map(({ obligor_id, parameters }) => [
      obligor_id,
      (parameters as { reason: string }).reason,
    ]),
    [[elena.obligorId, 'bankAccountNotVerified']],
  )
  const audit = await readAccountAudit(world.ctx.db, elena.accountId)
  assert.ok(audit.some(({ action }) => action === 'payment not sent'))
})

test('a stopped bank account gets its refund, and no other try of a payment', async () => {
  const elena = await world.ownerOf(ELENA)
  await world.moveTo('2026-11-27')
  const payment = await world.pay(elena, 12_000)
  world.at('2026-11-27', '17:00')
  await sendPayments(world.bankCtx)
  await world.moveTo('2026-11-30')
  await world.ctx.db
    .updateTable('payment')
    .set({ posted_event_id: null, effective_date: date('2026-11-30') })
    .where('id', '=', payment)
    .execute()
  const retry = await putInLine(elena, {
    ...{ purpose: 'retry', paymentId: payment, amount: cents(12_000), attempt: 2 },
    sendOn: date('2026-11-30'),
  })
  const refund = await putInLine(elena, {
    ...{ purpose: 'refund', direction: 'credit', class: 'PPD', recurrence: null },
    ...{ amount: cents(5_000), sendOn: date('2026-11-30') },
  })
  const check = await putInLine(elena, { sendOn: date('2026-11-30') })
  // Its day has come, its money was not asked for yet.
  await sendPayments(world.bankCtx)
  assert.equal((await world.paymentState(payment)).posted_event_id, null)
  await setFundingState(elena, 'stopped')
  world.at('2026-11-30', '17:00')
  await sendPayments(world.bankCtx)
  await setFundingState(elena, 'verified')
  assert.equal((await entryState(retry)).state, 'withdrawn')
  assert.equal((await entryState(refund)).state, 'inFile')
  const tasks = await world.ctx.db.selectFrom('money_task').select(['kind', 'about']).execute()
  assert.deepEqual(tasks, [{ kind: 'entryNotSent', about: check }])
  const { state, attempts } = await world.paymentState(payment)
  assert.deepEqual([state, attempts], ['returned', 1])
  const told = await world.ctx.db
    .selectFrom('outbox')
    .select('parameters')
    .where('template', '=', 'paymentNotSent')
    .where('channel', '=', 'portal')
    .execute()
  assert.deepEqual(
    told
      .map(({ parameters }) => parameters as { paymentId: string; reason: string })
      .filter(({ paymentId }) => paymentId === payment)
      .map(({ reason }) => reason),
    ['bankAccountStopped'],
  )
})

test('an account that cannot be looked at waits for the next cutoff and holds up no other', async () => {
  const elena = await world.ownerOf(ELENA)
  const pair = await world.ownerOf(PAIR)
  await world.moveTo('2026-12-01')
  const held = await world.pay(elena, 13_000)
  const sent = await world.pay(pair, 14_000)
  const { db } = world.ctx
  const { sealed } = await db
    .selectFrom('funding_account')
    .select('sealed')
    .where('account_id', '=', elena.accountId)
    .where('kind', '=', 'checking')
    .limit(1)
    .executeTakeFirstOrThrow()
  const setSealed = (bytes: Buffer) =>
    db
      .updateTable('funding_account')
      .set({ sealed: bytes })
      .where('account_id', '=', elena.accountId)
      .where('kind', '=', 'checking')
      .execute()
  await setSealed(Buffer.alloc(80, 1))
  world.at('2026-12-01', '17:00')
  await assert.rejects(sendPayments(world.bankCtx), new RegExp(elena.accountId))
  assert.equal((await world.paymentState(held)).state, 'scheduled')
  assert.equal((await world.paymentState(sent)).state, 'sent')
  await setSealed(Buffer.from(sealed))
  world.at('2026-12-02', '17:00')
  await sendPayments(world.bankCtx)
  assert.equal((await world.paymentState(held)).state, 'sent')
  const late = (await world.files()).get('EMF-20261202-A.ach')
  assert.equal(late?.batches[0]?.effective, '2026-12-03')
})

test('numbers go round after 9,999,999, and a file never in its middle', async () => {
  const pair = await world.ownerOf(PAIR)
  const elena = await world.ownerOf(ELENA)
  await world.ctx.db
    .updateTable('ach_file')
    .set({ first_number: cents(9_999_990), entries: 8 })
    .where('sent_on', '=', date('2026-12-02'))
    .execute()
  await world.moveTo('2026-12-03')
  await world.pay(pair, 15_000)
  await world.pay(elena, 15_100)
  world.at('2026-12-03', '17:00')
  await sendPayments(world.bankCtx)
  const file = (await world.files()).get('EMF-20261203-A.ach')
  const traces = file?.batches.flatMap(({ items }) => items.map(({ trace }) => trace))
  assert.deepEqual(traces, ['044999990000001', '044999990000002'])
  const [first] = file?.batches[0]?.items ?? []
  const found = await findAccountsByTraces(world.ctx.db, world.ctx.vault, traces ?? [])
  const payer = first?.amount === 15_000 ? pair : elena
  assert.equal(found.get('044999990000001'), payer.accountId)
})

// What else may stand in a file that the bank refuses: second tries, prenotes, deposits and
// refunds.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { sendPayments } from '#src/servicing/ach/send-payments.ts'
import { handleReturns } from '#src/servicing/ach-returns/handle-returns.ts'
import { takeBankFile } from '#src/servicing/ach-returns/take-bank-file.ts'
import type { Owner } from '#src/servicing/context.ts'
import { addFundingAccount } from '#src/servicing/funding/add-funding-account.ts'
import { insertEntry } from '#src/store/ach/ach-entries.ts'
import { readFundingAccount, readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { readLastCheck } from '#src/store/payments/funding-checks.ts'
import { readPayment } from '#src/store/payments/payments.ts'
import { bankReturns } from '#test/support/bank-returns.ts'
import { type BankWorld, bankWorld, ELENA, PAIR } from '#test/support/bank-world.ts'
import { newTestId } from '#test/support/database.ts'
import { checksOn, cutoffOf, decide, refusedOn } from '#test/support/refusal-steps.ts'

let world: BankWorld
let elena: Owner
let ruth: Owner
before(async () => {
  world = await bankWorld([ELENA, PAIR])
  elena = await world.ownerOf(ELENA)
  ruth = await world.ownerOf(PAIR)
})
after(() => world.close())

async function paymentOf(owner: Owner, id: string) {
  const payment = await readPayment(world.ctx.db, { accountId: owner.accountId, id })
  assert.ok(payment)
  return payment
}

function entriesOf(paymentId: string) {
  return world.ctx.db
    .selectFrom('ach_entry')
    .select(['purpose', 'state', 'refused_then', 'attempt', 'trace', 'id', 'sent_again_as'])
    .where('payment_id', '=', paymentId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** A payment of `day` that came back, with its second try in the file of the next banking day. */
async function secondTry(day: string, next: string): Promise<{ id: string; file: string }> {
  await world.moveTo(day)
  const id = await world.pay(ruth, 11_100)
  await cutoffOf(world, day)
  const [first] = await entriesOf(id)
  await world.moveTo(next)
  const bytes = bankReturns([{ code: 'R01', trace: first?.trace ?? '', amount: 11_100 }])
  await takeBankFile(world.ctx, { name: 'RETURNS.ach', bytes })
  await handleReturns(world.ctx)
  return { id, file: await refusedOn(world, next) }
}

test('a second try goes again as the second try, and counts when its money comes', async () => {
  const { id, file } = await secondTry('2026-11-24', '2026-11-25')
  await sendPayments(world.bankCtx)
  const held = await paymentOf(ruth, id)
  assert.deepEqual([held.state, held.attempts, held.postedEventId], ['held', 1, null])
  await world.moveTo('2026-11-27')
  await decide(world, file, 'sendAgain')
  await sendPayments(world.bankCtx)
  const waits = await paymentOf(ruth, id)
  assert.deepEqual(
    [waits.state, waits.stateReason, waits.effectiveDate, waits.withdrawnDate],
    ['sent', 'R01', '2026-11-30', '2026-11-30'],
  )
  await cutoffOf(world, '2026-11-27')
  const [first, refused, again] = await entriesOf(id)
  assert.equal(first?.state, 'returned')
  assert.deepEqual(
    [refused?.state, refused?.refused_then, refused?.sent_again_as],
    ['refused', 'sentAgain', again?.id],
  )
  assert.deepEqual([again?.purpose, again?.state, again?.attempt], ['retry', 'inFile', 2])
  const sent = await paymentOf(ruth, id)
  assert.deepEqual([sent.state, sent.attempts, sent.postedEventId], ['sent', 2, null])
  await world.moveTo('2026-11-30')
  await sendPayments(world.bankCtx)
  assert.ok((await paymentOf(ruth, id)).postedEventId)
})

test('a second try that does not go leaves its payment returned, by the code of its return', async () => {
  const { id, file } = await secondTry('2026-12-01', '2026-12-02')
  await decide(world, file, 'doNotSend')
  await sendPayments(world.bankCtx)
  const payment = await paymentOf(ruth, id)
  assert.deepEqual([payment.state, payment.stateReason], ['returned', 'R01'])
  const told = await world.ctx.db
    .selectFrom('outbox')
    .select('parameters')
    .where('template', '=', 'paymentNotSent')
    .where('channel', '=', 'portal')
    .executeTakeFirstOrThrow()
  assert.equal((told.parameters as Record<string, string>).reason, 'fileRefused')
})

async function addAccount(number: string, by: 'prenote' | 'microDeposits'): Promise<string> {
  const lender = { ...world.ctx.lender, bankAccountCheck: by }
  const added = await addFundingAccount({ ...world.ctx, lender }, elena, {
    ...{ kind: 'checking', routingNumber: '021000021', accountNumber: number },
    ...{ bankName: 'Harbor Savings', idempotencyKey: newTestId() },
  })
  assert.ok(added.ok)
  return added.value.fundingAccountId
}

async function stateOf(id: string): Promise<string> {
  const funding = await readFundingAccount(world.ctx.db, { ...elena, id })
  assert.ok(funding)
  return funding.state
}

test('a prenote and deposits go again in the place of the first ones, and verify by their own days', async () => {
  await world.moveTo('2026-12-03')
  const prenote = await addAccount('770012345', 'prenote')
  const deposits = await addAccount('770022345', 'microDeposits')
  const file = await refusedOn(world, '2026-12-03')
  await sendPayments(world.bankCtx)
  await world.moveTo('2026-12-09')
  await checksOn(world, '2026-12-09')
  assert.equal(await stateOf(prenote), 'checking', 'what never went verifies nothing')
  await decide(world, file, 'sendAgain')
  await sendPayments(world.bankCtx)
  await cutoffOf(world, '2026-12-09')
  const place = { accountId: elena.accountId, fundingAccountId: deposits }
  const check = await readLastCheck(world.ctx.db, place)
  const entries = await world.ctx.db
    .selectFrom('ach_entry')
    .select(['state', 'purpose', 'effective'])
    .where('id', 'in', check?.entryIds ?? [])
    .execute()
  assert.deepEqual(
    entries.map(({ state, purpose, effective }) => [state, purpose, effective]),
    [
      ['inFile', 'accountCheck', '2026-12-10'],
      ['inFile', 'accountCheck', '2026-12-10'],
    ],
  )
  await checksOn(world, '2026-12-14')
  assert.equal(await stateOf(prenote), 'checking')
  await checksOn(world, '2026-12-15')
  assert.equal(await stateOf(prenote), 'verified')
})

test('a prenote that does not go verifies nothing, and neither does one refused when it had', async () => {
  await world.moveTo('2026-12-15')
  const first = await addAccount('770032345', 'prenote')
  const file = await refusedOn(world, '2026-12-15')
  await decide(world, file, 'doNotSend')
  await sendPayments(world.bankCtx)
  await checksOn(world, '2026-12-16')
  assert.equal(await stateOf(first), 'failed')

  await world.moveTo('2026-12-16')
  const late = await addAccount('770042345', 'prenote')
  await cutoffOf(world, '2026-12-16')
  await checksOn(world, '2026-12-22')
  assert.equal(await stateOf(late), 'verified')
  const { name } = await world.ctx.db
    .selectFrom('ach_file')
    .select('name')
    .where('sent_on', '=', date('2026-12-16'))
    .executeTakeFirstOrThrow()
  const answer = `KEYTURN-ACK 1\nfile: ${name}\nstatus: rejected\nreason: late\n`
  await takeBankFile(world.ctx, { name: 'LATE.txt', bytes: Buffer.from(answer) })
  await sendPayments(world.bankCtx)
  await checksOn(world, '2026-12-22')
  assert.equal(await stateOf(late), 'failed')
})

async function refund(sendOn: string): Promise<string> {
  const [funding] = await readFundingAccounts(world.ctx.db, elena)
  assert.ok(funding)
  const id = newTestId()
  const entry = {
    ...{ accountId: elena.accountId, id, fundingAccountId: funding.id, paymentId: null },
    ...({ purpose: 'refund', direction: 'credit', amount: cents(4_210), class: 'PPD' } as const),
    ...({ recurrence: null, identification: id.slice(-12).toUpperCase(), attempt: 1 } as const),
    ...{ sendOn: date(sendOn), wanted: null, createdAt: world.clock.now() },
  }
  const receiver = {
    ...({ routing: '076401251', account: '200046046042', kind: 'checking' } as const),
    name: 'ELENA MARSH',
  }
  await world.ctx.db
    .transaction()
    .execute((tx) => insertEntry(tx, world.ctx.vault, { entry, receiver }))
  return id
}

test('a refund goes again as it was, or is a task', async () => {
  await world.moveTo('2026-12-22')
  const goes = await refund('2026-12-22')
  const first = await refusedOn(world, '2026-12-22')
  await world.moveTo('2026-12-23')
  await decide(world, first, 'sendAgain')
  await sendPayments(world.bankCtx)
  const { sent_again_as: again } = await world.ctx.db
    .selectFrom('ach_entry')
    .select('sent_again_as')
    .where('id', '=', goes)
    .executeTakeFirstOrThrow()
  const second = await refusedOn(world, '2026-12-23')
  const entry = await world.ctx.db
    .selectFrom('ach_entry')
    .select(['purpose', 'direction', 'amount', 'file_id'])
    .where('id', '=', again)
    .executeTakeFirstOrThrow()
  assert.deepEqual(entry, {
    ...{ purpose: 'refund', direction: 'credit', amount: 4_210, file_id: second },
  })
  await decide(world, second, 'doNotSend')
  await sendPayments(world.bankCtx)
  const task = await world.ctx.db
    .selectFrom('money_task')
    .select(['kind', 'details'])
    .where('about', '=', again ?? '')
    .executeTakeFirstOrThrow()
  assert.equal(task.kind, 'entryNotSent')
  assert.equal((task.details as Record<string, string>).reason, 'fileRefused')
})

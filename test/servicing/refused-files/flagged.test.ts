// What is noted of an account while a debit of autopay waits for the decision about its file, or
// once it waits for its next cutoff: it does not go.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { nextBankingDay } from '#src/domain/regions/us-banking-days.ts'
import { askPolicy } from '#src/identity/staff/staff-policy.ts'
import { sendPayments } from '#src/servicing/ach/send-payments.ts'
import { setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import type { Owner } from '#src/servicing/context.ts'
import { markNumber } from '#src/servicing/fraud/mark-number.ts'
import { setFlag } from '#src/servicing/holds/set-flag.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { readPayment, readPayments } from '#src/store/payments/payments.ts'
import { type BankWorld, bankWorld, ELENA } from '#test/support/bank-world.ts'
import { newTestId } from '#test/support/database.ts'
import { movableClock, visit } from '#test/support/identity-world.ts'
import { cutoffOf, decide, refusedOn } from '#test/support/refusal-steps.ts'
import { staffWorld } from '#test/support/staff-world.ts'

let world: BankWorld
let elena: Owner
beforeEach(async () => {
  world = await bankWorld([ELENA])
  elena = await world.ownerOf(ELENA)
})
afterEach(() => world.close())

/** The first debit of a new autopay, held since its file was refused. */
async function heldDebit() {
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
  assert.equal((await stateOf(made.id))[0], 'held')
  const day = nextBankingDay(made.sendOn)
  await world.moveTo(day)
  return { id: made.id, file, day }
}

async function stateOf(id: string) {
  const payment = await readPayment(world.ctx.db, { accountId: elena.accountId, id })
  return [payment?.state, payment?.attempts]
}

async function bankruptcy(): Promise<void> {
  const clock = movableClock()
  const { session } = await staffWorld(world.database, clock).person('a@desk.example', 'agent')
  const may = askPolicy({ session, visit: visit(), now: clock.now() }, 'setFlag')
  assert.ok(may.is === 'may')
  const flag = {
    ...({ kind: 'bankruptcy', since: date('2026-11-24'), reason: 'A petition.' } as const),
    ...{ obligorId: elena.obligorId, idempotencyKey: newTestId() },
  }
  const { accountId } = elena
  const ctx = { ...world.ctx, wallClock: clock }
  assert.equal(await setFlag(ctx, { permit: may.permit, accountId, flag }), 'done')
}

/** The number of the bank account that its debits come from. */
async function markedForFraud(): Promise<void> {
  const clock = movableClock()
  const { session } = await staffWorld(world.database, clock).person('m@desk.example', 'agent')
  const may = askPolicy({ session, visit: visit(), now: clock.now() }, 'markNumber')
  assert.ok(may.is === 'may')
  const [funding] = await readFundingAccounts(world.ctx.db, elena)
  const { accountId } = elena
  const marked = await markNumber(
    { ...world.ctx, wallClock: clock },
    {
      number: { is: 'of', accountId, fundingAccountId: funding?.id ?? '' },
      ...{ permit: may.permit, reason: 'The bank called.', formKey: newTestId() },
    },
  )
  assert.equal(marked.is, 'done')
}

async function sentEntries(id: string): Promise<number> {
  const rows = await world.ctx.db
    .selectFrom('ach_entry')
    .select('id')
    .where('payment_id', '=', id)
    .execute()
  return rows.length
}

test('a bankruptcy noted while a debit is held: to send the file again does not send it', async () => {
  const { id, file, day } = await heldDebit()
  await bankruptcy()
  assert.deepEqual(await stateOf(id), ['canceled', 0])
  await decide(world, file, 'sendAgain')
  await sendPayments(world.bankCtx)
  await cutoffOf(world, day)
  assert.deepEqual(await stateOf(id), ['canceled', 0])
  assert.equal(await sentEntries(id), 1)
})

test('a bankruptcy noted once it waits for its next cutoff: the cutoff does not take it', async () => {
  const { id, file, day } = await heldDebit()
  await decide(world, file, 'sendAgain')
  await sendPayments(world.bankCtx)
  assert.equal((await stateOf(id))[0], 'scheduled')
  await bankruptcy()
  await cutoffOf(world, day)
  assert.deepEqual(await stateOf(id), ['canceled', 0])
  assert.equal(await sentEntries(id), 1)
})

for (const set of ['by autopay', 'by hand'] as const)
  test(`its bank account marked for fraud while a payment ${set} is held: sent again, it does not go`, async () => {
    const { id, file, day } = await heldDebit()
    if (set === 'by hand')
      await world.ctx.db
        .updateTable('payment')
        .set({ autopay_id: null })
        .where('id', '=', id)
        .execute()
    await markedForFraud()
    await decide(world, file, 'sendAgain')
    await sendPayments(world.bankCtx)
    await cutoffOf(world, day)
    assert.equal((await stateOf(id))[0], set === 'by hand' ? 'notSent' : 'canceled')
    assert.equal(await sentEntries(id), 1)
  })

// The number of a bank account marked for fraud: what it stops, whom it bars, what brings it back
// in by another road, and what a lift gives back.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { plantAutopay } from '#seeds/autopay.ts'
import { addDays, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { askPolicy, type DeskAction, type StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { takeEntries } from '#src/servicing/ach/take-entries.ts'
import { handleReturns } from '#src/servicing/ach-returns/handle-returns.ts'
import { takeBankFile } from '#src/servicing/ach-returns/take-bank-file.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import type { Owner } from '#src/servicing/context.ts'
import { liftMark } from '#src/servicing/fraud/lift-mark.ts'
import { markNumber } from '#src/servicing/fraud/mark-number.ts'
import { addFundingAccount } from '#src/servicing/funding/add-funding-account.ts'
import { checkAgain } from '#src/servicing/funding/check-again.ts'
import { copyFundingAccount } from '#src/servicing/funding/copy-funding-account.ts'
import { removeFundingAccount } from '#src/servicing/funding/remove-funding-account.ts'
import { readAutopays } from '#src/store/autopay/autopays.ts'
import { openBankNumbers } from '#src/store/payments/bank-numbers.ts'
import { readPayment, readPayments } from '#src/store/payments/payments.ts'
import { bankReturns } from '#test/support/bank-returns.ts'
import { newTestId } from '#test/support/database.ts'
import { movableClock, visit } from '#test/support/identity-world.ts'
import { scheduled, sentPayment } from '#test/support/sent-payment.ts'
import { staffWorld } from '#test/support/staff-world.ts'
import { type FundingWorld, fundingWorld } from '../funding/funding-world.ts'

const [ELENA, MARCUS, PAIR] = ['1048264417', '1048264425', '1048264458']
const clock = movableClock()
let world: FundingWorld
let elena: Owner
let marcus: Owner
let ruth: Owner
let session: Awaited<ReturnType<ReturnType<typeof staffWorld>['person']>>['session']

before(async () => {
  world = await fundingWorld([ELENA, MARCUS, PAIR, '1048264474', '1048264441'])
  elena = await world.book.ownerOf(ELENA)
  marcus = await world.book.ownerOf(MARCUS)
  ruth = await world.book.ownerOf(PAIR)
  const staff = staffWorld(world.book.database, clock)
  session = (await staff.person('s@desk.example', 'supervisor')).session
})
after(() => world.close())

function may<A extends DeskAction>(action: A): StaffPermit<A> {
  const answer = askPolicy({ session, visit: visit(), now: clock.now() }, action)
  assert.ok(answer.is === 'may')
  return answer.permit
}
const desk = () => ({ ...world.ctx, wallClock: clock })
const routingNumber = '021000021'

async function mark(accountNumber: string, formKey = newTestId(), routing = routingNumber) {
  const answer = await markNumber(desk(), {
    permit: may('markNumber'),
    number: { is: 'typed', routingNumber: routing, accountNumber },
    ...{ reason: 'The bank called.', formKey },
  })
  assert.ok(answer.is !== 'notFound')
  return answer
}
const lift = (markId: string) =>
  liftMark(desk(), { permit: may('liftMark'), markId, reason: 'A mistake.' })
const entry = (accountNumber: string) => ({
  ...({ kind: 'checking', routingNumber, bankName: 'Harbor Savings' } as const),
  ...{ accountNumber, idempotencyKey: newTestId() },
})
const add = (owner: Owner, number: string) => addFundingAccount(world.ctx, owner, entry(number))

/** So many are the most at once and in a day: those of earlier tests are out of the way. */
async function makeRoom() {
  await world.ctx.db
    .updateTable('funding_account')
    .set({ added_at: '2026-10-01T00:00:00.000Z', removed_at: world.ctx.clock.now() })
    .set({ is_default: false })
    .where('bank_name', '=', 'Harbor Savings')
    .where('removed_at', 'is', null)
    .execute()
}
beforeEach(makeRoom)

/** Added and, as after its check, verified. */
async function verified(owner: Owner, number: string): Promise<string> {
  const id = await world.add(owner, 'prenote', number)
  await world.ctx.db
    .updateTable('funding_account')
    .set({ state: 'verified', verified_at: world.ctx.clock.now() })
    .where('id', '=', id)
    .execute()
  return id
}
async function stateOf(id: string) {
  const row = await world.ctx.db
    .selectFrom('funding_account')
    .select(['state', 'state_reason'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return [row.state, row.state_reason]
}
const lastTold = async (owner: Owner, template: string) =>
  (
    await world.ctx.db
      .selectFrom('outbox')
      .select('parameters')
      .where('account_id', '=', owner.accountId)
      .where('obligor_id', '=', owner.obligorId)
      .where('template', '=', template)
      .where('channel', '=', 'portal')
      .orderBy('id', 'desc')
      .executeTakeFirst()
  )?.parameters as Record<string, string> | undefined
const refusalOf = (answer: Awaited<ReturnType<typeof add>>) =>
  answer.ok ? null : answer.refusal.code

test('every account with the number is stopped, removed ones too; what waits does not go, owners are told, nobody adds it', async () => {
  const number = '660011112222'
  const [of, other] = [await verified(elena, number), await verified(marcus, number)]
  const gone = await verified(ruth, number)
  const removed = await removeFundingAccount(world.ctx, ruth, {
    fundingAccountId: gone,
    cancel: [],
  })
  assert.ok(removed.ok)
  const paymentId = newTestId()
  await scheduled(world.ctx, elena, {
    ...{ paymentId, amount: cents(5_000), sentOn: date('2026-12-01'), fundingAccountId: of },
  })
  const key = newTestId()
  const first = await mark(number, key)
  assert.equal(first.is, 'done')
  for (const id of [of, other, gone]) assert.deepEqual(await stateOf(id), ['stopped', 'fraud'])
  const payment = await readPayment(world.ctx.db, { accountId: elena.accountId, id: paymentId })
  assert.deepEqual([payment?.state, payment?.stateReason], ['notSent', 'bankAccountStopped'])
  assert.equal((await lastTold(elena, 'bankAccountStopped'))?.reason, 'notUsable')
  assert.equal((await lastTold(marcus, 'bankAccountStopped'))?.lastFour, '2222')
  assert.ok(await lastTold(elena, 'paymentNotSent'))
  assert.equal(await lastTold(ruth, 'bankAccountStopped'), undefined)
  assert.equal(refusalOf(await add(ruth, number)), 'bankNumberStopped')
  // Sent twice it is one mark; another form finds it marked.
  assert.deepEqual(await mark(number, key), first)
  assert.deepEqual(await mark(number), { is: 'already', markId: first.markId })
  assert.deepEqual(await checkAgain(world.ctx, marcus, { fundingAccountId: other }), {
    ok: false,
    refusal: { code: 'bankAccountStopped' },
  })
  const rows = await world.ctx.db.selectFrom('fraud_mark').selectAll().execute()
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(number))
})

test('autopay that draws on it is decided in the same transaction: its debit does not go', async () => {
  await plantAutopay(world.ctx, date('2026-11-24'))
  const [autopay] = await readAutopays(world.ctx.db, ruth.accountId)
  assert.equal(autopay?.state, 'active')
  const from = autopay.fundingAccountId
  const numbers = await openBankNumbers(world.ctx.db, world.ctx.vault, {
    ...{ accountId: ruth.accountId, id: from },
  })
  assert.ok(numbers)
  const set = async () =>
    (await readPayments(world.ctx.db, ruth.accountId)).filter(
      ({ state, fundingAccountId }) => state === 'scheduled' && fundingAccountId === from,
    )
  assert.equal((await set()).length, 1)
  await mark(numbers.accountNumber, newTestId(), numbers.routingNumber)
  const [after] = await readAutopays(world.ctx.db, ruth.accountId)
  assert.notEqual(after?.state, 'active')
  assert.deepEqual(await set(), [])
})

test('a try of a returned payment that waits in line is withdrawn', async () => {
  const id = await verified(elena, '660033334444')
  const sent = await sentPayment(world.ctx, elena, {
    ...{ amount: 10_000, sentOn: '2026-11-20', fundingAccountId: id },
  })
  await takeBankFile(world.ctx, {
    name: 'returned',
    bytes: bankReturns([{ code: 'R01', trace: sent.trace, amount: 10_000 }], '328'),
  })
  await handleReturns(world.ctx)
  const retry = () =>
    world.ctx.db
      .selectFrom('ach_entry')
      .select('state')
      .where('payment_id', '=', sent.paymentId)
      .where('purpose', '=', 'retry')
      .executeTakeFirstOrThrow()
  assert.equal((await retry()).state, 'waiting')
  await mark('6600-3333 4444'.replace(/\D/g, ''))
  assert.equal((await retry()).state, 'withdrawn')
  await takeEntries(world.ctx, {
    ...{ accountIds: [elena.accountId], sentOn: addDays(date('2026-11-24'), 30), modifier: 'A' },
  })
  assert.equal((await retry()).state, 'withdrawn')
})

test('a number that nobody has is barred from everybody: typed, and copied from an account', async () => {
  const number = '660055556666'
  await mark(number)
  assert.equal(refusalOf(await add(elena, number)), 'bankNumberStopped')
  const id = await verified(marcus, '660077778888')
  const elsewhere = await mark('660077778888', newTestId(), '011000015')
  assert.equal(elsewhere.is, 'done')
  assert.deepEqual(await stateOf(id), ['verified', null])
  await mark('660077778888')
  const copied = await copyFundingAccount(world.ctx, elena, {
    ...{ from: marcus, fundingAccountId: id, idempotencyKey: newTestId() },
  })
  assert.equal(copied.ok, false)
})

test('a correction from a bank to a marked number stops the account, however it is written', async () => {
  await mark('660099990000')
  const id = await verified(marcus, '660099991111')
  const sent = await sentPayment(world.ctx, marcus, {
    ...{ amount: 10_000, sentOn: '2026-11-20', fundingAccountId: id },
  })
  const change = { code: 'C01', trace: sent.trace, corrected: '66009999-0000' }
  await takeBankFile(world.ctx, { name: 'changed', bytes: bankReturns([change], '328') })
  await handleReturns(world.ctx)
  assert.deepEqual(await stateOf(id), ['stopped', 'fraud'])
  assert.equal((await lastTold(marcus, 'bankAccountStopped'))?.lastFour, '0000')
  assert.equal(await lastTold(marcus, 'bankAccountCorrected'), undefined)
})

test('added and marked at the same moment, it is stopped or refused, and never in use', async () => {
  for (let round = 0; round < 8; round += 1) {
    await makeRoom()
    const number = `66012345${String(round).padStart(4, '0')}`
    const [added, , other] = await Promise.all([
      add(elena, number),
      mark(number),
      add(marcus, number),
    ])
    for (const answer of [added, other])
      if (answer.ok)
        assert.deepEqual(await stateOf(answer.value.fundingAccountId), ['stopped', 'fraud'])
      else assert.equal(answer.refusal.code, 'bankNumberStopped')
  }
})

test('two who mark one number at once make one mark', async () => {
  const number = '660013572468'
  const id = await verified(elena, number)
  const answers = await Promise.all([mark(number), mark(number), mark(number)])
  assert.deepEqual(answers.map(({ is }) => is).toSorted(), ['already', 'already', 'done'])
  assert.equal(new Set(answers.map(({ markId }) => markId)).size, 1)
  assert.deepEqual(await stateOf(id), ['stopped', 'fraud'])
})

test('lifted, each stands as before, the number can be added, and nothing starts by itself', async () => {
  const number = '660024681357'
  const id = await verified(elena, number)
  const waits = await world.add(marcus, 'prenote', number)
  const paymentId = newTestId()
  await scheduled(world.ctx, elena, {
    ...{ paymentId, amount: cents(5_000), sentOn: date('2026-12-01'), fundingAccountId: id },
  })
  const { markId } = await mark(number)
  assert.deepEqual(await Promise.all([lift(markId), lift(markId)]).then((a) => a.toSorted()), [
    false,
    true,
  ])
  assert.deepEqual(await stateOf(id), ['verified', null])
  assert.deepEqual(await stateOf(waits), ['unverified', null])
  assert.equal((await lastTold(elena, 'bankAccountFreed'))?.lastFour, '1357')
  const again = await checkAgain(world.ctx, marcus, { fundingAccountId: waits })
  assert.ok(again.ok)
  const payment = await readPayment(world.ctx.db, { accountId: elena.accountId, id: paymentId })
  assert.equal(payment?.state, 'notSent')
  assert.ok((await add(ruth, number)).ok)
  assert.equal((await mark(number)).is, 'done')
})

test('what a bank stopped while the mark stood stays stopped after the lift', async () => {
  const number = '660086421357'
  const id = await verified(elena, number)
  const sent = await sentPayment(world.ctx, elena, {
    ...{ amount: 10_000, sentOn: '2026-11-20', fundingAccountId: id },
  })
  const { accountId } = elena
  const held = { is: 'of', accountId, fundingAccountId: id } as const
  const marked = await markNumber(desk(), {
    ...{ permit: may('markNumber'), number: held, reason: 'The bank called.' },
    formKey: newTestId(),
  })
  assert.ok(marked.is === 'done')
  const { markId } = marked
  assert.equal((await mark(number)).is, 'already')
  const back = { code: 'R10', trace: sent.trace, amount: 10_000 }
  await takeBankFile(world.ctx, { name: 'disputed', bytes: bankReturns([back], '328') })
  await handleReturns(world.ctx)
  assert.equal(await lift(markId), true)
  assert.deepEqual(await stateOf(id), ['stopped', 'R10'])
  const broken: unknown[] = []
  const problem = (each: unknown) => broken.push(each)
  await verifyAudit(world.ctx, { problem, progress: () => undefined })
  assert.deepEqual(broken, [])
})

// What comes back from the bank, end to end on a real database: taken back once, tried again,
// stopped, put before a person.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { handleReturns } from '#src/servicing/ach-returns/handle-returns.ts'
import { takeBankFile } from '#src/servicing/ach-returns/take-bank-file.ts'
import type { Owner } from '#src/servicing/context.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { viewAccount } from '#src/servicing/view-account.ts'
import { readTasks } from '#src/store/ach/money-tasks.ts'
import { readPayment } from '#src/store/payments/payments.ts'
import { type Back, bankReturns } from '#test/support/bank-returns.ts'
import { newTestId } from '#test/support/database.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { putInFile, scheduled, sentEntry, sentPayment } from '#test/support/sent-payment.ts'

const ELENA = '1048264417'
const PAIR = '1048264458'
const today = date('2026-11-24')
let book: PlantedBook
let elena: Owner
let ruth: Owner
before(async () => {
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [ELENA, PAIR] })
  elena = await book.ownerOf(ELENA)
  ruth = await book.ownerOf(PAIR)
})
after(() => book.close())

let files = 0

async function takes(backs: readonly Back[], settlementDay = '328') {
  files += 1
  const kept = await takeBankFile(book.ctx, {
    name: `returns-${files}`,
    bytes: bankReturns(backs, settlementDay),
  })
  await handleReturns(book.ctx)
  return kept
}

const paymentOf = (owner: Owner, id: string) =>
  readPayment(book.ctx.db, { accountId: owner.accountId, id })

const entriesOf = (paymentId: string) =>
  book.ctx.db
    .selectFrom('ach_entry')
    .select(['purpose', 'state', 'attempt', 'send_on', 'wanted', 'amount', 'return_code'])
    .where('payment_id', '=', paymentId)
    .orderBy('attempt')
    .execute()

const told = async (owner: Owner) =>
  book.ctx.db
    .selectFrom('outbox')
    .select(['template', 'parameters', 'channel'])
    .where('obligor_id', '=', owner.obligorId)
    .orderBy('id')
    .execute()

async function principalOf(owner: Owner) {
  const view = await viewAccount(book.ctx, owner)
  assert.ok(view.product === 'loan')
  return view.position.principal
}

test('R01: taken back from its own day, and the same debit goes again at the next cutoff', async () => {
  const before = await principalOf(elena)
  const sent = await sentPayment(book.ctx, elena, { amount: 51_234, sentOn: '2026-11-20' })
  assert.ok((await principalOf(elena)) < before)
  await takes([{ code: 'R01', trace: sent.trace, amount: 51_234 }])
  assert.equal(await principalOf(elena), before)
  const payment = await paymentOf(elena, sent.paymentId)
  assert.deepEqual(
    [payment?.state, payment?.stateReason, payment?.postedEventId, payment?.effectiveDate],
    ['sent', 'R01', null, '2026-11-25'],
  )
  const entries = await entriesOf(sent.paymentId)
  assert.deepEqual(
    entries.map((entry) => [entry.purpose, entry.state, entry.attempt, entry.amount, entry.wanted]),
    [
      ['payment', 'returned', 1, 51_234, null],
      ['retry', 'waiting', 2, 51_234, '2026-11-25'],
    ],
  )
  const [message] = (await told(elena)).filter(({ template }) => template === 'paymentRetried')
  assert.ok(message)
  const { reason, withdrawn } = message.parameters as Record<string, string>
  assert.deepEqual([reason, withdrawn], ['funds', '2026-11-25'])
  assert.deepEqual((await verifyLedger(book.ctx)).problems, [])
})

test('R01 three times: two more tries and no third, each event reversed once', async () => {
  const { ctx } = book
  const sent = await sentPayment(ctx, ruth, { amount: 20_000, sentOn: '2026-11-19' })
  let trace = sent.trace
  for (const attempt of [1, 2, 3]) {
    await takes([{ code: attempt === 2 ? 'R09' : 'R01', trace, amount: 20_000 }])
    const waiting = (await entriesOf(sent.paymentId)).filter(({ state }) => state === 'waiting')
    assert.equal(waiting.length, attempt === 3 ? 0 : 1)
    const next = await ctx.db
      .selectFrom('ach_entry')
      .select(['id', 'account_id'])
      .where('payment_id', '=', sent.paymentId)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
    if (next)
      trace = await ctx.db.transaction().execute((tx) =>
        putInFile(tx, ctx, {
          accountId: next.account_id,
          id: next.id,
          sentOn: date('2026-11-24'),
        }),
      )
  }
  const payment = await paymentOf(ruth, sent.paymentId)
  assert.deepEqual([payment?.state, payment?.stateReason], ['returned', 'R01'])
  const reversals = (await viewAccount(ctx, ruth)).activity.filter(
    ({ kind }) => kind === 'returned',
  )
  assert.equal(reversals.length, 1)
  const ben = await book.ownerOf(PAIR, 'co')
  const shared = (await told(ben)).filter(({ channel }) => channel === 'portal')
  assert.deepEqual(
    shared.map(({ template }) => template),
    ['paymentReturnedShared', 'paymentReturnedShared', 'paymentReturnedShared'],
  )
  assert.doesNotMatch(JSON.stringify(shared), /checking|6042|funds|R0/)
})

test('R02: the bank account is stopped, what waits for it is not sent, and nothing of it is silent', async () => {
  const { ctx } = book
  const sent = await sentPayment(ctx, elena, { amount: 30_000, sentOn: '2026-11-20' })
  const { fundingAccountId } = sent
  const waiting = newTestId()
  const later = { amount: cents(12_345), sentOn: date('2026-12-04'), fundingAccountId }
  await scheduled(ctx, elena, { paymentId: waiting, ...later })
  await takes([{ code: 'R02', trace: sent.trace, amount: 30_000 }])
  const funding = await ctx.db
    .selectFrom('funding_account')
    .select(['state', 'state_reason'])
    .where('id', '=', fundingAccountId)
    .executeTakeFirstOrThrow()
  assert.deepEqual([funding.state, funding.state_reason], ['stopped', 'R02'])
  assert.equal((await paymentOf(elena, sent.paymentId))?.state, 'returned')
  const held = await paymentOf(elena, waiting)
  assert.deepEqual([held?.state, held?.stateReason], ['notSent', 'bankAccountStopped'])
  const templates = (await told(elena)).map(({ template }) => template)
  for (const template of ['paymentReturned', 'bankAccountStopped', 'paymentNotSent'])
    assert.ok(templates.includes(template), template)
  // The retry of the first test waited for the same bank account.
  const entries = await ctx.db
    .selectFrom('ach_entry')
    .select('state')
    .where('funding_account_id', '=', fundingAccountId)
    .where('purpose', '=', 'retry')
    .execute()
  assert.deepEqual(entries, [{ state: 'withdrawn' }])
})

test('the same file twice, and the same return in another file, move nothing twice', async () => {
  const { ctx } = book
  const sent = await sentPayment(ctx, ruth, { amount: 15_000, sentOn: '2026-11-20' })
  const back = { code: 'R03', trace: sent.trace, amount: 15_000 }
  const bytes = bankReturns([back], '328')
  const first = await takeBankFile(ctx, { name: 'a', bytes })
  const second = await takeBankFile(ctx, { name: 'b', bytes })
  assert.deepEqual([first.isNew, second.isNew], [true, false])
  assert.equal(first.reportId, second.reportId)
  assert.equal((await handleReturns(ctx)).handled, 1)
  assert.equal((await handleReturns(ctx)).handled, 0)
  await takes([back], '329')
  await takes([back], '330')
  const repeated = (await openTasks()).filter(({ kind }) => kind === 'returnRepeated')
  assert.equal(repeated.length, 1)
  assert.deepEqual((await verifyLedger(ctx)).problems, [])
})

const openTasks = () => readTasks(book.ctx.db, { state: 'open', limit: 100 })

test('a trace or an amount that does not fit moves nothing and goes before a person', async () => {
  const sent = await sentPayment(book.ctx, ruth, { amount: 16_000, sentOn: '2026-11-20' })
  const before = await principalOf(ruth)
  await takes([
    { code: 'R01', trace: '073000229999999', amount: 16_000 },
    { code: 'R01', trace: sent.trace, amount: 16_001 },
    { code: 'R68', trace: sent.trace, amount: 16_000 },
  ])
  assert.equal(await principalOf(ruth), before)
  assert.equal((await paymentOf(ruth, sent.paymentId))?.stateReason, null)
  const kinds = (await openTasks()).map(({ kind }) => kind)
  for (const kind of ['returnUnmatched', 'returnDiffers', 'returnBetweenBanks'])
    assert.ok(kinds.includes(kind), kind)
})

test('a file in doubt is kept whole and nothing of it is applied', async () => {
  const sent = await sentPayment(book.ctx, ruth, { amount: 17_000, sentOn: '2026-11-20' })
  const whole = bankReturns([{ code: 'R01', trace: sent.trace, amount: 17_000 }]).toString()
  const cut = whole.split('\n').slice(0, 4).join('\n')
  const { reportId } = await takeBankFile(book.ctx, { name: 'cut', bytes: Buffer.from(cut) })
  assert.equal((await handleReturns(book.ctx)).handled, 0)
  assert.notEqual((await paymentOf(ruth, sent.paymentId))?.postedEventId, null)
  const tasks = await openTasks()
  assert.ok(tasks.some(({ kind, about }) => kind === 'fileDoubted' && about === reportId))
})

test('a return after its last day is taken, and the task says that it may be refused', async () => {
  const sent = await sentPayment(book.ctx, ruth, { amount: 18_000, sentOn: '2026-11-12' })
  await takes([{ code: 'R08', trace: sent.trace, amount: 18_000 }])
  assert.equal((await paymentOf(ruth, sent.paymentId))?.state, 'returned')
  assert.ok(
    (await openTasks()).some(({ kind, details }) => {
      return kind === 'returnLate' && details.trace === sent.trace
    }),
  )
})

test('a check that comes back: the bank account is not verified', async () => {
  const { ctx } = book
  const { fundingAccountId } = await sentPayment(ctx, ruth, { amount: 100, sentOn: '2026-11-23' })
  const { trace } = await sentEntry(ctx, {
    ...{ accountId: ruth.accountId, fundingAccountId, paymentId: null },
    ...{ amount: cents(0), sentOn: date('2026-11-20'), purpose: 'prenote' },
  })
  await takes([{ code: 'R03', trace, amount: 0 }])
  const { state, state_reason } = await ctx.db
    .selectFrom('funding_account')
    .select(['state', 'state_reason'])
    .where('id', '=', fundingAccountId)
    .executeTakeFirstOrThrow()
  assert.deepEqual([state, state_reason], ['failed', 'R03'])
})

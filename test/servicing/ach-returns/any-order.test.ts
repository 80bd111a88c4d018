// Returns in any order over payments of any days, and a database that goes away while they are
// handled: each payment is taken back once, and the account is as if it had never been made.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import pg from 'pg'
import { quoteOn } from '#src/domain/account/quote.ts'
import { addDays, date } from '#src/domain/calendar.ts'
import { addBankingDays } from '#src/domain/regions/us-banking-days.ts'
import { handleReturns } from '#src/servicing/ach-returns/handle-returns.ts'
import { takeBankFile } from '#src/servicing/ach-returns/take-bank-file.ts'
import type { Owner } from '#src/servicing/context.ts'
import { loadLoan } from '#src/servicing/load-account.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { waitingItems } from '#src/store/ach/report-items.ts'
import { readPayment } from '#src/store/payments/payments.ts'
import { bankReturns } from '#test/support/bank-returns.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { type SentPayment, sentPayment } from '#test/support/sent-payment.ts'

const NUMBERS = ['1048264417', '1048264458'] as const
const today = date('2026-11-24')
let book: PlantedBook
const owners: Owner[] = []
before(async () => {
  const numbers = [...NUMBERS]
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers })
  for (const number of NUMBERS) owners.push(await book.ownerOf(number))
})
after(() => book.close())

/** With what closes the account a week later, to the cent of its interest. */
async function owedBy({ accountId }: Owner) {
  const { account, ledger } = await loadLoan(book.ctx.db, accountId)
  const { principal, counted, lateCharges, fees, suspense } = ledger.position
  const { total } = quoteOn(ledger, addDays(today, 7))
  return { principal, counted, lateCharges, fees, suspense, total, status: account.status }
}

const owed = () => Promise.all(owners.map(owedBy))

/** Codes after which nothing goes again, so that nothing is left of the payment. */
const codes = ['R02', 'R03', 'R08', 'R10', 'R16', 'R24', 'R96']
const anyPayment = fc.record({
  owner: fc.integer({ min: 0, max: NUMBERS.length - 1 }),
  amount: fc.integer({ min: 1_000, max: 150_000 }),
  daysAgo: fc.integer({ min: 1, max: 75 }),
  code: fc.constantFrom(...codes),
  rank: fc.integer(),
})

type Drawn = {
  readonly owner: number
  readonly amount: number
  readonly daysAgo: number
  readonly code: string
  readonly rank: number
}

async function sendAll(drawn: readonly Drawn[]) {
  const sent: (SentPayment & Drawn)[] = []
  for (const each of drawn) {
    const owner = owners[each.owner]
    assert.ok(owner)
    const sentOn = addBankingDays(addDays(today, -each.daysAgo), 0)
    const of = { amount: each.amount, sentOn: sentOn < today ? sentOn : date('2026-11-23') }
    sent.push({ ...each, ...(await sentPayment(book.ctx, owner, of)) })
  }
  return sent
}

let files = 0

function fileOf(sent: readonly (SentPayment & Drawn)[]) {
  files += 1
  const backs = sent
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ code, trace, amount }) => ({ code, trace, amount }))
  return { name: `any-${files}`, bytes: bankReturns(backs, '328') }
}

test('payments of any days, returned in any order, leave the account as it was', async () => {
  const runs = fc.sample(fc.array(anyPayment, { minLength: 2, maxLength: 7 }), {
    numRuns: 12,
    seed: 20_261_124,
  })
  const before = await owed()
  for (const drawn of runs) {
    const sent = await sendAll(drawn)
    await takeBankFile(book.ctx, fileOf(sent))
    await handleReturns(book.ctx)
    assert.deepEqual(await owed(), before)
    for (const { paymentId, owner } of sent) await assertTakenBack(owners[owner], paymentId)
  }
  assert.deepEqual((await verifyLedger(book.ctx)).problems, [])
})

test('stopped at each step and begun again, a return is reversed once', async () => {
  const before = await owed()
  const [sent] = await sendAll([{ owner: 1, amount: 51_234, daysAgo: 5, code: 'R02', rank: 0 }])
  assert.ok(sent)
  await takeBankFile(book.ctx, fileOf([sent]))
  let stops = 0
  for (let last = 1; ; last += 1) {
    let calls = 0
    const stop = () => {
      calls += 1
      if (calls === last) throw new Error('stopped')
    }
    const { clock, newId } = book.ctx
    const ctx = {
      ...book.ctx,
      clock: {
        now: () => {
          stop()
          return clock.now()
        },
      },
      newId: () => {
        stop()
        return newId()
      },
    }
    const result = await handleReturns(ctx).catch((error: unknown) => error)
    if (!(result instanceof Error)) break
    stops += 1
    assert.notEqual((await paymentOf(sent))?.postedEventId, null)
  }
  assert.ok(stops > 8, `${stops} steps`)
  assert.deepEqual(await owed(), before)
  await assertTakenBack(owners[1], sent.paymentId)
})

test('a database that ends sessions all the time: each return is reversed once', async () => {
  const before = await owed()
  const drawn = fc.sample(anyPayment, { numRuns: 15, seed: 7 })
  const sent = await sendAll(drawn)
  await takeBankFile(book.ctx, fileOf(sent))
  const superuser = new pg.Client({ connectionString: book.database.superuserUrl })
  await superuser.connect()
  let isDone = false
  let ended = 0
  const killer = (async () => {
    while (!isDone) {
      const { rowCount } = await superuser.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      )
      ended += rowCount ?? 0
      await wait(15 + Math.random() * 120)
    }
  })()
  // Some runs go on against the killing; then it ends, as a server comes back.
  for (let runs = 0; runs < 60; runs += 1) {
    const run = handleReturns(book.ctx).catch((error: unknown) => error)
    const result = await Promise.race([run, wait(1_500, new Error('hangs'))])
    if (!(result instanceof Error)) break
  }
  isDone = true
  await killer
  await superuser.end()
  assert.ok(ended > 0)
  // What a session that was ended held is free again once the server noticed.
  for (let runs = 0; runs < 10 && (await waitingItems(book.ctx.db, 1)).length > 0; runs += 1) {
    await handleReturns(book.ctx).catch(() => undefined)
    await wait(200)
  }
  assert.deepEqual(await owed(), before)
  for (const { paymentId, owner } of sent) await assertTakenBack(owners[owner], paymentId)
  assert.deepEqual((await verifyLedger(book.ctx)).problems, [])
})

const paymentOf = ({ paymentId, owner }: SentPayment & Drawn) =>
  readPayment(book.ctx.db, { accountId: owners[owner]?.accountId ?? '', id: paymentId })

async function assertTakenBack(owner: Owner | undefined, paymentId: string): Promise<void> {
  assert.ok(owner)
  const { accountId } = owner
  const payment = await readPayment(book.ctx.db, { accountId, id: paymentId })
  assert.deepEqual([payment?.state, payment?.postedEventId], ['returned', null])
  const events = await book.ctx.db
    .selectFrom('account_event')
    .select(['id', 'payload'])
    .where('account_id', '=', accountId)
    .execute()
  const posted = events.filter(
    ({ payload }) => (payload as { paymentId?: string }).paymentId === paymentId,
  )
  assert.equal(posted.length, 1)
  const reversals = events.filter(
    ({ payload }) => (payload as { of?: string }).of === posted[0]?.id,
  )
  assert.equal(reversals.length, 1)
}

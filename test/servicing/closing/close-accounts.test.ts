// A close looks only at accounts that have something to do: it must write what looking at every
// account, each by itself, would write.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { addDays, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { closeDay } from '#src/servicing/closing/close-day.ts'
import { loadForUpdate } from '#src/servicing/load-account.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { recordFacts } from '#src/servicing/record-facts.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readEvents } from '#src/store/accounts/account-events.ts'
import { readAccount } from '#src/store/accounts/accounts.ts'
import { readPostings } from '#src/store/accounts/postings.ts'
import { someHistories, writeHistories } from '#test/support/histories.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const FIRST = date('2026-11-24')
const DAYS = 20
const histories = someHistories({ count: 36, seed: 20_261_124, today: FIRST })
const ids = histories.map(({ accountId }) => accountId)
let closed: PlantedBook
let walked: PlantedBook

before(async () => {
  for (const open of [(b: PlantedBook) => (closed = b), (b: PlantedBook) => (walked = b)])
    open(await plantedBook({ today: FIRST, now: '2026-11-24T16:48:00.000Z', numbers: [] }))
  for (const { ctx } of [closed, walked]) await writeHistories(ctx, histories)
})
after(async () => {
  for (const book of [closed, walked]) await book.close()
})

/** The close without any hint: every account of the book, one transaction each. */
async function closeEveryAccount({ ctx }: PlantedBook, through: string): Promise<void> {
  for (const accountId of ids)
    await ctx.db.transaction().execute(async (tx) => {
      const loaded = await loadForUpdate(tx, accountId)
      await recordFacts(tx, ctx, { loaded, facts: [], through: date(through) })
    })
}

async function payInstallment({ ctx }: PlantedBook, accountId: string, on: string) {
  const events = await readEvents(ctx.db, accountId)
  const [boarded] = events
  assert(boarded?.payload.kind === 'boarded')
  await postPayment(ctx, {
    accountId,
    amount: boarded.payload.contract.payment,
    effectiveDate: date(on),
    extra: 'installments',
    extraAmount: null,
    toCharges: cents(0),
    channel: 'mail',
    paymentId: null,
  })
}

/** All that is recorded of an account, with event numbers for ids. */
async function recordOf({ ctx }: PlantedBook, accountId: string) {
  const [account, events, postings] = await Promise.all([
    readAccount(ctx.db, accountId),
    readEvents(ctx.db, accountId),
    readPostings(ctx.db, accountId),
  ])
  const numbers = new Map(events.map((event) => [event.id, event.seq]))
  const { status, reviewOn, lastEffectiveDate } = account ?? assert.fail('it is there')
  return {
    status,
    reviewOn,
    lastEffectiveDate,
    events: events.map(({ effectiveDate, payload }) => ({
      effectiveDate,
      payload: payload.kind === 'reversal' ? { ...payload, of: numbers.get(payload.of) } : payload,
    })),
    postings: postings
      .map(({ eventId, recordedBy, line, effectiveDate, debit, credit, amount, isReversal }) =>
        [
          numbers.get(recordedBy),
          line,
          numbers.get(eventId),
          effectiveDate,
          debit,
          credit,
          amount,
          isReversal,
        ].join(),
      )
      .sort(),
  }
}

async function counts({ ctx }: PlantedBook) {
  const { rows } = await sql<{ charges: number; steps: number; messages: number }>`
    select (select count(*)::integer from account_event where kind = 'lateCharge') as charges,
      (select count(*)::integer from close_step) as steps,
      (select count(*)::integer from outbox) as messages`.execute(ctx.db)
  return rows[0] ?? assert.fail('counts')
}

test('weeks of closes write what looking at every account on every day writes', async () => {
  const before = await counts(closed)
  for (let day = 0; day < DAYS; day += 1) {
    const on = addDays(FIRST, day)
    await closeDay(closed.ctx, on)
    await closeEveryAccount(walked, addDays(on, 1))
    // Money comes in between closes, now and then late.
    const payer = ids[(day * 7) % ids.length] ?? assert.fail('an account')
    for (const book of [closed, walked])
      await payInstallment(book, payer, addDays(on, day % 3 === 0 ? -4 : 1))
  }
  for (const accountId of ids)
    assert.deepEqual(await recordOf(closed, accountId), await recordOf(walked, accountId))
  const [here, there] = await Promise.all([counts(closed), counts(walked)])
  assert.equal(here.charges, there.charges)
  assert.equal(here.messages, there.messages)
  assert.ok(here.charges > before.charges + 10, `${here.charges - before.charges} charges came`)
  assert.ok(here.steps < (ids.length * DAYS) / 5, `only ${here.steps} looks were needed`)
  for (const book of [closed, walked]) {
    const { problems } = await verifyLedger(book.ctx)
    // The contracts name rules that no lender's file holds.
    const rest = problems.filter(({ row }) => !row.endsWith('(test)'))
    assert.deepEqual(rest, [])
  }
})

test('an account without a review date, or with one worked out too early, is closed all the same', async () => {
  const charged = async (book: PlantedBook) => (await counts(book)).charges
  const on = addDays(FIRST, DAYS)
  // Never worked out; then worked out from fewer events than it has.
  for (const [days, count] of [
    [0, null],
    [20, 0],
  ] as const) {
    const day = addDays(on, days)
    await sql`update account set review_on = '2099-12-31', review_event_count = ${count}`.execute(
      closed.ctx.db,
    )
    const before = await charged(closed)
    await closeDay(closed.ctx, day)
    await closeEveryAccount(walked, addDays(day, 1))
    assert.equal(await charged(closed), await charged(walked))
    assert.ok((await charged(closed)) > before || days === 0)
    for (const accountId of ids)
      assert.deepEqual(await recordOf(closed, accountId), await recordOf(walked, accountId))
  }
})

test('a review date that is simply wrong is named by the proof of the ledger', async () => {
  const { rows } = await sql<{ account_id: string }>`
    select account_id from account where review_on is not null limit 1`.execute(closed.ctx.db)
  const accountId = rows[0]?.account_id ?? assert.fail('an account with a review to come')
  const setTo = (day: string | null) =>
    sql`update account set review_on = ${day} where account_id = ${accountId}`.execute(
      closed.ctx.db,
    )
  for (const day of ['2099-12-31', null]) {
    await setTo(day)
    const { problems } = await verifyLedger(closed.ctx)
    const named = problems.filter(({ table }) => table === 'account')
    assert.deepEqual(
      named.map((problem) => [problem.accountId, problem.problem]),
      [[accountId, 'changed']],
    )
  }
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { addDays, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { UnclosedAccountsError } from '#src/servicing/closing/close-all-accounts.ts'
import { closeDay, closeThroughToday } from '#src/servicing/closing/close-day.ts'
import { loadLoan } from '#src/servicing/load-account.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { accountIdsAfter } from '#src/store/accounts/accounts.ts'
import { reviewsDue, reviewsUnknown } from '#src/store/accounts/reviews.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const GRACE = '1048264425'
const today = date('2026-11-24')
let book: PlantedBook

before(async () => {
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z' })
})
after(() => book.close())

async function lateCharges(number: string) {
  const { accountId } = await book.ownerOf(number)
  const { events, ledger } = await loadLoan(book.ctx.db, accountId)
  const charged = events.filter((event) => event.payload.kind === 'lateCharge')
  return { accountId, charged, ledger }
}

test('days that the calendar has left behind are closed, each once, even by two workers at a time', async () => {
  assert.equal(await businessDay(book.ctx.db), today)
  book.clock.instant = '2026-12-03T12:00:00.000Z'
  await Promise.all([closeThroughToday(book.ctx), closeThroughToday(book.ctx)])
  assert.equal(await businessDay(book.ctx.db), '2026-12-03')
  // Due 2026-11-14, 15 days of grace: the charge is of 2026-11-30, once.
  const { charged } = await lateCharges(GRACE)
  assert.deepEqual(
    charged.map((event) => event.effectiveDate),
    ['2026-11-30'],
  )
  await closeThroughToday(book.ctx)
  await closeDay(book.ctx, today)
  assert.equal((await lateCharges(GRACE)).charged.length, 1)
  assert.equal(await businessDay(book.ctx.db), '2026-12-03')
})

test('a payment that came in time and is posted late takes the charge back', async () => {
  const { accountId, ledger } = await lateCharges(GRACE)
  assert.ok(ledger.position.lateCharges > 0)
  await postPayment(book.ctx, {
    accountId,
    amount: ledger.contract.payment,
    effectiveDate: date('2026-11-27'),
    extra: 'installments',
    extraAmount: null,
    toCharges: cents(0),
    channel: 'mail',
    paymentId: null,
  })
  const after = await lateCharges(GRACE)
  assert.equal(after.ledger.position.lateCharges, 0)
  const reversals = (await loadLoan(book.ctx.db, accountId)).events.filter(
    ({ payload }) => payload.kind === 'reversal',
  )
  assert.equal(reversals.length, 1)
})

test('an account that fails is named and holds up the day; the others are closed, once', async () => {
  const { accountId } = await book.ownerOf(GRACE)
  const day = await businessDay(book.ctx.db)
  const last = addDays(day, 45)
  book.clock.instant = `${last}T12:00:00.000Z`
  const superuser = new pg.Client({ connectionString: book.database.superuserUrl })
  await superuser.connect()
  const breakAs = (kind: string, was: string) =>
    superuser.query('update account_event set kind = $2 where account_id = $1 and kind = $3', [
      accountId,
      kind,
      was,
    ])
  await breakAs('unheard of', 'payment')
  const steps = async () =>
    (await superuser.query('select account_id, business_date::text from close_step')).rows
  const before = (await steps()).length
  await assert.rejects(closeThroughToday(book.ctx), (error: Error) => {
    assert.ok(error instanceof UnclosedAccountsError)
    assert.match(error.message, new RegExp(`^1 accounts .* ${accountId}: `))
    return true
  })
  const held = await businessDay(book.ctx.db)
  assert.ok(held < last, 'the day is not over')
  const midway = await steps()
  assert.ok(midway.every((step) => step.account_id !== accountId || step.business_date < held))
  await breakAs('payment', 'unheard of')
  await superuser.end()
  await closeThroughToday(book.ctx)
  assert.equal(await businessDay(book.ctx.db), last)
  assert.ok(midway.length > before, 'others were closed meanwhile')
  assert.deepEqual((await verifyLedger(book.ctx)).problems, [])
  const charges = (await loadLoan(book.ctx.db, accountId)).events.flatMap(({ payload }) =>
    payload.kind === 'lateCharge' ? [payload.installment] : [],
  )
  assert.equal(new Set(charges).size, charges.length)
})

test('money is posted while two closes of one day run, and nobody waits in a circle', async () => {
  const day = await businessDay(book.ctx.db)
  await sql`update account set review_event_count = null`.execute(book.ctx.db)
  const accounts = await accountIdsAfter(book.ctx.db, { after: null, limit: 100 })
  const pay = (accountId: string) =>
    postPayment(book.ctx, {
      accountId,
      amount: cents(1_000),
      effectiveDate: day,
      extra: 'installments',
      extraAmount: null,
      toCharges: cents(0),
      channel: 'mail',
      paymentId: null,
    })
  const payAll = async (ids: string[]) => {
    for (const id of ids) await pay(id)
  }
  await Promise.all([
    closeDay(book.ctx, day),
    closeDay(book.ctx, day),
    payAll(accounts),
    payAll(accounts.toReversed()),
  ])
  assert.equal(await businessDay(book.ctx.db), addDays(day, 1))
  // An account whose payment came first needs no look any more.
  const left = { after: null, limit: 100 }
  assert.deepEqual(await reviewsUnknown(book.ctx.db, left), [])
  assert.deepEqual(await reviewsDue(book.ctx.db, { ...left, through: day }), [])
  assert.deepEqual((await verifyLedger(book.ctx)).problems, [])
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { closeDay, closeThroughToday } from '#src/servicing/closing/close-day.ts'
import { loadAccount } from '#src/servicing/load-account.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
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
  const { events, ledger } = await loadAccount(book.ctx.db, accountId)
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
  const reversals = (await loadAccount(book.ctx.db, accountId)).events.filter(
    ({ payload }) => payload.kind === 'reversal',
  )
  assert.equal(reversals.length, 1)
})

test('an account that fails leaves the others closed and is closed on the next try', async () => {
  const day = await businessDay(book.ctx.db)
  book.clock.instant = `${addDays(day, 30)}T12:00:00.000Z`
  let failures = 0
  const flaky = {
    ...book.ctx,
    newId: () => {
      failures += 1
      if (failures === 3) throw new Error('power cut')
      return book.ctx.newId()
    },
  }
  await assert.rejects(closeThroughToday(flaky), /power cut/)
  await closeThroughToday(book.ctx)
  assert.equal(await businessDay(book.ctx.db), addDays(day, 30))
  assert.deepEqual((await verifyLedger(book.ctx)).problems, [])
})

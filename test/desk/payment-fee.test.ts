// A payment with a fee: the desk shows both, and counts what the bank is asked for.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { scheduledByDay } from '#src/store/payments/payment-queue.ts'
import { readPayment } from '#src/store/payments/payments.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { paid } from '#test/support/payment-orders.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import type { Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const ELENA = '1048264417'
const clock = movableClock()
let book: PlantedBook
let desk: Portal
before(async () => {
  const today = date('2026-11-24')
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [ELENA] })
  desk = await openDesk(book.database, clock)
})
after(async () => {
  await desk.close()
  await book.close()
})

const onItsDay = async (day: string) =>
  (await scheduledByDay(book.ctx.db, 31)).find((each) => each.day === day)?.amount ?? 0

test('a payment with a fee shows it, and the queue counts both', async () => {
  const owner = await book.ownerOf(ELENA)
  const { accountId } = owner
  const id = await paid(book.ctx, owner)
  const payment = await readPayment(book.ctx.db, { accountId, id })
  assert.ok(payment)
  const without = await onItsDay(payment.sendOn)
  await book.ctx.db
    .updateTable('payment')
    .set({ fee: cents(250), fee_citation: 'Contract section 4' })
    .where('id', '=', id)
    .execute()
  assert.equal(await onItsDay(payment.sendOn), without + 250)
  const { browser } = await atDesk(desk, staffWorld(book.database, clock), 'agent')
  const page = wordsOf((await browser.get(`/accounts/${accountId}`)).text)
  assert.match(page, /\$\d+\.\d\d and \$2\.50 for paying this way/)
})

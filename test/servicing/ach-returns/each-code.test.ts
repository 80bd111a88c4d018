// Every return code end to end: a payment that was posted, its return in a file, and what is left.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { handleReturns } from '#src/servicing/ach-returns/handle-returns.ts'
import { takeBankFile } from '#src/servicing/ach-returns/take-bank-file.ts'
import type { Owner } from '#src/servicing/context.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readPayment } from '#src/store/payments/payments.ts'
import { bankReturns } from '#test/support/bank-returns.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { type SentPayment, sentPayment } from '#test/support/sent-payment.ts'
import { RETURN_CODES, type Wanted } from './return-codes.ts'

const ELENA = '1048264417'
let book: PlantedBook
let elena: Owner
before(async () => {
  const today = date('2026-11-24')
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [ELENA] })
  elena = await book.ownerOf(ELENA)
})
after(() => book.close())

for (const { code, wanted } of RETURN_CODES)
  test(`${code}: ${wanted.payment}, the bank account ${wanted.bankAccount}, task ${wanted.task}`, async () => {
    const sent = await sentPayment(book.ctx, elena, { amount: 10_000, sentOn: '2026-11-23' })
    const bytes = bankReturns([{ code, trace: sent.trace, amount: 10_000 }], '328')
    await takeBankFile(book.ctx, { name: code, bytes })
    await handleReturns(book.ctx)
    assert.deepEqual(await standing(sent), wanted)
  })

test('whatever came back, the ledger is what its events say', async () => {
  assert.deepEqual((await verifyLedger(book.ctx)).problems, [])
})

async function standing(sent: SentPayment): Promise<Wanted> {
  const { db } = book.ctx
  const payment = await readPayment(db, { accountId: elena.accountId, id: sent.paymentId })
  const funding = await db
    .selectFrom('funding_account')
    .select('state')
    .where('id', '=', sent.fundingAccountId)
    .executeTakeFirstOrThrow()
  const tasks = await db
    .selectFrom('money_task')
    .select('kind')
    .where('about', 'like', `${sent.trace} %`)
    .execute()
  const retry = await db
    .selectFrom('ach_entry')
    .select('id')
    .where('payment_id', '=', sent.paymentId)
    .where('purpose', '=', 'retry')
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  const isCounted = payment?.postedEventId !== null
  if (isCounted) assert.equal(payment?.postedEventId, sent.eventId)
  if (retry) assert.equal(payment?.state, 'sent')
  else if (!isCounted) assert.equal(payment?.state, 'returned')
  assert.ok(tasks.length <= 1)
  const [task] = tasks
  return {
    payment: isCounted ? 'untouched' : retry ? 'tried again' : 'returned',
    bankAccount: funding.state === 'stopped' ? 'stopped' : 'goes on',
    task: (task?.kind ?? 'none') as Wanted['task'],
  }
}

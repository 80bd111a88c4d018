import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import {
  closeQuote,
  expireQuotes,
  insertQuote,
  type PayoffQuote,
  readOpenQuotes,
  readQuote,
} from '#src/store/payments/payoff-quotes.ts'
import { newTestId, testDatabase } from '#test/support/database.ts'
import { insertTestAccount } from '#test/support/stored-account.ts'

const database = await testDatabase()
const { db, vault } = database
after(database.close)

const { account, obligorId } = await inTx((tx) => insertTestAccount(tx, vault))
const { accountId } = account

function inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work)
}

async function aQuote(goodThrough: string): Promise<PayoffQuote> {
  const total = cents(1_999_123)
  const quote: PayoffQuote = {
    accountId,
    id: newTestId(),
    number: 'PQ-1234-5678',
    obligorId,
    onDate: date('2026-03-01'),
    goodThrough: date(goodThrough),
    total,
    eventCount: 1,
    body: {
      days: [{ on: date('2026-03-01'), total }],
      perDiem: '3.008219',
      working: { label: 'payoff', amount: total, inputs: [], rule: 'sumOfParts', parts: [] },
    },
    state: 'open',
    createdAt: '2026-03-01T10:00:00.000Z',
  }
  await inTx((tx) => insertQuote(tx, quote))
  return quote
}

test('a quote is kept as it was told, and leaves its open state once', async () => {
  const quote = await aQuote('2026-03-11')
  assert.deepEqual(await readQuote(db, quote), quote)
  const close = () =>
    inTx(async (tx) => {
      const locked = await lockAccount(tx, accountId)
      assert(locked)
      return closeQuote(tx, locked, { id: quote.id, state: 'superseded' })
    })
  assert.deepEqual((await Promise.all([close(), close()])).toSorted(), [false, true])
  assert.equal((await readQuote(db, quote))?.state, 'superseded')
  assert.deepEqual(await readOpenQuotes(db, { accountId }), [])
})

test('a quote ends after its good-through date; a superseded one stays that', async () => {
  const quotes = [
    await aQuote('2026-03-10'),
    await aQuote('2026-03-11'),
    await aQuote('2026-03-12'),
  ]
  const expire = (limit: number) =>
    inTx((tx) => expireQuotes(tx, { before: date('2026-03-12'), limit }))
  assert.deepEqual([await expire(1), await expire(10), await expire(10)], [1, 1, 0])
  const states = await Promise.all(quotes.map((quote) => readQuote(db, quote)))
  assert.deepEqual(
    states.map((quote) => quote?.state),
    ['expired', 'expired', 'open'],
  )
  assert.deepEqual(await readOpenQuotes(db, { accountId }), quotes.slice(2))
})

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { accountIdsAfter } from '#src/store/accounts/accounts.ts'
import { lockBusinessDate, readBusinessDate, setBusinessDate } from '#src/store/business-date.ts'
import type { Tx } from '#src/store/database.ts'
import { testDatabase } from '#test/support/database.ts'
import { insertTestAccount } from '#test/support/stored-account.ts'

const database = await testDatabase()
const { db, vault } = database
after(database.close)

function inTx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(work)
}

test('there is one business date, and who moves it sees the last move', async () => {
  assert.equal(await readBusinessDate(db), null)
  const first = {
    onDate: date('2026-03-01'),
    closedThrough: date('2026-02-28'),
    changedAt: '2026-03-01T05:00:00.000Z',
  }
  await inTx((tx) => setBusinessDate(tx, first))
  assert.deepEqual(await readBusinessDate(db), first)
  const next = { ...first, onDate: date('2026-03-02'), closedThrough: date('2026-03-01') }
  const move = () =>
    inTx(async (tx) => {
      const seen = await lockBusinessDate(tx)
      if (seen?.onDate === first.onDate) await setBusinessDate(tx, next)
      return seen?.onDate
    })
  const seen = await Promise.all([move(), move(), move()])
  assert.deepEqual(seen.toSorted(), ['2026-03-01', '2026-03-02', '2026-03-02'])
  assert.deepEqual(await readBusinessDate(db), next)
})

test('the book is walked in pages', async () => {
  for (const _ of [1, 2, 3, 4, 5]) await inTx((tx) => insertTestAccount(tx, vault))
  const all: string[] = []
  for (let page = await accountIdsAfter(db, { after: null, limit: 2 }); page.length > 0; ) {
    all.push(...page)
    page = await accountIdsAfter(db, { after: page.at(-1) ?? null, limit: 2 })
  }
  assert.deepEqual(all, all.toSorted())
  assert.equal(new Set(all).size, 5)
})

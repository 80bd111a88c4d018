import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { LEDGER_ACCOUNTS } from '#src/domain/ledger/ledger-account.ts'
import { cents } from '#src/domain/money.ts'
import {
  insertPostings,
  readPostings,
  readPostingsOf,
  type StoredPosting,
} from '#src/store/accounts/postings.ts'
import { newTestId, testDatabase } from '#test/support/database.ts'
import { BOARDED_AT, insertTestAccount } from '#test/support/stored-account.ts'

const database = await testDatabase()
const { db, vault } = database
after(database.close)

const { account, boardingId } = await db.transaction().execute((tx) => insertTestAccount(tx, vault))

let lines = 0

function line(change: Partial<StoredPosting> = {}): StoredPosting {
  lines += 1
  return {
    accountId: account.accountId,
    id: newTestId(),
    eventId: boardingId,
    recordedBy: boardingId,
    line: lines,
    effectiveDate: date('2026-01-15'),
    postedAt: BOARDED_AT,
    debit: 'principal',
    credit: 'boarding',
    amount: cents(2_000_000),
    isReversal: false,
    ...change,
  }
}

function insert(...postings: StoredPosting[]): Promise<void> {
  return db.transaction().execute((tx) => insertPostings(tx, postings))
}

test('postings come back as they went in, in the order of recording', async () => {
  const postings = [line(), line({ debit: 'cash', credit: 'suspense', amount: cents(1) })]
  await insert(...postings)
  assert.deepEqual(await readPostings(db, account.accountId), postings)
  const byAccount = await readPostingsOf(db, [account.accountId, newTestId()])
  assert.deepEqual([...byAccount], [[account.accountId, postings]])
})

test('every ledger account of the law is known to the database, and no other', async () => {
  const rows = await db.selectFrom('ledger_account').select('code').execute()
  assert.deepEqual(rows.map((row) => row.code).sort(), [...LEDGER_ACCOUNTS].sort())
})

test('the largest amount that is still exact is kept exactly', async () => {
  const amount = cents(Number.MAX_SAFE_INTEGER)
  const largest = line({ amount })
  await insert(largest)
  const found = await readPostings(db, account.accountId)
  assert.equal(found.find(({ id }) => id === largest.id)?.amount, amount)
})

test('the database refuses a line that does not balance or names nothing', async () => {
  const before = await readPostings(db, account.accountId)
  const check = { code: '23514' }
  const foreign = { code: '23503' }
  await assert.rejects(insert(line({ credit: 'principal' })), check)
  await assert.rejects(insert(line({ amount: cents(0) })), check)
  await assert.rejects(insert(line({ amount: cents(-1) })), check)
  await assert.rejects(insert(line({ debit: 'petty' as 'cash' })), foreign)
  await assert.rejects(insert(line({ eventId: newTestId() })), foreign)
  await assert.rejects(insert(line({ recordedBy: newTestId() })), foreign)
  await assert.rejects(insert(line({ line: 1 })), { code: '23505' })
  await assert.rejects(insert(line(), line({ amount: cents(0) })), check)
  assert.deepEqual(await readPostings(db, account.accountId), before)
})

test("a posting cannot hang on another account's event", async () => {
  const other = await db.transaction().execute((tx) => insertTestAccount(tx, vault))
  await assert.rejects(insert(line({ accountId: other.account.accountId })), { code: '23503' })
})

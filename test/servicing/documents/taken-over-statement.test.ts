// The first statement of a contract that comes from another servicer repeats none of theirs: it is
// that of the first day of its cycle on or after it came, and opens with its balance as boarded.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { addDays, date } from '#src/domain/calendar.ts'
import type { StatementFacts } from '#src/formats/documents/document-facts.ts'
import { openFirstBusinessDay } from '#src/servicing/business-day.ts'
import { printStatements } from '#src/servicing/documents/print-statements.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { setBusinessDate } from '#src/store/business-date.ts'
import { readStatementDay } from '#src/store/documents/statement-days.ts'
import { readStatements } from '#src/store/documents/statements.ts'
import { testPapers } from '#test/support/papers.ts'
import { type BoardingBook, board, boardingBook, textFile } from '../boarding/boarding-book.ts'

let book: BoardingBook
const papers = testPapers()
before(async () => {
  book = await boardingBook()
  await openFirstBusinessDay(book.ctx)
})
after(() => book.close())

async function boarded(number: string): Promise<string> {
  const lines = (await readFile('examples/contracts.jsonl', 'utf8')).split('\n')
  const line = lines.find((each) => each.includes(`"account":"${number}"`))
  assert.ok(line)
  const { summary } = await board(book.ctx, textFile(line))
  assert.equal(summary.boarded, 1)
  const { db, vault } = book
  const accountId = await findAccountByNumber(db, vault, { kind: 'account', number })
  assert.ok(accountId)
  return accountId
}

async function printedOn(businessDay: string): Promise<void> {
  const [onDate, changedAt] = [date(businessDay), `${businessDay}T12:00:00.000Z`]
  await book.db
    .transaction()
    .execute((tx) => setBusinessDate(tx, { onDate, closedThrough: addDays(onDate, -1), changedAt }))
  await printStatements({ ...book.ctx, ...papers })
}

async function statementsOf(accountId: string): Promise<StatementFacts[]> {
  const kept = await readStatements(book.db, book.vault, accountId)
  return kept.map(({ facts }) => JSON.parse(facts) as StatementFacts)
}

test('boarded on the 24th with a cycle that closes on the 15th: none for the 15th before it', async () => {
  const accountId = await boarded('KT-1001-0002')
  await printedOn('2026-11-24')
  assert.deepEqual(await statementsOf(accountId), [])
  assert.equal(await readStatementDay(book.db, accountId), '2026-12-15')
  await printedOn('2026-12-15')
  assert.deepEqual(await statementsOf(accountId), [])
  await printedOn('2026-12-16')
  const [first, ...others] = await statementsOf(accountId)
  assert.deepEqual(others, [])
  assert.ok(first)
  // As the servicer before us reported it, and all since.
  assert.deepEqual([first.from, first.on], ['2026-10-01', '2026-12-15'])
  assert.deepEqual(first.opening, { balance: 2_226_378, charges: 0 })
  assert.deepEqual(first.changes.corrections, { balance: 0, charges: 0 })
  assert.equal(first.totals.period.paid, 54_189)
  assert.ok(first.lines.some(({ name, on }) => name === 'takenOver' && on === '2026-10-01'))
  await printedOn('2027-01-16')
  const [, second] = await statementsOf(accountId)
  assert.deepEqual([second?.from, second?.on], ['2026-12-16', '2027-01-15'])
  assert.deepEqual(second?.opening, first.closing)
})

test('a contract that began on our books has its last one at once: all of it is ours', async () => {
  const accountId = await boarded('KT-1001-0001')
  await printedOn('2027-01-16')
  const [first, ...others] = await statementsOf(accountId)
  assert.deepEqual(others, [])
  assert.ok(first && first.on < '2027-01-16')
  assert.ok(first.from > first.since)
})

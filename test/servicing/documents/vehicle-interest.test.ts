// The vehicle loan interest of a year, printed in January: once for each loan, whoever is ended.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, date } from '#src/domain/calendar.ts'
import { closeDay } from '#src/servicing/closing/close-day.ts'
import { printAsked } from '#src/servicing/documents/print-asked.ts'
import { printVehicleInterest } from '#src/servicing/documents/print-vehicle-interest.ts'
import { testPapers } from '#test/support/papers.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

// Her loan is of 2024; theirs of 2025 and later; a lease.
const [ELENA, DANA, MARCUS, LEASE] = ['1048264417', '1048264433', '1048264425', '1048264508']

let book: PlantedBook
const papers = testPapers()
before(async () => {
  book = await plantedBook({
    ...{ today: date('2026-12-29'), now: '2026-12-29T16:48:00.000Z' },
    numbers: [ELENA, DANA, MARCUS, LEASE].filter((each) => each !== undefined),
  })
})
after(() => book.close())

const context = () => ({ ...book.ctx, ...papers })

async function kept() {
  return book.ctx.db
    .selectFrom('document')
    .select(['account_id', 'id', 'on_date'])
    .where('kind', '=', 'vehicleInterest')
    .execute()
}

async function looked() {
  const rows = await book.ctx.db
    .selectFrom('account')
    .select(['product', 'interest_year'])
    .execute()
  return rows.filter(({ product }) => product === 'loan').map((row) => row.interest_year)
}

test('before the year is over nothing is printed', async () => {
  assert.equal(await printVehicleInterest(context()), 0)
  assert.deepEqual([...new Set(await looked())], [0])
})

test('in January, ended at any step and by two at once: each paper and message once', async () => {
  for (let day = date('2026-12-29'); day <= '2027-01-03'; day = addDays(day, 1)) {
    book.clock.instant = `${addDays(day, 1)}T12:00:00.000Z`
    await closeDay(book.ctx, day)
  }
  let calls = 0
  const { put } = papers.files
  const dying: typeof put = async (digest, bytes) => {
    calls += 1
    if (calls === 1) throw new Error('ended before its bytes were written')
    await put(digest, bytes)
    if (calls === 2) throw new Error('ended before its row committed')
  }
  const failing = { ...context(), files: { ...papers.files, put: dying } }
  for (let runs = 0; runs < 3; runs += 1)
    await assert.doesNotReject(printVehicleInterest(failing).catch(() => 0))
  await Promise.all([printVehicleInterest(context()), printVehicleInterest(context())])
  assert.equal(await printVehicleInterest(context()), 0)
  const owners = await Promise.all([DANA, MARCUS].map((each) => book.ownerOf(each ?? '')))
  const accounts = (await kept()).map((row) => row.account_id)
  assert.deepEqual(accounts.sort(), owners.map(({ accountId }) => accountId).sort())
  assert.deepEqual([...new Set(await looked())], [2026])
  const messages = await book.ctx.db
    .selectFrom('account_message')
    .select('account_id')
    .where('template', '=', 'vehicleInterestReady')
    .execute()
  assert.deepEqual(messages.map((row) => row.account_id).sort(), accounts.sort())
})

test('who asks for it then gets the same paper', async () => {
  const owner = await book.ownerOf(DANA ?? '')
  const asked = { paper: { kind: 'vehicleInterest', year: 2026 }, locale: 'en' } as const
  const printed = await printAsked(context(), owner, asked)
  assert.ok(printed.ok)
  assert.ok((await kept()).some(({ id }) => id === printed.value.documentId))
  assert.equal((await kept()).length, 2)
})

// A letter to somebody whose mailing address is gone holds up no other: it is set aside, once, for
// somebody at the desk, and the numbers of the files have no gaps.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import type { PostalAddress } from '#src/domain/account/boarding.ts'
import { date } from '#src/domain/calendar.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import { printStatements } from '#src/servicing/documents/print-statements.ts'
import { type PrintContext, sendPrintFiles } from '#src/servicing/papers/send-print-files.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { lockObligors, updateObligor } from '#src/store/accounts/obligors.ts'
import { readTasks } from '#src/store/ach/money-tasks.ts'
import { insertAskedLetter, knownLetters } from '#src/store/documents/asked-letters.ts'
import { countWaitingLetters, newestPrintFiles } from '#src/store/documents/print-files.ts'
import { testPapers } from '#test/support/papers.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { zipEntries } from '#test/support/zip-entries.ts'

let book: PlantedBook
let ctx: PrintContext
let superuser: pg.Client
const delivered: { name: string; bytes: Buffer }[] = []
let disk: 'works' | 'full' = 'works'

before(async () => {
  book = await plantedBook({ today: date('2026-11-24'), now: '2026-11-24T16:48:00.000Z' })
  superuser = new pg.Client({ connectionString: book.database.superuserUrl })
  await superuser.connect()
  const papers = testPapers()
  const files = {
    get: papers.files.get,
    put: async (digest: Uint8Array, bytes: Uint8Array) => {
      if (disk === 'full') throw new Error('no space left')
      await papers.files.put(digest, bytes)
    },
  }
  const printHouse = {
    deliver: async (name: string, parts: AsyncIterable<Uint8Array>) => {
      const all: Uint8Array[] = []
      for await (const part of parts) all.push(part)
      delivered.push({ name, bytes: Buffer.concat(all) })
    },
  }
  ctx = { ...book.ctx, ...papers, files, printHouse }
  assert.ok((await printStatements(ctx)) > 5)
})
after(async () => {
  await superuser.end()
  await book.close()
})

const letters = () =>
  book.ctx.db.selectFrom('paper_mailing').selectAll().orderBy('account_id').orderBy('id').execute()
type Row = Awaited<ReturnType<typeof letters>>[number]

const HOME: PostalAddress = {
  ...{ street: '14 Mill Lane', city: 'Ashby', state: 'OH', postalCode: '45011' },
}

/** Nobody was mailed anything yet, and everybody lives somewhere. */
beforeEach(async () => {
  delivered.length = 0
  await superuser.query(`delete from paper_mailing where asked_by is not null;
    update paper_mailing set file_id = null, line = null, dropped_at = null, dropped_why = null;
    delete from print_file; delete from money_task`)
  await live(await letters(), HOME)
})

/** Where the readers of these letters live from now on. */
async function live(of: readonly Row[], address: PostalAddress | null): Promise<void> {
  const { db, vault } = book.ctx
  await db.transaction().execute(async (tx) => {
    const names = of.map((row) => ({ accountId: row.account_id, obligorId: row.obligor_id }))
    for (const one of await lockObligors(tx, vault, names))
      await updateObligor(tx, vault, { ...one, details: { ...one.details, address } })
  })
}

const tasks = () => readTasks(book.ctx.db, { state: 'open', limit: 500 })
const linesOf = (bytes: Buffer = Buffer.alloc(0)): Record<string, string>[] =>
  parse(zipEntries(bytes).get('manifest.csv') ?? '', { columns: true })

test('the others go; it is a task, once, with a line in the audit, and goes by itself no more', async () => {
  const all = await letters()
  const [gone] = all
  assert.ok(gone)
  await live([gone], null)
  assert.equal(await sendPrintFiles(ctx), all.length - 1)
  assert.equal(linesOf(delivered[0]?.bytes).length, all.length - 1)
  assert.ok(!linesOf(delivered[0]?.bytes).some(({ document }) => document === gone.document_id))
  assert.deepEqual(
    (await tasks()).map(({ kind, about, accountId, details }) => [kind, about, accountId, details]),
    [
      [
        'letterNoAddress',
        gone.id,
        gone.account_id,
        { paperId: gone.document_id, obligorId: gone.obligor_id },
      ],
    ],
  )
  assert.equal(await countWaitingLetters(book.ctx.db), 0)
  assert.equal(await sendPrintFiles(ctx), 0)
  assert.equal((await tasks()).length, 1)
  const [known] = await knownLetters(book.ctx.db, { accountId: gone.account_id, limit: 9 })
  assert.equal(known?.dropped?.why, 'noAddress')
  const audit = await readAccountAudit(book.ctx.db, gone.account_id)
  assert.equal(audit.filter(({ action }) => action === 'letter set aside').length, 1)
  const problem = (found: unknown) => assert.fail(JSON.stringify(found))
  await verifyAudit(book.ctx, { problem, progress: () => undefined })
})

test('once an address is known it is mailed again like any paper', async () => {
  const [gone] = await letters()
  assert.ok(gone?.document_id)
  await live([gone], null)
  await sendPrintFiles(ctx)
  await live([gone], HOME)
  const asked = await book.ctx.db.transaction().execute((tx) =>
    insertAskedLetter(tx, {
      ...{ accountId: gone.account_id, id: randomUUID(), obligorId: gone.obligor_id },
      paper: { is: 'printed', id: gone.document_id ?? '' },
      ...{ askedBy: randomUUID(), formKey: randomUUID(), at: book.ctx.clock.now() },
    }),
  )
  assert.equal(asked, 'queued')
  assert.equal(await sendPrintFiles(ctx), 1)
  assert.equal(linesOf(delivered.at(-1)?.bytes)[0]?.street, HOME.street)
})

test('gone after its file was bound, it leaves the file, whose lines and count follow', async () => {
  const all = await letters()
  disk = 'full'
  await assert.rejects(sendPrintFiles(ctx), /no space left/)
  disk = 'works'
  const bound = (await letters()).filter(({ line }) => line === 2 || line === 3)
  assert.equal(bound.length, 2)
  await live(bound, null)
  const runs = await Promise.allSettled([sendPrintFiles(ctx), sendPrintFiles(ctx)])
  assert.ok(runs.some(({ status }) => status === 'fulfilled'))
  await sendPrintFiles(ctx)
  const left = (await letters()).filter(({ file_id: file }) => file !== null)
  assert.equal(left.length, all.length - 2 - (await sharers(bound)))
  const lines = linesOf(delivered[0]?.bytes)
  assert.deepEqual(
    lines.map(({ line, document }) => `${line} ${document}`).sort(),
    left.map(({ line, document_id: document }) => `${line} ${document}`).sort(),
  )
  const files = await newestPrintFiles(book.ctx.db, 9)
  assert.deepEqual(
    files.map(({ number, letters: count }) => [number, count]),
    [[1, left.length]],
  )
  assert.equal((await tasks()).length, all.length - left.length)
})

/** Other letters to the same people. */
async function sharers(of: readonly Row[]): Promise<number> {
  const names = of.map((row) => `${row.account_id} ${row.obligor_id}`)
  const all = await letters()
  return all.filter((row) => names.includes(`${row.account_id} ${row.obligor_id}`)).length - 2
}

test('with nobody left it makes no file; a file that was bound goes empty, so that none is missing', async () => {
  const all = await letters()
  await live(all, null)
  assert.equal(await sendPrintFiles(ctx), 0)
  assert.deepEqual(await newestPrintFiles(book.ctx.db, 9), [])
  assert.equal((await tasks()).length, all.length)
  await live(all, HOME)
  const free = { dropped_at: null, dropped_why: null }
  await book.ctx.db.updateTable('paper_mailing').set(free).execute()
  disk = 'full'
  await assert.rejects(sendPrintFiles(ctx), /no space left/)
  disk = 'works'
  await live(all, null)
  assert.equal(await sendPrintFiles(ctx), 0)
  const [file, ...others] = await newestPrintFiles(book.ctx.db, 9)
  assert.deepEqual([file?.number, file?.letters, others], [1, 0, []])
  assert.deepEqual([...zipEntries(delivered[0]?.bytes ?? Buffer.alloc(0)).keys()], ['manifest.csv'])
})

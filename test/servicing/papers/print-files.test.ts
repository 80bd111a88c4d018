// Papers by mail: each statement once to each address of who has not agreed to get it online alone,
// in files that a print house gets whole, under one name, with the same bytes when it is done again.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { date } from '#src/domain/calendar.ts'
import { PAPERLESS_WORDING } from '#src/identity/profile/choose-paperless.ts'
import { printStatements } from '#src/servicing/documents/print-statements.ts'
import { type PrintContext, sendPrintFiles } from '#src/servicing/papers/send-print-files.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { countWaitingLetters, newestPrintFiles } from '#src/store/documents/print-files.ts'
import { testPapers } from '#test/support/papers.ts'
import { readPdf } from '#test/support/pdf-text.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { zipEntries } from '#test/support/zip-entries.ts'

const ELENA = '1048264417'
let book: PlantedBook
let ctx: PrintContext
const delivered: { name: string; bytes: Buffer }[] = []
let house: 'open' | 'shut' = 'open'

before(async () => {
  book = await plantedBook({ today: date('2026-11-24'), now: '2026-11-24T16:48:00.000Z' })
  const printHouse = {
    deliver: async (name: string, parts: AsyncIterable<Uint8Array>) => {
      const all: Uint8Array[] = []
      for await (const part of parts) all.push(part)
      if (house === 'shut') throw new Error('nobody is there')
      delivered.push({ name, bytes: Buffer.concat(all) })
    },
  }
  ctx = { ...book.ctx, ...testPapers(), printHouse }
  const elena = await book.ownerOf(ELENA)
  const consent = { became: 'online', wording: PAPERLESS_WORDING, proof: 'sampleCode' }
  await book.ctx.db
    .insertInto('obligor_change')
    .values({
      ...{ account_id: elena.accountId, obligor_id: elena.obligorId, id: randomUUID() },
      ...({ kind: 'paperlessChosen', actor_kind: 'obligor', actor_id: 'test' } as const),
      ...{ at: book.clock.instant, was: null, ...consent },
    })
    .execute()
})
after(() => book.close())

/** Who is to get one, by what stands in the book: one for each address of an account. */
async function wanted(): Promise<string[]> {
  const { db, vault } = book.ctx
  const statements = await db.selectFrom('document').select(['id', 'account_id']).execute()
  const elena = await book.ownerOf(ELENA)
  const all: string[] = []
  for (const { id, account_id: accountId } of statements) {
    const seen = new Set<string>()
    for (const { id: obligorId, details } of await readObligors(db, vault, accountId)) {
      if (details.address === null || obligorId === elena.obligorId) continue
      const { street, postalCode } = details.address
      if (seen.has(`${street} ${postalCode}`)) continue
      seen.add(`${street} ${postalCode}`)
      all.push(`${id} ${details.givenName} ${details.familyName}, ${street} ${postalCode}`)
    }
  }
  return all.sort()
}

type Row = Readonly<Record<string, string>>

const manifestOf = (zip: Buffer): Row[] =>
  parse(zipEntries(zip).get('manifest.csv') ?? '', { columns: true })

test('while nobody prints, letters wait and nothing is lost', async () => {
  const statements = await printStatements(ctx)
  assert.ok(statements > 5)
  const waiting = await countWaitingLetters(book.ctx.db)
  assert.equal(waiting, (await wanted()).length)
  assert.ok(waiting > 5)
  assert.equal(await sendPrintFiles({ ...ctx, printHouse: null }), 0)
  assert.equal(await countWaitingLetters(book.ctx.db), waiting)
})

test('a file that did not arrive goes again with the same bytes, whatever changed since', async () => {
  house = 'shut'
  await assert.rejects(sendPrintFiles(ctx), /nobody is there/)
  const [file] = await newestPrintFiles(book.ctx.db, 5)
  assert.ok(file?.digest && file.deliveredAt === null)
  house = 'open'
  assert.equal(await sendPrintFiles(ctx), file.letters)
  assert.deepEqual(
    delivered.map(({ name }) => name),
    ['papers-000001.zip'],
  )
  const digest = createHash('sha256')
    .update(delivered[0]?.bytes ?? '')
    .digest()
  assert.deepEqual(digest, file.digest)
})

test('each letter is in one file, with its paper, its address and the hash of its bytes', async () => {
  const zip = delivered[0]?.bytes ?? Buffer.alloc(0)
  const rows = manifestOf(zip)
  assert.deepEqual(
    rows.map((row) => `${row.document} ${row.name}, ${row.street} ${row.postal_code}`).sort(),
    await wanted(),
  )
  const entries = zipEntries(zip)
  assert.equal(entries.size, rows.length + 1)
  for (const [at, row] of rows.entries()) {
    const bytes = entries.get(row.file ?? '')
    assert.ok(bytes)
    assert.equal(createHash('sha256').update(bytes).digest('hex'), row.sha256)
    assert.deepEqual([row.line, row.bytes], [String(at + 1), String(bytes.length)])
  }
  const [first] = rows
  const read = await readPdf(entries.get(first?.file ?? '') ?? Buffer.alloc(0))
  assert.ok(read.text.includes(first?.name ?? '?'))
  assert.ok(!JSON.stringify(rows).includes(ELENA))
})

test('what went does not go again, and a second run at the same time takes nothing twice', async () => {
  const before = delivered.length
  await Promise.all([sendPrintFiles(ctx), sendPrintFiles(ctx)])
  assert.equal(delivered.length, before)
  assert.equal(await countWaitingLetters(book.ctx.db), 0)
})

test('letters that wait are taken once by two runs at the same moment', async () => {
  const { db } = book.ctx
  await db.updateTable('paper_mailing').set({ file_id: null, line: null }).execute()
  const waiting = await countWaitingLetters(db)
  await Promise.allSettled([sendPrintFiles(ctx), sendPrintFiles(ctx)])
  await sendPrintFiles(ctx)
  const later = (await newestPrintFiles(db, 10)).filter(({ number }) => number > 1)
  assert.equal(
    later.reduce((sum, { letters }) => sum + letters, 0),
    waiting,
  )
  const bound = await db.selectFrom('paper_mailing').select(['file_id', 'line']).execute()
  assert.ok(bound.every(({ file_id: id }) => later.some((file) => file.id === id)))
  assert.equal(new Set(bound.map((row) => `${row.file_id} ${row.line}`)).size, waiting)
})

// The papers of a boarding file, attached by runs that end anywhere and by two runs at once.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { CheckPdf } from '#src/formats/attached/check-pdf.ts'
import { attachNamedPapers, type PaperFolder } from '#src/servicing/boarding/attach-named-papers.ts'
import { Died, dyingSteps } from '#test/support/dying.ts'
import { plainPdf } from '#test/support/made-pdf.ts'
import { testPapers } from '#test/support/papers.ts'
import { type BoardingBook, board, boardingBook, textFile } from '../boarding/boarding-book.ts'

const CONTRACTS = 4
const PAPERS_EACH = 3

let book: BoardingBook
const { files } = testPapers()
/** What is judged is another test's: here every paper passes. */
const checkPdf: CheckPdf = async () => ({ ok: true, pages: 1 })
const folder: PaperFolder = {
  read: async (file) => ({ bytes: plainPdf({ trailer: `/Info << /Title (${file}) >>` }) }),
}
before(async () => {
  book = await boardingBook()
})
after(() => book.close())

async function fileOf(name: string): Promise<string> {
  const [, pair = ''] = (await readFile('examples/contracts.jsonl', 'utf8')).split('\n')
  const lines = Array.from({ length: CONTRACTS }, (_, at) => {
    const papers = Array.from({ length: PAPERS_EACH }, (_, paper) => {
      return { title: 'Contract', on: '2026-08-12', file: `${at}-${paper}.pdf` }
    })
    return JSON.stringify({ ...JSON.parse(pair), account: `KN-${name}-${1000 + at}`, papers })
  })
  return lines.join('\n')
}

const choices = { trust: null, dayCount: 'actual/365' } as const
const quiet = async () => undefined

async function attached(): Promise<string[]> {
  const rows = await book.ctx.db
    .selectFrom('attached_paper as p')
    .innerJoin('account as a', 'a.account_id', 'p.account_id')
    .select(['a.account_number', 'p.digest'])
    .execute()
  return rows.map((row) => `${row.account_number} ${row.digest.toString('hex')}`)
}

/** Each paper: one row, one line of the audit, one message to each of the two who owe. */
async function assertEachOnce(): Promise<void> {
  const all = await attached()
  assert.equal(new Set(all).size, all.length)
  const lines = await book.ctx.db
    .selectFrom('account_audit')
    .select('seq')
    .where('action', '=', 'paper attached')
    .execute()
  const messages = await book.ctx.db
    .selectFrom('account_message')
    .select('id')
    .where('template', '=', 'paperAttached')
    .execute()
  assert.deepEqual([lines.length, messages.length], [all.length, all.length * 2])
}

test('a run that ends anywhere leaves nothing half done, and the next ones finish it', async () => {
  const text = await fileOf('K')
  await board(book.ctx, textFile(text))
  let runs = 0
  for (let steps = 3; ; steps += 7) {
    runs += 1
    const ctx = { ...book.ctx, db: dyingSteps(book.ctx.db, steps), files, checkPdf }
    const job = { file: textFile(text), choices, folder }
    const end = await attachNamedPapers(ctx, job, quiet).catch((error: unknown) => error)
    await assertEachOnce()
    if (!(end instanceof Error)) break
    assert.ok(end instanceof Died, String(end))
  }
  assert.ok(runs > 5, `${runs} runs`)
  assert.equal((await attached()).length, CONTRACTS * PAPERS_EACH)
})

test('two runs at once attach each paper once', async () => {
  const text = await fileOf('T')
  await board(book.ctx, textFile(text))
  const ctx = { ...book.ctx, files, checkPdf }
  const run = () => attachNamedPapers(ctx, { file: textFile(text), choices, folder }, quiet)
  const [one, other] = await Promise.all([run(), run()])
  assert.equal(one.attached + other.attached, CONTRACTS * PAPERS_EACH)
  assert.equal(one.there + other.there, CONTRACTS * PAPERS_EACH)
  await assertEachOnce()
})

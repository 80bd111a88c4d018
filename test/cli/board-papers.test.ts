// Papers that a boarding file names: from a folder, judged, attached once, and a report of each.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { Command } from 'commander'
import { registerBoard } from '#src/cli/book/board.ts'
import { type CheckPdf, openPdfCheck } from '#src/formats/attached/check-pdf.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { readAllAttached, removeAttached } from '#src/store/documents/attached-papers.ts'
import { plainPdf } from '#test/support/made-pdf.ts'
import { testPapers } from '#test/support/papers.ts'
import { type BoardingBook, boardingBook } from '../servicing/boarding/boarding-book.ts'

let book: BoardingBook
let folder: string
let scans: string
let printed = ''
let judged = 0
const { files } = testPapers()
const check = openPdfCheck()
const checkPdf: CheckPdf = (bytes) => {
  judged += 1
  return check(bytes)
}

before(async () => {
  book = await boardingBook()
  folder = await mkdtemp(join(tmpdir(), 'keyturn-board-papers-'))
  scans = join(folder, 'scans')
  await mkdir(join(scans, 'pair'), { recursive: true })
})
after(async () => {
  await book.close()
  await rm(folder, { recursive: true })
  process.exitCode = 0
})
beforeEach(() => {
  printed = ''
  judged = 0
})

async function board(...args: string[]): Promise<unknown> {
  const print = (text: string) => {
    printed += text
  }
  const program = new Command().exitOverride()
  program.configureOutput({ writeOut: print, writeErr: print })
  const opened = {
    ...{ ctx: book.ctx, openPapers: () => ({ files, checkPdf }) },
    close: async () => undefined,
  }
  registerBoard(program, async () => opened)
  process.exitCode = undefined
  await program.parseAsync(['board', ...args], { from: 'user' })
  const code = process.exitCode
  process.exitCode = undefined
  return code
}

type Named = Record<string, string>

const PAPER = { title: 'Retail installment contract', on: '2026-08-12' }

/** A file of one contract for each list of papers, whose accounts have numbers of their own. */
async function contracts(name: string, papers: readonly (readonly Named[])[]): Promise<string> {
  const [, pair = ''] = (await readFile('examples/contracts.jsonl', 'utf8')).split('\n')
  const lines = papers.map((named, index) =>
    JSON.stringify({
      ...JSON.parse(pair),
      account: `KP-${name}-000${index + 1}`,
      papers: named.map((paper) => ({ ...PAPER, ...paper })),
    }),
  )
  const path = join(folder, `${name}.jsonl`)
  await writeFile(path, `${lines.join('\n')}\n`)
  return path
}

/** A PDF like no other of this test. */
async function scan(file: string, made: Parameters<typeof plainPdf>[0] = {}): Promise<Buffer> {
  const bytes = plainPdf({ trailer: `/Info << /Title (${file}) >>`, ...made })
  await writeFile(join(scans, file), bytes)
  return bytes
}

async function accountOf(number: string): Promise<string> {
  const { db, vault } = book.ctx
  return (await findAccountByNumber(db, vault, { kind: 'account', number })) ?? ''
}

const papersOf = async (number: string) => readAllAttached(book.ctx.db, await accountOf(number))

type Line = { line: number; account: string; file: string; outcome: string; reason: string }

async function report(path: string): Promise<Line[]> {
  const text = await readFile(path, 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('papers of a file are attached once the contracts are there, for whom it says', async () => {
  const bytes = await scan('contract.pdf', { pages: 3 })
  await scan('pair/insurance.pdf')
  const path = await contracts('A1', [
    [
      { file: 'contract.pdf' },
      {
        file: 'pair/insurance.pdf',
        kind: 'insurance',
        title: 'Policy',
        locale: 'es',
        seenBy: 'co',
      },
    ],
    [],
  ])
  assert.equal(await board(path, '--papers', scans), 0)
  assert.match(printed, /A1\.jsonl: 2 boarded, 0 already there, 0 rejected\n/)
  assert.match(printed, /A1\.jsonl: 2 papers attached, 0 already there, 0 refused\n {2}see .*A1/)
  const [insurance, contract] = await papersOf('KP-A1-0001')
  assert.ok(contract && insurance)
  const { kind, title, onDate, locale, obligorId, pages, size, attachedBy } = contract
  assert.deepEqual(
    { kind, title, onDate, locale, obligorId, pages, size, attachedBy },
    {
      ...{ kind: 'contract', title: PAPER.title, onDate: PAPER.on, locale: 'en', obligorId: null },
      ...{ pages: 3, size: bytes.length, attachedBy: null },
    },
  )
  assert.deepEqual(await files.get(contract.digest), bytes)
  const { accountId } = contract
  const people = await readObligors(book.ctx.db, book.ctx.vault, accountId)
  assert.equal(people.find(({ id }) => id === insurance.obligorId)?.details.role, 'co')
  assert.deepEqual([insurance.kind, insurance.locale], ['insurance', 'es'])
  const audit = (await readAccountAudit(book.ctx.db, accountId)).filter(
    ({ action }) => action === 'paper attached',
  )
  assert.deepEqual(
    audit.map(({ actor }) => actor.id),
    ['boarding', 'boarding'],
  )
  assert.equal((await papersOf('KP-A1-0002')).length, 0)
  assert.deepEqual(await report(`${path}.papers.jsonl`), [
    { line: 1, account: '..0001', file: 'contract.pdf', outcome: 'attached', reason: '' },
    { line: 1, account: '..0001', file: 'pair/insurance.pdf', outcome: 'attached', reason: '' },
  ])
})

test('run again it attaches nothing, judges nothing anew, and tells nobody twice', async () => {
  const path = join(folder, 'A1.jsonl')
  const told = () =>
    book.ctx.db.selectFrom('account_message').select('id').where('template', '=', 'paperAttached')
  const before = await told().execute()
  assert.equal(before.length, 3, 'the contract to both, the policy to one')
  assert.equal(await board(path, '--papers', scans), 0)
  assert.match(printed, /A1\.jsonl: 0 papers attached, 2 already there, 0 refused\n/)
  assert.equal(judged, 0)
  assert.deepEqual(await told().execute(), before)
  const [first] = await report(`${path}.papers.jsonl`)
  assert.deepEqual(first, {
    ...{ line: 1, account: '..0001', file: 'contract.pdf', outcome: 'there' },
    reason: 'This very file stands on the account already.',
  })
})

test('what may not be kept is refused with what to do; the contract stands all the same', async () => {
  const outside = join(folder, 'outside.pdf')
  await writeFile(outside, plainPdf())
  await symlink(outside, join(scans, 'link.pdf'))
  await symlink(folder, join(scans, 'linked'))
  await symlink(join(scans, 'contract.pdf'), join(scans, 'inner.pdf'))
  execFileSync('/usr/bin/mkfifo', [join(scans, 'pipe.pdf')])
  await scan('script.pdf', { catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' })
  await writeFile(join(scans, 'photo.pdf'), 'not one')
  await writeFile(join(scans, 'huge.pdf'), Buffer.concat([plainPdf(), Buffer.alloc(10_000_000)]))
  const expected: readonly [file: string, reason: RegExp][] = [
    ['../outside.pdf', /^Name a file inside of the folder/],
    ['pair/../../outside.pdf', /^Name a file inside of the folder/],
    [outside, /^Name a file inside of the folder/],
    ['..\\outside.pdf', /^Name a file inside of the folder/],
    ['C:outside.pdf', /^Name a file inside of the folder/],
    ['./contract.pdf', /^Name a file inside of the folder/],
    ['link.pdf', /^This is a link to elsewhere/],
    ['linked/outside.pdf', /^This is a link to elsewhere/],
    ['inner.pdf', /^This is a link to elsewhere/],
    ['pipe.pdf', /^This is no file/],
    ['pair', /^This is no file/],
    ['none.pdf', /^There is no such file in the folder/],
    ['contract.pdf/none.pdf', /^There is no such file in the folder/],
    ['script.pdf', /it holds a script.*Print it to a new PDF/],
    ['photo.pdf', /^This is no PDF/],
    ['huge.pdf', /^This file is larger than 10 MB\. Scan it/],
  ]
  const path = await contracts('B1', [expected.map(([file]) => ({ file }))])
  assert.equal(await board(path, '--papers', scans), 1)
  assert.match(printed, /B1\.jsonl: 1 boarded/)
  assert.match(printed, /0 papers attached, 0 already there, 16 refused/)
  const lines = await report(`${path}.papers.jsonl`)
  for (const [index, [file, reason]] of expected.entries()) {
    assert.equal(lines[index]?.file, file)
    assert.equal(lines[index]?.outcome, 'refused')
    assert.match(lines[index]?.reason ?? '', reason)
  }
  assert.deepEqual(await papersOf('KP-B1-0001'), [])
  await scan('none.pdf')
  await scan('script.pdf')
  assert.equal(await board(path, '--papers', scans), 1)
  assert.match(printed, /2 papers attached, 0 already there, 14 refused/)
  assert.equal((await papersOf('KP-B1-0001')).length, 2)
})

test('without a folder the contracts are boarded, and what is left is said', async () => {
  await scan('later.pdf')
  const path = await contracts('C1', [[{ file: 'later.pdf' }]])
  assert.equal(await board(path), 1)
  assert.match(
    printed,
    /C1\.jsonl: 1 boarded.*\n.*1 paper is named and not attached.*--papers FOLDER/,
  )
  assert.equal(await board(path, '--papers', join(folder, 'nowhere')), 2)
  assert.match(printed, /nowhere: There is no such folder\./)
  assert.equal(await board(path, '--papers', path), 2)
  assert.match(printed, /C1\.jsonl: This is no folder\./)
  assert.equal(await board(path, '--papers', scans), 0)
  assert.match(printed, /1 paper attached/)
})

test('a contract that the book has with other terms gets no paper of the file', async () => {
  await scan('other.pdf')
  const path = await contracts('D1', [[{ file: 'other.pdf' }]])
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.replace('"payments":72', '"payments":71'))
  assert.equal(await board(path), 1)
  await writeFile(path, text)
  assert.equal(await board(path, '--papers', scans), 1)
  const [line] = await report(`${path}.papers.jsonl`)
  assert.equal(line?.outcome, 'refused')
  assert.match(line?.reason ?? '', /^The contract of this line is not on the books, or with other/)
  assert.deepEqual(await papersOf('KP-D1-0001'), [])
})

test('a paper that was taken off is not attached again by the same file', async () => {
  const [paper] = await papersOf('KP-C1-0001')
  assert.ok(paper)
  const { accountId, id } = paper
  const at = book.ctx.clock.now()
  await book.ctx.db.transaction().execute((tx) => removeAttached(tx, { accountId, id, at }))
  assert.equal(await board(join(folder, 'C1.jsonl'), '--papers', scans), 0)
  assert.match(printed, /0 papers attached, 0 already there, 1 taken off before, 0 refused/)
  assert.equal((await papersOf('KP-C1-0001')).length, 1)
})

test('the report never takes the place of another file', async () => {
  await scan('reported.pdf')
  const path = await contracts('E1', [[{ file: 'reported.pdf' }]])
  await writeFile(`${path}.papers.jsonl`, 'mine\n')
  await assert.rejects(
    board(path, '--papers', scans),
    /another file is there.*--papers-report FILE/,
  )
  assert.deepEqual(await papersOf('KP-E1-0001'), [])
  assert.equal(await readFile(`${path}.papers.jsonl`, 'utf8'), 'mine\n')
  const own = join(folder, 'own-report.jsonl')
  assert.equal(await board(path, '--papers', scans, '--papers-report', own), 0)
  assert.equal((await report(own)).length, 1)
})

test('in a CSV a paper has numbered columns', async () => {
  const bytes = await scan('lease.pdf')
  const [head = '', first = ''] = (await readFile('examples/contracts.csv', 'utf8')).split('\n')
  const path = join(folder, 'papers.csv')
  const columns = 'papers.0.title,papers.0.on,papers.0.file'
  const row = first.replace('KT-2001-0001', 'KP-F1-0001')
  await writeFile(path, `${head},${columns}\n${row},Signed contract,2026-08-12,lease.pdf\n`)
  assert.equal(await board(path, '--papers', scans), 0, printed)
  const [paper] = await papersOf('KP-F1-0001')
  assert.deepEqual([paper?.title, paper?.size], ['Signed contract', bytes.length])
})

test('what is written about a paper is checked with its contract', async () => {
  const wrong: readonly [paper: Named, field: string, reason: RegExp][] = [
    [{ file: 'a.pdf', title: 'Account 4417 1234 5678' }, 'title', /Leave out numbers/],
    [{ file: 'a.pdf', on: '2026-11-25' }, 'on', /no day in the future/],
    [{ file: 'a.pdf', kind: 'poem' }, 'kind', /Write one of: contract, amendment/],
    [{ file: 'a.pdf', seenBy: 'dealer' }, 'seenBy', /Write one of: everybody/],
    [{ title: 'No file' }, 'file', /This field is missing/],
  ]
  const path = await contracts(
    'G1',
    wrong.map(([paper]) => [paper]),
  )
  assert.equal(await board(path, '--papers', scans), 1)
  assert.match(printed, /0 boarded, 0 already there, 5 rejected/)
  const lines = (await readFile(`${path}.rejected.jsonl`, 'utf8')).trimEnd().split('\n')
  for (const [index, [, field, reason]] of wrong.entries()) {
    const told = JSON.parse(lines[index] ?? '{}')
    assert.equal(told.field, `papers.0.${field}`)
    assert.match(told.reason, reason)
  }
})

import assert from 'node:assert/strict'
import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { Command } from 'commander'
import { registerBoard } from '#src/cli/book/board.ts'
import { openPdfCheck } from '#src/formats/attached/check-pdf.ts'
import { testPapers } from '#test/support/papers.ts'
import { type BoardingBook, boardingBook } from '../servicing/boarding/boarding-book.ts'

let book: BoardingBook
let folder: string
before(async () => {
  book = await boardingBook()
  folder = await mkdtemp(join(tmpdir(), 'keyturn-board-'))
})
after(async () => {
  await book.close()
  await rm(folder, { recursive: true })
  process.exitCode = 0
})

let printed = ''
let errors = ''
beforeEach(() => {
  printed = ''
  errors = ''
})

/** Runs `keyturn board` and answers with its exit code. */
async function board(...args: string[]): Promise<unknown> {
  const print = (text: string) => {
    printed += text
  }
  const program = new Command().exitOverride()
  program.configureOutput({
    writeOut: print,
    writeErr: (text) => {
      print(text)
      errors += text
    },
  })
  const openPapers = () => ({ files: testPapers().files, checkPdf: openPdfCheck() })
  const opened = { ctx: book.ctx, openPapers, close: async () => undefined }
  registerBoard(program, async () => opened)
  process.exitCode = undefined
  await program.parseAsync(['board', ...args], { from: 'user' })
  const code = process.exitCode
  process.exitCode = undefined
  return code
}

function found(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null)
}

test('exit 0 when all is boarded, and again when all is there', async () => {
  assert.equal(await board('examples/contracts.jsonl', 'examples/contracts.csv'), 0)
  assert.match(printed, /contracts\.jsonl: 12 boarded, 0 already there, 0 rejected\n/)
  assert.equal(await board('examples/contracts.jsonl'), 0)
  assert.match(printed, /contracts\.jsonl: 0 boarded, 12 already there, 0 rejected\n/)
})

test('leases of any format are boarded by the same command, and a public one is safe to repeat', async () => {
  const files = ['examples/leases.jsonl', 'examples/abs-ee/fcalt-2017-a_2017-02.xml']
  assert.equal(await board(...files), 0)
  assert.match(printed, /leases\.jsonl: 3 boarded, 0 already there, 0 rejected\n/)
  assert.match(printed, /2017-02\.xml: 1 boarded, 0 already there, 0 rejected\n/)
  assert.equal(await board(...files), 0)
  assert.match(printed, /2017-02\.xml: 0 boarded, 1 already there, 0 rejected\n/)
})

test('exit 1 when records are refused; the file of them is for its owner only', async () => {
  const rejects = join(folder, 'refused.jsonl')
  assert.equal(await board('examples/contracts-with-faults.jsonl', '--rejects', rejects), 1)
  assert.match(printed, /2 boarded, 0 already there, 10 rejected, 1 warning\n {2}see /)
  assert.equal((await stat(rejects)).mode & 0o777, 0o600)
  const lines = (await readFile(rejects, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.equal(lines.filter((line) => line.outcome === 'rejected').length, 11)
  assert.ok(lines.every((line) => line.line > 0 && line.field && line.reason))
  assert.doesNotMatch(await readFile(rejects, 'utf8'), /987-?65|666-?12/)
})

test('without --rejects the refused records stand beside the file', async () => {
  const path = join(folder, 'own.jsonl')
  await writeFile(path, '{"account": 1}\n')
  assert.equal(await board(path), 1)
  assert.match(await readFile(`${path}.rejected.jsonl`, 'utf8'), /"line":1,"outcome":"rejected"/)
})

test('the refused records of an earlier run go when nothing is refused any more', async () => {
  const path = join(folder, 'corrected.jsonl')
  await writeFile(path, '{"account": 1}\n')
  assert.equal(await board(path), 1)
  await copyFile('examples/contracts.jsonl', path)
  assert.equal(await board(path), 0)
  assert.deepEqual(await found(`${path}.rejected.jsonl`), null)
  const rejects = join(folder, 'shared.jsonl')
  assert.equal(await board('examples/contracts-with-faults.jsonl', '--rejects', rejects), 1)
  assert.equal(await board(path, '--rejects', rejects), 0)
  assert.deepEqual(await found(rejects), null)
})

test('a file that no run wrote is neither removed nor overwritten', async () => {
  const path = join(folder, 'clean.jsonl')
  await copyFile('examples/contracts.jsonl', path)
  await writeFile(`${path}.rejected.jsonl`, '{"line":1,"note":"mine"}\n')
  assert.equal(await board(path), 0)
  assert.equal(await found(`${path}.rejected.jsonl`), '{"line":1,"note":"mine"}\n')
  await assert.rejects(board(path, '--rejects', path), /another file is there/)
  assert.equal(await found(path), await found('examples/contracts.jsonl'))
})

test('a place where refused records cannot be written is told before anything is boarded', async () => {
  const places = [
    [folder, /: this is a folder\. Name another file with --rejects FILE\.$/],
    [join(folder, 'nowhere', 'x.jsonl'), /: there is no folder .*nowhere\. Name/],
    [join(folder, 'own.jsonl', 'x.jsonl'), /: there is no folder .*own\.jsonl\. Name/],
  ] as const
  await writeFile(join(folder, 'own.jsonl'), '{"account": 1}\n')
  for (const [place, message] of places)
    await assert.rejects(board('examples/contracts.jsonl', '--rejects', place), { message })
  assert.equal(printed, '')
})

test('exit 2 when a file cannot be read, and the others are boarded all the same', async () => {
  const missing = join(folder, 'missing.jsonl')
  assert.equal(await board(missing, folder, 'examples/abs-ee/amcar-2017-1_2017-06.xml'), 2)
  assert.match(printed, /There is no such file\./)
  assert.match(printed, /This is not a file\./)
  assert.match(printed, /06\.xml: 4 boarded/)
  assert.doesNotMatch(printed, /\n\s+at /)
})

test('exit 2 when a file is none of the formats, with the reason', async () => {
  const letter = join(folder, 'letter.txt')
  await writeFile(letter, 'Dear Sirs,\n')
  assert.equal(await board(letter), 2)
  assert.match(errors, /letter\.txt: Not a known format/)
})

const NOT_ONE: readonly [file: string, content: string][] = [
  ['header.csv', 'account,contract.principal\n'],
  ['blanks.csv', 'account,contract.principal\r\n\r\n  \r\n'],
  ['mark.jsonl', '\ufeff\n \n'],
  ['blanks.jsonl', `${' '.repeat(5000)}\n`],
  [
    'trust-2017-1_2017-01.xml',
    '<assetData xmlns="http://www.sec.gov/edgar/document/absee/autoloan/assetdata"></assetData>',
  ],
]

for (const [name, content] of NOT_ONE)
  test(`exit 2 when there is not one record in the file: ${name}`, async () => {
    const path = join(folder, name)
    await writeFile(path, content)
    assert.equal(await board(path), 2)
    assert.match(errors, /: (There is not one contract in this file|The file is empty)/)
    assert.match(printed, /: 0 boarded, 0 already there, 0 rejected\n/)
  })

test('a filing whose trust is nowhere named says so, and one that is no filing says that', async () => {
  const filing = join(folder, 'exhibit.xml')
  await copyFile('examples/abs-ee/amcar-2017-1_2017-06.xml', filing)
  assert.equal(await board(filing), 2)
  assert.match(errors, /exhibit\.xml: The trust is missing: .*--trust NAME/)
  assert.equal(await board(filing, '--trust', 'amcar 2017-9'), 0)
  const page = join(folder, 'page.xml')
  await writeFile(page, '<html><body>hello</body></html>')
  assert.equal(await board(page), 2)
  assert.match(errors, /page\.xml: not read beyond line 1: Not a Form ABS-EE file/)
})

test('an unknown day count is refused before anything is opened', async () => {
  await assert.rejects(board('examples/contracts.jsonl', '--day-count', 'actual/364'), {
    code: 'commander.invalidArgument',
  })
})

// `keyturn board FILE...`: takes contracts from files onto the books.
import { type Command, Option } from 'commander'
import type { BoardingProblem } from '#src/domain/account/boarding.ts'
import { DAY_COUNTS, type DayCount } from '#src/domain/contract/day-count.ts'
import type { FilingChoices } from '#src/formats/boarding/boarding-item.ts'
import { type BoardingSummary, boardFile } from '#src/servicing/boarding/board-file.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import type { PaperGate } from '#src/servicing/papers/attach-paper.ts'
import { attachPapers } from './board-papers.ts'
import { boardingProgress, RECORDS } from './board-progress.ts'
import { openBoardingFile } from './boarding-source.ts'
import { openPaperFolder } from './paper-folder.ts'
import { papersFile, type RejectsFile, rejectsFile } from './rejects-file.ts'
import { assertMayWrite, PAPERS, REJECTS } from './rejects-place.ts'

/** The book to board onto, ready to use; `close` ends its connections. */
export type OpenBook = () => Promise<{
  ctx: ServicingContext
  openPapers(): PaperGate
  close(): Promise<void>
}>

export function registerBoard(program: Command, openBook: OpenBook): void {
  program
    .command('board')
    .description('take contracts onto the books from files; safe to run again')
    .argument('<file...>', 'Keyturn JSON Lines or CSV, or SEC Form ABS-EE EX-102')
    .option('--rejects <file>', 'where refused records are written (default: FILE.rejected.jsonl)')
    .option('--papers <folder>', 'where the papers are that the files name for their contracts')
    .option('--papers-report <file>', 'what became of each (default: FILE.papers.jsonl)')
    .option('--trust <name>', "trust of an ABS-EE file (default: from the file's name)")
    .addOption(
      new Option('--day-count <rule>', 'day count of ABS-EE contracts, which filings do not name')
        .choices(DAY_COUNTS)
        .default('actual/365'),
    )
    .addHelpText('after', HELP)
    .action(async (files: string[], options: BoardOptions, command: Command) => {
      process.exitCode = await boardFiles(
        files,
        { ...options, output: outputOf(command) },
        openBook,
      )
    })
}

const HELP = `
Good records are boarded, each contract whole or not at all. Refused ones are written with line,
field and reason. A contract that is on the books already stays as it is; a later month of an ABS-EE
trust continues the history of its loans and leases: name the files in the order of their months.

  keyturn board examples/contracts.jsonl
  keyturn board --papers scans contracts.csv
  keyturn board --trust example-2017-1 january.xml february.xml

docs/operating/BOARDING.md describes every field.

Exit codes: 0 all boarded or already there, 1 some records or papers refused, or papers left out
            2 a file cannot be read, or has no record at all`

type BoardOptions = {
  rejects?: string
  papers?: string
  papersReport?: string
  trust?: string
  dayCount: DayCount
}
type Output = { out: (text: string) => void; err: (text: string) => void }
type Boarding = BoardOptions & { output: Output }

function outputOf(command: Command): Output {
  const { writeOut, writeErr } = command.configureOutput()
  return {
    out: writeOut ?? ((text) => process.stdout.write(text)),
    err: writeErr ?? ((text) => process.stderr.write(text)),
  }
}

async function boardFiles(
  files: readonly string[],
  options: Boarding,
  openBook: OpenBook,
): Promise<number> {
  if (options.rejects !== undefined) await assertMayWrite(options.rejects, REJECTS)
  if (options.papersReport !== undefined) await assertMayWrite(options.papersReport, PAPERS)
  const folder = options.papers === undefined ? null : await openPaperFolder(options.papers)
  if (folder && 'reason' in folder) {
    options.output.err(`${options.papers}: ${folder.reason}\n`)
    return 2
  }
  const rejects = options.rejects === undefined ? null : rejectsFile(options.rejects)
  const report = options.papersReport === undefined ? null : papersFile(options.papersReport)
  const { ctx, openPapers, close } = await openBook()
  let exitCode = 0
  try {
    for (const path of files) {
      const own = rejects ?? rejectsFile(`${path}.rejected.jsonl`)
      const { code, papers } = await boardOne(ctx, { path, options, rejects: own })
      if (own !== rejects) await own.close()
      exitCode = Math.max(exitCode, code)
      if (papers === 0) continue
      const job = { path, papers, choices: choicesOf(options), folder, report }
      const attached = await attachPapers({ ...ctx, ...openPapers() }, job)
      options.output.out(attached.text)
      exitCode = Math.max(exitCode, attached.code)
    }
  } finally {
    await rejects?.close()
    await report?.close()
    await close()
  }
  return exitCode
}

async function boardOne(
  ctx: ServicingContext,
  job: { path: string; options: Boarding; rejects: RejectsFile },
): Promise<{ code: number; papers: number }> {
  const { path, options, rejects } = job
  const source = await openBoardingFile(path)
  if ('reason' in source) {
    options.output.err(`${path}: ${source.reason}\n`)
    return { code: 2, papers: 0 }
  }
  const progress = boardingProgress(path, source, RECORDS)
  const show = (soFar: BoardingSummary) => progress.show(seen(soFar))
  const told = { reject: rejects.add, progress: show }
  let summary: BoardingSummary
  try {
    summary = await boardFile(ctx, { file: source, choices: choicesOf(options) }, told)
  } finally {
    progress.stop()
    source.close()
  }
  if (rejects.written === null) await rejects.removeOld()
  if (summary.unreadable) options.output.err(unreadableText(path, summary.unreadable))
  options.output.out(summaryText(path, summary, rejects.written))
  return { code: exitCodeOf(summary), papers: summary.papers }
}

function choicesOf({ trust, dayCount }: Boarding): FilingChoices {
  return { trust: trust ?? null, dayCount }
}

function seen({ boarded, monthsAdded, alreadyThere, rejected }: BoardingSummary): number {
  return boarded + monthsAdded + alreadyThere + rejected
}

function exitCodeOf(summary: BoardingSummary): number {
  if (summary.unreadable) return 2
  return summary.rejected > 0 ? 1 : 0
}

/** On the file as a whole, or on where reading it ended. */
function unreadableText(path: string, { field, line, reason }: BoardingProblem): string {
  const isWhole = field === 'file' || field === 'trust'
  return `${path}: ${isWhole ? '' : `not read beyond line ${line}: `}${reason}\n`
}

function summaryText(path: string, summary: BoardingSummary, rejects: string | null): string {
  const count = (value: number) => value.toLocaleString('en-US')
  const parts = [
    `${count(summary.boarded)} boarded`,
    ...(summary.monthsAdded > 0 ? [`${count(summary.monthsAdded)} months added`] : []),
    `${count(summary.alreadyThere)} already there`,
    `${count(summary.rejected)} rejected`,
    ...(summary.warnings > 0
      ? [`${count(summary.warnings)} ${summary.warnings === 1 ? 'warning' : 'warnings'}`]
      : []),
  ]
  return `${path}: ${parts.join(', ')}\n${rejects ? `  see ${rejects}\n` : ''}`
}

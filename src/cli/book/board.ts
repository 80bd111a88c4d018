// `keyturn board FILE...`: takes contracts from files onto the books.
import { type Command, Option } from 'commander'
import type { BoardingProblem } from '#src/domain/account/boarding.ts'
import { DAY_COUNTS, type DayCount } from '#src/domain/contract/day-count.ts'
import { type BoardingSummary, boardFile } from '#src/servicing/boarding/board-file.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import { boardingProgress } from './board-progress.ts'
import { openBoardingFile } from './boarding-source.ts'
import { rejectsFile } from './rejects-file.ts'
import { assertMayWrite } from './rejects-place.ts'

/** The book to board onto, ready to use; `close` ends its connections. */
export type OpenBook = () => Promise<{ ctx: ServicingContext; close(): Promise<void> }>

export function registerBoard(program: Command, openBook: OpenBook): void {
  program
    .command('board')
    .description('take contracts onto the books from files; safe to run again')
    .argument('<file...>', 'Keyturn JSON Lines or CSV, or SEC Form ABS-EE EX-102')
    .option('--rejects <file>', 'where refused records are written (default: FILE.rejected.jsonl)')
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
  keyturn board --trust example-2017-1 january.xml february.xml

docs/operating/BOARDING.md describes every field.

Exit codes: 0 all boarded or already there, 1 some records refused
            2 a file cannot be read, or has no record at all`

type BoardOptions = { rejects?: string; trust?: string; dayCount: DayCount }
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
  if (options.rejects !== undefined) await assertMayWrite(options.rejects)
  const rejects = options.rejects === undefined ? null : rejectsFile(options.rejects)
  const { ctx, close } = await openBook()
  let exitCode = 0
  try {
    for (const path of files) {
      const own = rejects ?? rejectsFile(`${path}.rejected.jsonl`)
      const code = await boardOne(ctx, { path, options, rejects: own })
      if (own !== rejects) await own.close()
      exitCode = Math.max(exitCode, code)
    }
  } finally {
    await rejects?.close()
    await close()
  }
  return exitCode
}

async function boardOne(
  ctx: ServicingContext,
  job: { path: string; options: Boarding; rejects: ReturnType<typeof rejectsFile> },
): Promise<number> {
  const { path, options, rejects } = job
  const source = await openBoardingFile(path)
  if ('reason' in source) {
    options.output.err(`${path}: ${source.reason}\n`)
    return 2
  }
  const progress = boardingProgress(path, source)
  const choices = { trust: options.trust ?? null, dayCount: options.dayCount }
  const told = { reject: rejects.add, progress: progress.show }
  let summary: BoardingSummary
  try {
    summary = await boardFile(ctx, { file: source, choices }, told)
  } finally {
    progress.stop()
    source.close()
  }
  if (rejects.written === null) await rejects.removeOld()
  if (summary.unreadable) options.output.err(unreadableText(path, summary.unreadable))
  options.output.out(summaryText(path, summary, rejects.written))
  return exitCodeOf(summary)
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

// Statements of 25 lines as PDF/UA-1, one after the other, as a worker prints them. The limit is a
// table of 25 rows without any looks, compiled the same way.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { assert } from '#src/domain/assert.ts'
import { addDays } from '#src/domain/calendar.ts'
import type { StatementFacts } from '#src/formats/documents/document-facts.ts'
import { openPrinter } from '#src/formats/documents/printer.ts'
import { statementSheet } from '#src/formats/documents/statement.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import { statementFacts } from '#src/servicing/documents/statement-facts.ts'
import { loadAccount } from '#src/servicing/load-account.ts'
import { boardAll, currentContract } from './support/contracts.ts'
import { interleaved, measured, ofOurProcess } from './support/measure.ts'
import { benchPapers } from './support/portal.ts'
import { atLeast, atMost, median, type Result, resultOf } from './support/result.ts'
import { openBook, type World } from './support/world.ts'

const SIZES = { full: 600, quick: 60 } as const
const LINES = 25
const LEAST_PER_SECOND = 60
const MOST_MEMORY_MB = 600

export async function statementPdf(world: World): Promise<Result[]> {
  const count = SIZES[world.scale]
  const book = await openBook(world)
  try {
    const sheet = statementSheet(await factsOf(book.ctx))
    const printer = openPrinter()
    const compiler = NodeCompiler.create()
    // What each begins with is not what is measured.
    await printer.print(sheet)
    plainTable(compiler)
    const runs = await interleaved(
      () => measured(count, () => inTurn(count, () => printer.print(sheet))),
      () => measured(count, () => inTurn(count, async (at) => plainTable(compiler, at))),
    )
    return [
      resultOf({
        job: 'statement PDF',
        unit: 'statements per second',
        ours: runs.ours.map(({ perSecond }) => perSecond),
        limit: {
          what: 'an unstyled table of 25 rows, compiled the same way',
          values: runs.limit.map(({ perSecond }) => perSecond),
        },
        ...ofOurProcess(runs.ours),
        scale: `${count} statements of ${LINES} lines, PDF/UA-1, one thread`,
        goal: { is: 'atLeast', ratio: 0.5 },
        checks: [
          atLeast(
            'statements per second and core',
            median(runs.ours.map(({ perSecond }) => perSecond)),
            LEAST_PER_SECOND,
          ),
          atMost(
            'peak memory MB',
            Math.max(...runs.ours.map(({ peakMemoryMb }) => peakMemoryMb)),
            MOST_MEMORY_MB,
          ),
        ],
      }),
    ]
  } finally {
    await book.drop()
  }
}

async function inTurn(count: number, print: (at: number) => Promise<Uint8Array>): Promise<void> {
  for (let at = 0; at < count; at += 1) assert((await print(at)).length > 1000, 'a PDF was made')
}

/** A real statement, with one of its lines as often as a busy month has them. */
async function factsOf(ctx: ServicingContext): Promise<StatementFacts> {
  const today = await businessDay(ctx.db)
  const [owner] = await boardAll(ctx, [currentContract(0, today)])
  assert(owner, 'an account was boarded')
  const loaded = await loadAccount(ctx.db, owner.accountId)
  const paid = loaded.events.findLast(({ payload }) => payload.kind === 'payment')
  assert(paid, 'a payment came')
  const on = addDays(paid.effectiveDate, 1)
  const { facts } = await statementFacts({ ...ctx, ...benchPapers() }, loaded, on)
  const [line] = facts.lines
  assert(line, 'a statement has the line of its payment')
  return { ...facts, lines: Array.from({ length: LINES }, () => line) }
}

/** Each another, so that nothing of the one before is the answer. */
function plainTable(compiler: NodeCompiler, at = 0): Uint8Array {
  const rows = Array.from({ length: LINES }, (_, row) => `[${at}.${row}], [Payment], [512.55]`)
  const made = compiler.compile({
    mainFileContent: `#set document(title: "Rows")
#set text(lang: "en")
#table(columns: 3, table.header([Row], [What], [Amount]), ${rows.join(', ')})`,
  })
  const { result } = made
  assert(result, 'the table is compiled')
  const bytes = compiler.pdf(result, { pdfStandard: 'ua-1' })
  if (at % 50 === 49) compiler.evictCache(0)
  return bytes
}

// The papers that a boarding file names, once its contracts are on the books: it is read again, and
// one paper at a time is judged and attached, each in a transaction of its own.
import type { NamedPaper } from '#src/domain/account/boarding.ts'
import type {
  PaperFileProblem,
  PaperOutcome,
  PaperReport,
} from '#src/formats/attached/paper-report.ts'
import type { BoardingFile, FilingChoices } from '#src/formats/boarding/boarding-item.ts'
import { readBoardingFile } from '#src/formats/boarding/read-boarding-file.ts'
import { readFirstEventsOf } from '#src/store/accounts/account-events.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import type { ServicingContext } from '../context.ts'
import { attachBoardedPaper } from '../papers/attach-boarded-paper.ts'
import type { PaperGate } from '../papers/attach-paper.ts'
import { boardingBasis } from './boarding-basis.ts'
import { type Boardable, sourceNumber } from './boarding-outcome.ts'
import { hasTerms } from './known-account.ts'

/** Reads files by the names that a boarding file has for them. */
export type PaperFolder = {
  readonly read: (file: string) => Promise<{ bytes: Uint8Array } | { problem: PaperFileProblem }>
}

/** How many papers had each end. */
export type PaperSummary = Readonly<Record<PaperOutcome['is'], number>>

/**
 * Attaches to each contract of the file the papers that it names. Safe to run again and after being
 * ended anywhere: what stands on an account stands there once. A contract that is not on the books
 * with the terms of its line gets none. `tell` hears of every paper, in the order of the file.
 */
export async function attachNamedPapers(
  ctx: ServicingContext & PaperGate,
  job: { file: BoardingFile; choices: FilingChoices; folder: PaperFolder },
  tell: (report: PaperReport) => Promise<void>,
): Promise<PaperSummary> {
  const counts = { attached: 0, there: 0, takenOff: 0, refused: 0 }
  for await (const item of readBoardingFile(job.file, job.choices, await boardingBasis(ctx))) {
    if (item.kind !== 'record' || item.record.papers.length === 0) continue
    const accountId = await accountOf(ctx, item)
    for (const paper of item.record.papers) {
      const outcome = await attachNamed(ctx, { from: item, accountId, paper, folder: job.folder })
      counts[outcome.is] += 1
      const { accountNumber } = item.record
      await tell({ line: item.line, accountNumber, file: paper.file, outcome })
    }
  }
  return counts
}

/** Null: not on the books, or another contract is. */
async function accountOf(ctx: ServicingContext, { record }: Boardable): Promise<string | null> {
  const number = sourceNumber(record)
  const id = await findAccountByNumber(ctx.db, ctx.vault, { kind: 'source', number })
  if (id === null) return null
  const events = (await readFirstEventsOf(ctx.db, [id])).get(id) ?? []
  return hasTerms(events, record) ? id : null
}

async function attachNamed(
  ctx: ServicingContext & PaperGate,
  of: {
    readonly from: Boardable
    readonly accountId: string | null
    readonly paper: NamedPaper
    readonly folder: PaperFolder
  },
): Promise<PaperOutcome> {
  const { from, accountId, paper, folder } = of
  if (accountId === null) return { is: 'refused', problem: { is: 'noAccount' } }
  const read = await folder.read(paper.file)
  if ('problem' in read) return { is: 'refused', problem: { is: read.problem } }
  const { line, record } = from
  const { bytes } = read
  return attachBoardedPaper(ctx, { accountId, paper, bytes, source: sourceNumber(record), line })
}

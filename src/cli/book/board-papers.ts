// The second pass of `keyturn board`: the papers that a file names for its contracts.
import type { FilingChoices } from '#src/formats/boarding/boarding-item.ts'
import {
  attachNamedPapers,
  type PaperFolder,
  type PaperSummary,
} from '#src/servicing/boarding/attach-named-papers.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import type { PaperGate } from '#src/servicing/papers/attach-paper.ts'
import { boardingProgress, PAPERS } from './board-progress.ts'
import { openBoardingFile } from './boarding-source.ts'
import { type PapersFile, papersFile } from './rejects-file.ts'
import { assertMayWrite, PAPERS as REPORT } from './rejects-place.ts'

type PaperJob = {
  readonly path: string
  readonly choices: FilingChoices
  /** How many papers the file names. */
  readonly papers: number
  /** Null: none was named, and nothing of that is silent. */
  readonly folder: PaperFolder | null
  /** Null: one beside the file. */
  readonly report: PapersFile | null
}

/** Attaches them, and answers with what to print and the exit code. */
export async function attachPapers(
  ctx: ServicingContext & PaperGate,
  job: PaperJob,
): Promise<{ text: string; code: number }> {
  const { path, papers, folder } = job
  if (!folder) return { text: papersLeft(path, papers), code: 1 }
  const own = `${path}.papers.jsonl`
  if (!job.report) await assertMayWrite(own, REPORT)
  const report = job.report ?? papersFile(own)
  try {
    const summary = await attachEach(ctx, { ...job, folder, report })
    const see = report.written ? `  see ${report.written}\n` : ''
    return { text: `${path}: ${countsOf(summary)}\n${see}`, code: summary.refused > 0 ? 1 : 0 }
  } finally {
    if (report !== job.report) await report.close()
  }
}

async function attachEach(
  ctx: ServicingContext & PaperGate,
  job: PaperJob & { readonly folder: PaperFolder; readonly report: PapersFile },
): Promise<PaperSummary> {
  const { path, choices, folder, report } = job
  const file = await openBoardingFile(path)
  if ('reason' in file) throw new Error(`${path}: ${file.reason}`)
  const progress = boardingProgress(path, file, PAPERS)
  let told = 0
  try {
    return await attachNamedPapers(ctx, { file, choices, folder }, async (paper) => {
      await report.add(paper)
      told += 1
      progress.show(told)
    })
  } finally {
    progress.stop()
    file.close()
  }
}

function papersLeft(path: string, papers: number): string {
  const what = papers === 1 ? '1 paper is' : `${papers.toLocaleString('en-US')} papers are`
  return `${path}: ${what} named and not attached: run it again with --papers FOLDER\n`
}

function countsOf({ attached, there, takenOff, refused }: PaperSummary): string {
  const count = (value: number) => value.toLocaleString('en-US')
  const parts = [
    `${count(attached)} ${attached === 1 ? 'paper' : 'papers'} attached`,
    `${count(there)} already there`,
    ...(takenOff > 0 ? [`${count(takenOff)} taken off before`] : []),
    `${count(refused)} refused`,
  ]
  return parts.join(', ')
}

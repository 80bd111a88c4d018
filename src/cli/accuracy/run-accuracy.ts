// One run over a directory: read, check, print. No database, no network.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { AccuracyRun } from '../accuracy.ts'
import { checked } from './checked.ts'
import { readConventions } from './conventions.ts'
import { type FileNote, readFilings } from './read-filings.ts'
import { jsonReport, printedReport } from './report.ts'

/** Answers with the exit code: 0 all holds, 1 a check or a file does not, 2 nothing to check. */
export async function runAccuracy(run: AccuracyRun): Promise<0 | 1 | 2> {
  const stated = await readConventions(conventionsFile(run))
  if (!stated.ok) return unusable(run, stated.problem)
  const { conventions } = stated
  const reading = await readFilings(run.directory, conventions)
  if (reading === null) return unusable(run, `${run.directory}: there is no such directory`)
  const { filings, files } = reading
  const outcomes = checked(filings, run.by)
  if (outcomes.length === 0)
    return unusable(run, `${run.directory}: no file in it is of a kind that is known here`)
  const report = { conventions: conventions.source, files, outcomes }
  run.out.write(run.form === 'json' ? jsonReport(report) : printedReport(report))
  return outcomes.every(({ holds }) => holds) && files.every(isWhole) ? 0 : 1
}

/** Named, else beside the data, else the ones that come with the examples. */
function conventionsFile({ conventions, directory }: AccuracyRun): string {
  if (conventions !== null) return conventions
  const beside = join(directory, 'conventions.json')
  return existsSync(beside) ? beside : EXAMPLE
}

const EXAMPLE = resolve(import.meta.dirname, '../../../examples/filings/conventions.json')

function isWhole({ kind, faults }: FileNote): boolean {
  return kind === null || faults === 0
}

function unusable({ err }: AccuracyRun, message: string): 2 {
  err.write(`keyturn accuracy: ${message}\n`)
  return 2
}

// A report of boarding: made with its first line, for its owner's eyes only. It takes the place of
// what an earlier run wrote, and of nothing else.
import { type FileHandle, open, rm } from 'node:fs/promises'
import { paperLine } from '#src/formats/attached/paper-report.ts'
import { rejectLine } from '#src/formats/boarding/rejects.ts'
import {
  assertMayWrite,
  holdsReport,
  PAPERS,
  REJECTS,
  type ReportKind,
  reportProblem,
} from './rejects-place.ts'

type ReportFile<A extends readonly unknown[]> = {
  readonly add: (...told: A) => Promise<void>
  /** Its path once there is something in it. */
  readonly written: string | null
  /** After a run that had nothing to tell: what an earlier one wrote would seem to be its own. */
  readonly removeOld: () => Promise<void>
  readonly close: () => Promise<void>
}

export type RejectsFile = ReportFile<Parameters<typeof rejectLine>>
export type PapersFile = ReportFile<Parameters<typeof paperLine>>

/** Nothing is touched before the first `add`, which throws RejectsProblem where it cannot be. */
export function rejectsFile(path: string): RejectsFile {
  return reportFile(path, REJECTS, rejectLine)
}

/** What became of each paper. */
export function papersFile(path: string): PapersFile {
  return reportFile(path, PAPERS, paperLine)
}

function reportFile<A extends readonly unknown[]>(
  path: string,
  kind: ReportKind,
  lineOf: (...told: A) => string,
): ReportFile<A> {
  let file: FileHandle | null = null
  return {
    add: async (...told) => {
      file ??= await openNew(path, kind)
      await file.write(lineOf(...told))
    },
    get written() {
      return file ? path : null
    },
    removeOld: async () => {
      if (!file) await removeReport(path, kind)
    },
    close: async () => {
      await file?.close()
    },
  }
}

async function openNew(path: string, kind: ReportKind): Promise<FileHandle> {
  await assertMayWrite(path, kind)
  return open(path, 'w', 0o600).catch((error: unknown) => {
    throw reportProblem(path, kind, error)
  })
}

async function removeReport(path: string, kind: ReportKind): Promise<void> {
  try {
    if (await holdsReport(path, kind)) await rm(path)
  } catch (error) {
    throw reportProblem(path, kind, error)
  }
}

// Where a report of boarding may be written: a new file, or an earlier run's. A file of
// anything else is never overwritten, as it would be by `--rejects contracts.jsonl`.
import { access, constants, lstat, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isPaperLine } from '#src/formats/attached/paper-report.ts'
import { isRejectLine } from '#src/formats/boarding/rejects.ts'

/** A kind of report: how its lines are known, and what is said where it cannot be written. */
export type ReportKind = {
  readonly isLine: (text: string) => boolean
  readonly what: string
  readonly option: string
}

export const REJECTS: ReportKind = {
  isLine: isRejectLine,
  what: 'refused records',
  option: '--rejects',
}

export const PAPERS: ReportKind = {
  isLine: isPaperLine,
  what: 'what became of papers',
  option: '--papers-report',
}

/** Why a report cannot be written, worded for who runs the command. */
export class RejectsProblem extends Error {
  override readonly name = 'RejectsProblem'
}

/** Throws RejectsProblem where `path` is no place for the report; writes nothing. */
export async function assertMayWrite(path: string, kind: ReportKind): Promise<void> {
  try {
    const stats = await stat(path).catch(absent)
    if (stats?.isDirectory()) throw problem(path, kind, 'this is a folder')
    if (stats?.isFile() && stats.size > 0 && !(await holdsReport(path, kind)))
      throw problem(path, kind, 'another file is there, and it would be overwritten')
    await access(stats ? path : dirname(path), constants.W_OK)
  } catch (error) {
    throw reportProblem(path, kind, error)
  }
}

/** Whether the file is plainly one that an earlier run wrote. */
export async function holdsReport(path: string, { isLine }: ReportKind): Promise<boolean> {
  const stats = await lstat(path).catch(absent)
  if (!stats?.isFile()) return false
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_LINE_BYTES))
    const [first = ''] = buffer.toString('utf8', 0, bytesRead).split('\n', 1)
    return isLine(first)
  } finally {
    await file.close()
  }
}

/** What the operating system says about the place, as a sentence that says what to do. */
export function reportProblem(path: string, kind: ReportKind, error: unknown): RejectsProblem {
  if (error instanceof RejectsProblem) return error
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return problem(path, kind, `there is no folder ${dirname(path)}`)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return problem(path, kind, 'it may not be written')
  throw error
}

const LONGEST_LINE_BYTES = 16_384

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

function problem(path: string, { what, option }: ReportKind, reason: string): RejectsProblem {
  const advice = `Name another file with ${option} FILE.`
  return new RejectsProblem(`${what} cannot be written to ${path}: ${reason}. ${advice}`)
}

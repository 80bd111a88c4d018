// Where refused records may be written: a new file, or the place of an earlier run's. A file of
// anything else is never overwritten, as it would be by `--rejects contracts.jsonl`.
import { access, constants, lstat, open, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isRejectLine } from '#src/formats/boarding/rejects.ts'

/** Why refused records cannot be written, worded for who runs the command. */
export class RejectsProblem extends Error {
  override readonly name = 'RejectsProblem'
}

/** Throws RejectsProblem where `path` is no place for refused records; writes nothing. */
export async function assertMayWrite(path: string): Promise<void> {
  try {
    const stats = await stat(path).catch(absent)
    if (stats?.isDirectory()) throw problem(path, 'this is a folder')
    if (stats?.isFile() && stats.size > 0 && !(await holdsRejects(path)))
      throw problem(path, 'another file is there, and it would be overwritten')
    await access(stats ? path : dirname(path), constants.W_OK)
  } catch (error) {
    throw rejectsProblem(path, error)
  }
}

/** Whether the file is plainly one that an earlier run wrote. */
export async function holdsRejects(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(absent)
  if (!stats?.isFile()) return false
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_REJECT_BYTES))
    const [first = ''] = buffer.toString('utf8', 0, bytesRead).split('\n', 1)
    return isRejectLine(first)
  } finally {
    await file.close()
  }
}

/** What the operating system says about the place, as a sentence that says what to do. */
export function rejectsProblem(path: string, error: unknown): RejectsProblem {
  if (error instanceof RejectsProblem) return error
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return problem(path, `there is no folder ${dirname(path)}`)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return problem(path, 'it may not be written')
  throw error
}

const LONGEST_REJECT_BYTES = 16_384

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

function problem(path: string, reason: string): RejectsProblem {
  const advice = 'Name another file with --rejects FILE.'
  return new RejectsProblem(`refused records cannot be written to ${path}: ${reason}. ${advice}`)
}

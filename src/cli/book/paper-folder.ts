// The folder of the papers that a boarding file names. The file is data from outside: no name in it
// leads out of the folder, not by "..", not by a path of the machine, not through a link.
import { constants, lstat, open, realpath, stat } from 'node:fs/promises'
import { join, win32 } from 'node:path'
import { MOST_PAPER_BYTES } from '#src/domain/attached-kinds.ts'
import type { PaperFileProblem } from '#src/formats/attached/paper-report.ts'
import type { PaperFolder } from '#src/servicing/boarding/attach-named-papers.ts'

type Read = Awaited<ReturnType<PaperFolder['read']>>

/** The folder, or why it cannot be read. */
export async function openPaperFolder(path: string): Promise<PaperFolder | { reason: string }> {
  try {
    const root = await realpath(path)
    if (!(await stat(root)).isDirectory()) return { reason: 'This is no folder.' }
    return { read: (file) => readPaper(root, file) }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { reason: 'There is no such folder.' }
    return { reason: 'The folder cannot be read.' }
  }
}

async function readPaper(root: string, file: string): Promise<Read> {
  const parts = file.split('/')
  const isInside = parts.every((part) => !['', '.', '..'].includes(part))
  if (!isInside || file.includes('\\') || win32.parse(file).root !== '') return no('outside')
  try {
    for (const [at] of parts.entries()) {
      const found = await lstat(join(root, ...parts.slice(0, at + 1)))
      if (found.isSymbolicLink()) return no('link')
    }
    return await readWhole(join(root, ...parts))
  } catch (error) {
    return no(problemOf(codeOf(error)))
  }
}

/** Neither follows a link that came meanwhile nor waits for the other end of a pipe. */
async function readWhole(place: string): Promise<Read> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
  const handle = await open(place, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) return no('notFile')
    return stats.size > MOST_PAPER_BYTES ? no('large') : { bytes: await handle.readFile() }
  } finally {
    await handle.close()
  }
}

function no(problem: PaperFileProblem): Read {
  return { problem }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null
}

function problemOf(code: unknown): PaperFileProblem {
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return 'missing'
  return code === 'ELOOP' ? 'link' : 'unreadable'
}

// A file on disk as boarding reads it, with how far it has been read.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { BoardingFile } from '#src/formats/boarding/boarding-item.ts'

export type BoardingSource = BoardingFile & {
  readonly totalBytes: number
  readonly readBytes: () => number
  readonly close: () => void
}

/** The file ready to read, or why it cannot be. */
export async function openBoardingFile(path: string): Promise<BoardingSource | { reason: string }> {
  try {
    const stats = await stat(path)
    if (!stats.isFile()) return { reason: 'This is not a file.' }
    const stream = createReadStream(path, { highWaterMark: 256 * 1024 })
    await new Promise((resolve, reject) => stream.once('open', resolve).once('error', reject))
    return {
      name: path,
      chunks: stream,
      totalBytes: stats.size,
      readBytes: () => stream.bytesRead,
      close: () => stream.destroy(),
    }
  } catch (error) {
    return { reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'There is no such file.'
  if (code === 'EACCES' || code === 'EPERM') return 'The file may not be read.'
  return 'The file cannot be read.'
}

// The file of refused records: made with the first of them, for its owner's eyes only. Without one,
// an old file of the same name is left alone.
import { type FileHandle, open } from 'node:fs/promises'
import { rejectLine } from '#src/formats/boarding/rejects.ts'
import type { BoardingTold } from '#src/servicing/boarding/board-file.ts'

export type RejectsFile = {
  readonly add: BoardingTold['reject']
  /** Its path once there is something in it. */
  readonly written: string | null
  readonly close: () => Promise<void>
}

export function rejectsFile(path: string): RejectsFile {
  let file: FileHandle | null = null
  return {
    add: async (outcome, problem, raw) => {
      file ??= await open(path, 'w', 0o600)
      await file.write(rejectLine(outcome, problem, raw))
    },
    get written() {
      return file ? path : null
    },
    close: async () => {
      await file?.close()
    },
  }
}

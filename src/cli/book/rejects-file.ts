// The file of refused records: made with the first of them, for its owner's eyes only. It takes the
// place of what an earlier run wrote, and of nothing else.
import { type FileHandle, open, rm } from 'node:fs/promises'
import { rejectLine } from '#src/formats/boarding/rejects.ts'
import type { BoardingTold } from '#src/servicing/boarding/board-file.ts'
import { assertMayWrite, holdsRejects, rejectsProblem } from './rejects-place.ts'

export type RejectsFile = {
  readonly add: BoardingTold['reject']
  /** Its path once there is something in it. */
  readonly written: string | null
  /** After a run that refused nothing: what an earlier one wrote would seem to be its own. */
  readonly removeOld: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Nothing is touched before the first `add`, which throws RejectsProblem where it cannot be. */
export function rejectsFile(path: string): RejectsFile {
  let file: FileHandle | null = null
  return {
    add: async (outcome, problem, raw) => {
      file ??= await openNew(path)
      await file.write(rejectLine(outcome, problem, raw))
    },
    get written() {
      return file ? path : null
    },
    removeOld: async () => {
      if (!file) await removeRejects(path)
    },
    close: async () => {
      await file?.close()
    },
  }
}

async function openNew(path: string): Promise<FileHandle> {
  await assertMayWrite(path)
  return open(path, 'w', 0o600).catch((error: unknown) => {
    throw rejectsProblem(path, error)
  })
}

async function removeRejects(path: string): Promise<void> {
  try {
    if (await holdsRejects(path)) await rm(path)
  } catch (error) {
    throw rejectsProblem(path, error)
  }
}

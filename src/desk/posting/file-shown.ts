import type { Db } from '#src/store/database.ts'
import { readCreditFile } from '#src/store/desk-money/credit-files.ts'
import {
  creditsOfFile,
  type ReceivedCredit,
  tallyOfFile,
} from '#src/store/desk-money/received-credits.ts'

export const LINES_SHOWN = 200

/** A file with its first lines. */
export type FileShown = {
  readonly name: string
  readonly lines: number
  /** Of the lines, those whose number leads to no account. */
  readonly fitNone: number
  readonly credits: readonly ReceivedCredit[]
}

export async function fileShown(db: Db, fileId: string): Promise<FileShown | null> {
  const file = await readCreditFile(db, fileId)
  if (!file) return null
  const { fitNone } = await tallyOfFile(db, fileId)
  const credits = await creditsOfFile(db, { fileId, limit: LINES_SHOWN })
  return { name: file.name, lines: file.lines, fitNone, credits }
}

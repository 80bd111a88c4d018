// Bytes to records of 94 characters, whatever came of them on the way.
import { RECORD_LENGTH } from './layout.ts'
import type { ProblemList } from './problem-list.ts'

export type NachaRecord = { readonly line: number; readonly text: string }

/**
 * The records of a file, in capitals where the rules ask for them later, each 94 characters long:
 * blanks that were cut off are put back, what stands beyond is left out, and both are told. Text is
 * UTF-8 with or without its byte order mark, else Latin-1. Lines end with "\r\n", "\n" or "\r"; a
 * file without a line end is cut every 94 characters.
 */
export function splitRecords(bytes: Uint8Array, problems: ProblemList): NachaRecord[] {
  const lines = linesOf(textOf(bytes))
  while (lines.length > 0 && isBlank(lines.at(-1) ?? '')) lines.pop()
  const records: NachaRecord[] = []
  for (const [index, raw] of lines.entries()) {
    const line = index + 1
    if (isBlank(raw)) {
      problems.form(line, 'record length', 'The line is empty.')
      continue
    }
    records.push({ line, text: record(raw, { line, problems }) })
  }
  return records
}

function record(raw: string, at: { line: number; problems: ProblemList }): string {
  const { line, problems } = at
  if (UNPRINTABLE.test(raw)) {
    problems.doubt(line, 'characters', 'There is a character below the blank.')
  }
  if (raw.length === RECORD_LENGTH) return raw
  const message = `The line has ${raw.length} characters, and should have ${RECORD_LENGTH}.`
  const isCut = raw.length > RECORD_LENGTH && !isBlank(raw.slice(RECORD_LENGTH))
  if (isCut) problems.doubt(line, 'record length', message)
  else problems.form(line, 'record length', message)
  return raw.slice(0, RECORD_LENGTH).padEnd(RECORD_LENGTH)
}

/** Line ends are gone; what is left below the blank is nothing that a record may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNPRINTABLE = /[\u0000-\u001f]/

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return Buffer.from(bytes).toString('latin1')
  }
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/)
  const [only = ''] = lines
  const isOneLine = lines.slice(1).every(isBlank)
  if (!isOneLine || only.length <= RECORD_LENGTH || only.length % RECORD_LENGTH !== 0) return lines
  return Array.from({ length: only.length / RECORD_LENGTH }, (_, at) =>
    only.slice(at * RECORD_LENGTH, (at + 1) * RECORD_LENGTH),
  )
}

const BLANK_CODE = 32

/** Some systems end a file with the old end-of-file mark. */
function isBlank(line: string): boolean {
  if (line.charCodeAt(0) > BLANK_CODE) return false
  return line.replaceAll('\u001a', '').trim() === ''
}

// A table of filed records, line by line in bounded memory. A line that cannot be read costs itself
// and not the rest of the file.
import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { type FileLine, LONGEST_LINE_BYTES, readLines } from '../boarding/read-lines.ts'

export type CsvRow =
  | { readonly kind: 'header'; readonly columns: readonly string[] }
  | {
      readonly kind: 'row'
      readonly line: number
      /** Cells by column; empty ones are absent. */
      readonly fields: ReadonlyMap<string, string>
    }
  | { readonly kind: 'fault'; readonly line: number; readonly reason: string }

/** The header first, then one item per line that is not blank. A bad header is the only item. */
export async function* readCsvRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  let columns: readonly string[] | null = null
  for await (const line of readLines(chunks)) {
    if ('text' in line && line.text.trim() === '') continue
    if (columns) {
      yield rowOf(line, columns)
      continue
    }
    columns = headerOf(line)
    if (columns === null) return yield fault(line, 'The first line is no header of a table.')
    yield { kind: 'header', columns }
  }
}

const MOST_COLUMNS = 300

function headerOf(line: FileLine): readonly string[] | null {
  const columns = 'text' in line ? cellsOf(line.text)?.map((name) => name.trim()) : null
  if (!columns || columns.length > MOST_COLUMNS) return null
  return new Set(columns).size === columns.length ? columns : null
}

function rowOf(line: FileLine, columns: readonly string[]): CsvRow {
  if ('fault' in line) return fault(line, FAULTS[line.fault])
  // A row that is cut off inside its last cell looks whole: only the line break tells.
  if (!line.ended) return fault(line, 'The last line has no line break: the file may be cut off.')
  const cells = cellsOf(line.text)
  if (!cells) return fault(line, 'The quotes on this line do not match.')
  if (cells.length !== columns.length)
    return fault(line, `${cells.length} cells, but the header names ${columns.length} columns.`)
  const fields = new Map<string, string>()
  columns.forEach((name, at) => {
    const cell = cells[at]?.trim() ?? ''
    if (cell !== '') fields.set(name, cell)
  })
  return { kind: 'row', line: line.line, fields }
}

const FAULTS = {
  tooLong: `The line is longer than ${LONGEST_LINE_BYTES.toLocaleString('en-US')} bytes.`,
  notUtf8: 'The line is not valid UTF-8 text.',
  zeroByte: 'The line holds a zero byte: this is not text.',
} as const

function fault({ line }: { line: number }, reason: string): CsvRow {
  return { kind: 'fault', line, reason }
}

// Most lines of a filing hold no quotes: splitting them is all that there is to do.
function cellsOf(text: string): string[] | null {
  if (!text.includes('"')) return text.split(',')
  try {
    return parse(text)[0] ?? []
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

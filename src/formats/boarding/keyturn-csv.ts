// Keyturn CSV: a header of field paths ("contract.principal"), then one contract per line; empty
// cells are left out. Each line is parsed by itself, so that a quote that never closes costs one
// line and not the rest of the file.
import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import {
  type BoardingBasis,
  type BoardingItem,
  problem,
  rejected,
  unreadable,
} from './boarding-item.ts'
import { columnProblem, nestedRow } from './csv-columns.ts'
import { readKeyturnContract } from './keyturn-record.ts'
import { faultItem } from './line-fault.ts'
import { type FileLine, readLines } from './read-lines.ts'

/**
 * Yields one item per line after the header that is not blank; a bad header makes the file
 * unreadable.
 */
export async function* readKeyturnCsv(
  chunks: AsyncIterable<Uint8Array>,
  basis: BoardingBasis,
): AsyncGenerator<BoardingItem> {
  let columns: readonly string[] | null = null
  for await (const line of readLines(chunks)) {
    if ('fault' in line) {
      yield columns ? faultItem(line) : unreadable(line.line, 'header', 'The header is not text.')
      if (!columns) return
    } else if (line.text.trim() === '') continue
    else if (columns) yield readRow(line, { columns, basis })
    else {
      columns = cellsOf(line.text)?.map((name) => name.trim()) ?? []
      const wrong = columnProblem(columns)
      if (wrong) return yield unreadable(line.line, 'header', wrong)
    }
  }
}

function readRow(
  { line, text, ended }: Extract<FileLine, { text: string }>,
  at: { columns: readonly string[]; basis: BoardingBasis },
): BoardingItem {
  const reject = (reason: string) => rejected(line, text, [problem(line, 'line', reason)])
  if (!ended) return reject(NOT_ENDED)
  const cells = cellsOf(text)
  if (!cells) return reject(BAD_QUOTES)
  if (cells.length !== at.columns.length)
    return reject(`${cells.length} cells, but the header names ${at.columns.length} columns.`)
  return readKeyturnContract(nestedRow(at.columns, cells), { line, raw: text, basis: at.basis })
}

/** A row that is cut off inside its last cell looks whole: only the line break tells. */
const NOT_ENDED =
  'The last line has no line break: the file may be cut off. Add one if the contract is complete.'
const BAD_QUOTES = 'The quotes on this line do not match. A cell cannot hold a line break.'

function cellsOf(text: string): string[] | null {
  try {
    return parse(text)[0] ?? []
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

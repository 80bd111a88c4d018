// Keyturn JSON Lines: one contract per line. A bad line costs that line only.
import { type BoardingBasis, type BoardingItem, problem, rejected } from './boarding-item.ts'
import { readKeyturnContract } from './keyturn-record.ts'
import { faultItem } from './line-fault.ts'
import { type FileLine, readLines } from './read-lines.ts'

/** Yields one item per line that is not blank. */
export async function* readKeyturnJsonl(
  chunks: AsyncIterable<Uint8Array>,
  basis: BoardingBasis,
): AsyncGenerator<BoardingItem> {
  for await (const line of readLines(chunks)) {
    if ('fault' in line) yield faultItem(line)
    else if (line.text.trim() !== '') yield readLine(line, basis)
  }
}

function readLine(
  { line, text }: Extract<FileLine, { text: string }>,
  basis: BoardingBasis,
): BoardingItem {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return rejected(line, text, [problem(line, 'line', NOT_JSON)])
  }
  return readKeyturnContract(value, { line, raw: text, basis })
}

const NOT_JSON =
  'This line is not one JSON object. It may be cut off, or a quote or comma is missing.'

// Any boarding file, whatever its format: looks at its first bytes and hands it to the reader for
// them.
import { unreachable } from '#src/domain/assert.ts'
import { readAbsEeXml } from './abs-ee-xml.ts'
import {
  type BoardingBasis,
  type BoardingFile,
  type BoardingItem,
  type FilingChoices,
  unreadable,
} from './boarding-item.ts'
import { DETECTION_BYTES, detectFormat } from './detect-format.ts'
import { readKeyturnCsv } from './keyturn-csv.ts'
import { readKeyturnJsonl } from './keyturn-jsonl.ts'

/**
 * Yields the records of a file in its order, bad ones with their problems; a file without one is
 * unreadable. Never throws for what the file holds and keeps at most about a megabyte of it; only
 * the chunks themselves may throw (a disk that fails).
 */
export async function* readBoardingFile(
  file: BoardingFile,
  choices: FilingChoices,
  basis: BoardingBasis,
): AsyncGenerator<BoardingItem> {
  let isEmpty = true
  for await (const item of readItems(file, choices, basis)) {
    isEmpty = false
    yield item
  }
  if (isEmpty) yield unreadable(1, 'file', NO_CONTRACT)
}

const NO_CONTRACT =
  'There is not one contract in this file. It may be cut off, or was exported without rows.'

async function* readItems(
  file: BoardingFile,
  choices: FilingChoices,
  basis: BoardingBasis,
): AsyncGenerator<BoardingItem> {
  const { head, chunks } = await peek(file.chunks)
  const detected = detectFormat(head)
  if ('reason' in detected) return yield unreadable(1, 'file', detected.reason)
  switch (detected.format) {
    case 'keyturn-jsonl':
      return yield* readKeyturnJsonl(chunks, basis)
    case 'keyturn-csv':
      return yield* readKeyturnCsv(chunks, basis)
    case 'xml':
      return yield* readAbsEeXml({ name: file.name, chunks }, choices, basis.today)
    default:
      return unreachable(detected.format)
  }
}

/** The first bytes, and all chunks with those included. */
async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; chunks: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  while (length < DETECTION_BYTES) {
    const next = await iterator.next()
    if (next.done) break
    first.push(next.value.slice())
    length += next.value.length
  }
  return { head: Buffer.concat(first).subarray(0, DETECTION_BYTES), chunks: whole(first, iterator) }
}

async function* whole(
  first: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* first
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield next.value
  } finally {
    await iterator.return?.()
  }
}

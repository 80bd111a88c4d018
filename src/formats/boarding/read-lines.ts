// Bytes to lines in bounded memory: a line that is too long is skipped, not kept, and told apart.
// Example: 'a\r\nb' gives line 1 "a" (ended) and line 2 "b" (not ended: the file may be cut off
// there).

/** Longest line that is read; a contract with years of history takes some tens of kilobytes. */
export const LONGEST_LINE_BYTES = 1_000_000

export type FileLine =
  | {
      readonly line: number
      readonly text: string
      /** False for a last line without a line break. */
      readonly ended: boolean
    }
  | {
      readonly line: number
      readonly fault: 'tooLong' | 'notUtf8' | 'zeroByte'
      /** Its beginning, with what is not text replaced. */
      readonly start: string
    }

/** Lines from 1, without their line break; a byte order mark at the start is dropped. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileLine> {
  const held = new HeldLine()
  let line = 1
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      held.add(chunk.subarray(from, at))
      yield held.take(line, true)
      line += 1
      from = at + 1
    }
    held.add(chunk.subarray(from))
  }
  if (!held.isEmpty) yield held.take(line, false)
}

const NEWLINE = 0x0a
const CARRIAGE_RETURN = 0x0d
const SHOWN_BYTES = 500

/** The beginning of a line that may go on in the next chunk. */
class HeldLine {
  #parts: Uint8Array[] = []
  #length = 0

  get isEmpty(): boolean {
    return this.#length === 0
  }

  add(part: Uint8Array): void {
    const room = LONGEST_LINE_BYTES - this.#length
    // Copied: the reader of the file may use the same memory for the next chunk.
    if (room > 0 && part.length > 0) this.#parts.push(part.slice(0, room))
    this.#length += part.length
  }

  take(line: number, ended: boolean): FileLine {
    const tooLong = this.#length > LONGEST_LINE_BYTES
    const bytes = withoutMarks(joined(this.#parts), line)
    this.#parts = []
    this.#length = 0
    const start = () => lenient.decode(bytes.subarray(0, SHOWN_BYTES))
    if (tooLong) return { line, fault: 'tooLong', start: start() }
    if (bytes.includes(0)) return { line, fault: 'zeroByte', start: start() }
    const text = decoded(bytes)
    return text === null ? { line, fault: 'notUtf8', start: start() } : { line, text, ended }
  }
}

const lenient = new TextDecoder('utf-8')
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const only = parts.length === 1 ? parts[0] : undefined
  return only ?? Buffer.concat(parts)
}

function withoutMarks(bytes: Uint8Array, line: number): Uint8Array {
  const marked = line === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const end = bytes.at(-1) === CARRIAGE_RETURN ? bytes.length - 1 : bytes.length
  return bytes.subarray(marked ? 3 : 0, end)
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}

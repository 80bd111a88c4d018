// Bytes to lines in bounded memory: a line that is too long is skipped, not kept, and told apart.
// Example: 'a\r\nb' gives line 1 "a" (ended) and line 2 "b" (not ended: the file may be cut off
// there). A carriage return alone ends a line too: old spreadsheets write no other line break.

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
  let afterReturn = false
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue
    let from = afterReturn && chunk[0] === NEWLINE ? 1 : 0
    for (const { at, next } of lineBreaks(chunk, from)) {
      held.add(chunk.subarray(from, at))
      yield held.take(line, true)
      line += 1
      from = next
    }
    held.add(chunk.subarray(from))
    afterReturn = chunk.at(-1) === CARRIAGE_RETURN
  }
  if (!held.isEmpty) yield held.take(line, false)
}

/** Where each line ends and the next begins: "\n", "\r\n" or "\r". */
function* lineBreaks(chunk: Uint8Array, from: number): Generator<{ at: number; next: number }> {
  let newline = chunk.indexOf(NEWLINE, from)
  let carriage = chunk.indexOf(CARRIAGE_RETURN, from)
  while (newline >= 0 || carriage >= 0) {
    const isNewline = carriage < 0 || (newline >= 0 && newline < carriage)
    const at = isNewline ? newline : carriage
    const next = !isNewline && newline === at + 1 ? at + 2 : at + 1
    yield { at, next }
    if (newline >= 0 && newline < next) newline = chunk.indexOf(NEWLINE, next)
    if (carriage >= 0 && carriage < next) carriage = chunk.indexOf(CARRIAGE_RETURN, next)
  }
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
    const bytes = withoutMark(joined(this.#parts), line)
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

function withoutMark(bytes: Uint8Array, line: number): Uint8Array {
  const marked = line === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return bytes.subarray(marked ? 3 : 0)
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}

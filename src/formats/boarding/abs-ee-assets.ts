// Form ABS-EE XML (exhibit EX-102) to one bag of fields per asset, piece by piece and in bounded
// memory. A filing needs no document type and no entities of its own; a file that brings any is
// refused before they are used.
import { SaxesParser, type SaxesTagNS } from 'saxes'

export type FilingSchema = 'autoloan' | 'autolease'

export type FiledAsset = {
  readonly schema: FilingSchema
  readonly line: number
  /** First value of each element; a filing repeats only elements that boarding does not use. */
  readonly fields: ReadonlyMap<string, string>
}

/** Why the rest of a filing cannot be read. */
export class FilingFault extends Error {
  override readonly name = 'FilingFault'
  readonly line: number
  constructor(line: number, reason: string) {
    super(reason)
    this.line = line
  }
}

/** Yields each complete asset; throws FilingFault where the file stops being a filing. */
export async function* readFiledAssets(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<FiledAsset> {
  const reader = new AssetReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of chunks) {
    reader.write(reader.guarded(() => decoder.decode(chunk, { stream: true }), NOT_UTF8))
    yield* reader.take()
  }
  reader.guarded(() => decoder.decode(), NOT_UTF8)
  reader.guarded(() => reader.close(), CUT_OFF)
  yield* reader.take()
}

const NAMESPACE = 'http://www.sec.gov/edgar/document/absee/'
const SCHEMAS: readonly FilingSchema[] = ['autoloan', 'autolease']
const DEEPEST = 8
const MOST_FIELDS = 300
const LONGEST_VALUE = 300
/** Characters between two tags. Longer is no filing, and the parser would keep all of it. */
const LONGEST_PIECE = 1_000_000

const NOT_UTF8 = 'The file is not valid UTF-8 text from about here.'
const CUT_OFF = 'The file ends in the middle of the filing: it is cut off.'
const NOT_A_FILING =
  'Not a Form ABS-EE file: expected assetData of the SEC autoloan or autolease schema.'
const DOCUMENT_TYPE = 'The file declares a document type (DTD). Filings have none; it is refused.'

class AssetReader {
  readonly #parser = new SaxesParser({ xmlns: true })
  #schema: FilingSchema = 'autoloan'
  #done: FiledAsset[] = []
  #line = 0
  #fields: Map<string, string> | null = null
  #depth = 0
  #text = ''
  #lastTagAt = 0

  constructor() {
    this.#parser.on('doctype', () => this.#stop(DOCUMENT_TYPE))
    this.#parser.on('xmldecl', ({ encoding }) => {
      if (encoding && !/^(utf-8|us-ascii)$/i.test(encoding)) this.#stop(NOT_UTF8)
    })
    this.#parser.on('opentag', (tag) => this.#open(tag))
    this.#parser.on('text', (text) => this.#add(text))
    this.#parser.on('cdata', (text) => this.#add(text))
    this.#parser.on('closetag', (tag) => this.#closeTag(tag))
  }

  write(text: string): void {
    this.guarded(() => this.#parser.write(text), null)
    if (this.#parser.position - this.#lastTagAt > LONGEST_PIECE)
      this.#stop(
        `More than ${LONGEST_PIECE.toLocaleString('en-US')} characters without an element.`,
      )
  }

  close(): void {
    this.#parser.close()
  }

  take(): FiledAsset[] {
    const done = this.#done
    this.#done = []
    return done
  }

  /** Runs `action`; what the parser or decoder throws becomes a fault on the current line. */
  guarded<T>(action: () => T, reason: string | null): T {
    try {
      return action()
    } catch (error) {
      if (error instanceof FilingFault) throw error
      const told = error instanceof Error ? error.message.replace(/^(\d+:)+\s*/, '') : ''
      return this.#stop(reason ?? `Not well-formed XML: ${told.slice(0, 120)}`)
    }
  }

  #stop(reason: string): never {
    throw new FilingFault(this.#parser.line, reason)
  }

  #open(tag: SaxesTagNS): void {
    this.#lastTagAt = this.#parser.position
    this.#depth += 1
    this.#text = ''
    if (this.#depth === 1) this.#checkRoot(tag)
    if (this.#depth > DEEPEST) this.#stop(`Elements are nested more than ${DEEPEST} deep.`)
    if (this.#depth !== 2) return
    this.#fields = new Map()
    this.#line = this.#parser.line
  }

  #checkRoot({ local, uri }: SaxesTagNS): void {
    const schema = SCHEMAS.find((name) => uri.startsWith(`${NAMESPACE}${name}/`))
    if (local !== 'assetData' || schema === undefined) this.#stop(NOT_A_FILING)
    this.#schema = schema
  }

  #add(text: string): void {
    if (this.#text.length <= LONGEST_VALUE) this.#text += text.slice(0, LONGEST_VALUE + 1)
  }

  #closeTag({ local }: SaxesTagNS): void {
    this.#lastTagAt = this.#parser.position
    if (this.#depth === 3) this.#keep(local)
    if (this.#depth === 2 && this.#fields && local === 'assets')
      this.#done.push({ schema: this.#schema, line: this.#line, fields: this.#fields })
    this.#depth -= 1
    this.#text = ''
  }

  #keep(name: string): void {
    const fields = this.#fields
    const value = this.#text.trim()
    if (!fields || value === '' || fields.has(name)) return
    if (fields.size >= MOST_FIELDS) this.#stop(`An asset has more than ${MOST_FIELDS} elements.`)
    if (value.length > LONGEST_VALUE)
      this.#stop(`${name.slice(0, 60)} is longer than ${LONGEST_VALUE} characters.`)
    fields.set(name, value)
  }
}

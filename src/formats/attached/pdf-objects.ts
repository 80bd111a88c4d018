// Every object of a PDF, also those inside of object streams and those that a later part of the
// file replaces: a viewer may be led to any of them. Bounded: what is packed unpacks to so much.
import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFContext,
  PDFName,
  type PDFObject,
  PDFObjectStreamParser,
  PDFParser,
  PDFRawStream,
  PDFXRefStreamParser,
} from '@cantoo/pdf-lib'

export type PdfObjects = {
  readonly context: PDFContext
  readonly all: readonly PDFObject[]
  /** How many streams of objects were opened. */
  readonly objectStreams: number
}

const MOST_UNPACKED = 64_000_000

let seen: PDFObject[] = []
let objectStreams = 0
let unpacked = 0
watch()

/** Throws for what is not well formed, or unpacks to too much. */
export async function readPdfObjects(bytes: Uint8Array): Promise<PdfObjects> {
  seen = []
  objectStreams = 0
  unpacked = 0
  const parser = PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY, true)
  const context = await parser.parseDocument()
  return { context, all: seen, objectStreams }
}

/** The library forgets what is replaced, and unpacks without a bound. */
function watch(): void {
  const { assign } = PDFContext.prototype
  PDFContext.prototype.assign = function (ref, object) {
    seen.push(object)
    assign.call(this, ref, object)
  }
  const objects = PDFObjectStreamParser.forStream
  PDFObjectStreamParser.forStream = (stream, wait) => {
    objectStreams += 1
    assertUnpacks(stream)
    return objects(stream, wait)
  }
  const references = PDFXRefStreamParser.forStream
  PDFXRefStreamParser.forStream = (stream) => {
    assertUnpacks(stream)
    return references(stream)
  }
}

/** Objects are packed once, by Flate, or not at all: whatever else is written by nobody honest. */
function assertUnpacks({ dict, contents }: PDFRawStream): void {
  const filter = dict.lookup(PDFName.of('Filter'))
  if (filter === undefined) return
  const filters = filter instanceof PDFArray ? filter.asArray() : [filter]
  if (filters.length === 0) return
  if (filters.length > 1 || filters[0] !== PDFName.of('FlateDecode'))
    throw new Error('objects are packed in an unusual way')
  const maxOutputLength = MOST_UNPACKED - unpacked
  if (maxOutputLength <= 0) throw new Error('objects unpack to too much')
  unpacked += inflateSync(contents, { maxOutputLength }).length
}

/** Streams that a viewer could take for a stream of objects, though the library did not. */
export function isHiddenObjectStream(object: PDFObject): boolean {
  if (!(object instanceof PDFRawStream)) return false
  const { dict } = object
  const isOpened = dict.lookup(PDFName.of('Type')) === PDFName.of('ObjStm')
  return isOpened
    ? dict.get(PDFName.of('Type')) !== PDFName.of('ObjStm')
    : dict.has(PDFName.of('First')) && dict.has(PDFName.of('N'))
}

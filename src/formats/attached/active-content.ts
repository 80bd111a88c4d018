// What of a PDF a viewer could act on (ISO 32000-2, 12.6 and Annex on security): looked for in its
// objects, and once more in its bytes, where an object may lie that no table leads to.
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import type { ActiveContent } from './pdf-judgement.ts'

/** Wherever one of these names stands for something, it stands for that. */
const VALUES: Readonly<Record<string, ActiveContent>> = {
  JavaScript: 'script',
  Launch: 'program',
  SubmitForm: 'form',
  ImportData: 'form',
  GoToR: 'files',
  GoToE: 'files',
  EmbeddedFile: 'files',
  FileAttachment: 'files',
  Rendition: 'media',
  RichMedia: 'media',
  RichMediaExecute: 'media',
  Movie: 'media',
  Sound: 'media',
  '3D': 'media',
}

const KEYS: Readonly<Record<string, ActiveContent>> = {
  JavaScript: 'script',
  XFA: 'form',
  EmbeddedFiles: 'files',
  RichMediaContent: 'media',
}

/** A resource may have any name; what these hold tells. */
const FILE_KEYS = ['F', 'UF', 'DOS', 'Mac', 'Unix']
const TRIGGERS = 'E X D U Fo Bl PO PC PV PI O C K F V WC WS DS WP DP'.split(' ')

/** Null: nothing to act on. */
export function activeIn(context: PDFContext, all: readonly PDFObject[]): ActiveContent | null {
  const waiting = [...all]
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (object instanceof PDFName) {
      const found = VALUES[object.decodeText()]
      if (found !== undefined) return found
    } else if (object instanceof PDFArray) waiting.push(...object.asArray())
    else if (object instanceof PDFStream) waiting.push(object.dict)
    else if (object instanceof PDFDict) {
      const found = activeInDict(context, object)
      if (found !== null) return found
      waiting.push(...object.values())
    }
  }
  return null
}

function activeInDict(context: PDFContext, dict: PDFDict): ActiveContent | null {
  for (const [key, value] of dict.entries()) {
    const name = key.decodeText()
    const held = value instanceof PDFRef ? context.lookup(value) : value
    const known = KEYS[name]
    if (known !== undefined) return known
    if (name === 'JS' && (isText(held) || held instanceof PDFStream)) return 'script'
    if (name === 'EF' && holds(held, FILE_KEYS)) return 'files'
    if (name === 'AA' && holds(held, TRIGGERS)) return 'script'
    // To a place in the paper itself it may lead.
    if (name === 'OpenAction' && held instanceof PDFDict && actionOf(held) !== 'GoTo')
      return 'script'
    if (name === 'URI' && isText(held) && !/^(https?:|mailto:|tel:)/i.test(held.decodeText()))
      return 'link'
  }
  return null
}

function isText(value: PDFObject | undefined): value is PDFString | PDFHexString {
  return value instanceof PDFString || value instanceof PDFHexString
}

function holds(value: PDFObject | undefined, keys: readonly string[]): boolean {
  return value instanceof PDFDict && keys.some((key) => value.has(PDFName.of(key)))
}

function actionOf(dict: PDFDict): string | null {
  const action = dict.lookup(PDFName.of('S'))
  return action instanceof PDFName ? action.decodeText() : null
}

const WRITTEN: Readonly<Record<string, ActiveContent>> = {
  JavaScript: 'script',
  Launch: 'program',
  SubmitForm: 'form',
  ImportData: 'form',
  EmbeddedFile: 'files',
  EmbeddedFiles: 'files',
  RichMedia: 'media',
  Rendition: 'media',
}

/**
 * In the bytes as they are, with names spelled out: what lies outside of every object, or inside of
 * a stream. Too long to be there by chance.
 */
export function activeInBytes(text: string): ActiveContent | null {
  for (const [, name = ''] of text.matchAll(/\/([A-Z][A-Za-z]{5,13})(?![A-Za-z])/g)) {
    const found = WRITTEN[name]
    if (found !== undefined) return found
  }
  return null
}

/** "/J#61vaScript" as "/JavaScript". */
export function spelledOut(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { detectFormat } from '#src/formats/boarding/detect-format.ts'

const KNOWN: readonly [string, string][] = [
  ['{"account":"KT-1"}\n', 'keyturn-jsonl'],
  ['\ufeff  {"account":"KT-1"}', 'keyturn-jsonl'],
  ['contract.rate,"account"\r\n', 'keyturn-csv'],
  ['<?xml version="1.0"?>', 'xml'],
]

for (const [text, format] of KNOWN)
  test(`${JSON.stringify(text)} is ${format}`, () => {
    assert.deepEqual(detectFormat(Buffer.from(text)), { format })
  })

const UNKNOWN: readonly [string, Uint8Array, RegExp][] = [
  ['an empty file', Buffer.alloc(0), /empty/],
  ['only blanks', Buffer.from(' \n\n'), /empty/],
  ['a JSON array', Buffer.from('[{"account":1}]'), /one contract per line/i],
  ['semicolons', Buffer.from('account;contract.rate\n'), /commas/],
  ['some letter', Buffer.from('Dear Sirs,\n'), /Not a known format/],
  ['gzip', gzipSync('{"account":"KT-1"}'), /compressed/],
  ['a spreadsheet', Buffer.from('PK\u0003\u0004rest'), /Excel/],
  ['UTF-16', Buffer.from('\ufeffaccount', 'utf16le'), /UTF-16/],
  ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]), /not a text file/],
]

for (const [what, bytes, reason] of UNKNOWN)
  test(`${what} is refused with a reason`, () => {
    const detected = detectFormat(bytes)
    assert.ok('reason' in detected)
    assert.match(detected.reason, reason)
  })

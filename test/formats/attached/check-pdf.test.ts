// What may be attached, and what not: judged by what is in a file, wherever in it that stands.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { openPdfCheck } from '#src/formats/attached/check-pdf.ts'
import { judgePdf } from '#src/formats/attached/judge-pdf.ts'
import type { ActiveContent } from '#src/formats/attached/pdf-judgement.ts'
import { openPrinter } from '#src/formats/documents/printer.ts'
import type { ProofSheet } from '#src/formats/documents/sheet.ts'
import {
  type MadePdf,
  objectStream,
  packedPdf,
  plainPdf,
  streamOf,
} from '#test/support/made-pdf.ts'
import { readPdf } from '#test/support/pdf-text.ts'

const check = openPdfCheck()

/** In this thread: what is found is the same in a thread of its own, which takes longer to begin. */
async function judged(bytes: Uint8Array, judge = judgePdf): Promise<string> {
  const found = await judge(bytes)
  if (found.ok) return `${found.pages} pages`
  return found.problem.is === 'active' ? found.problem.what : found.problem.is
}

test('a PDF whose objects stand open or packed is taken, with its pages counted', async () => {
  assert.equal(await judged(plainPdf({ pages: 3 })), '3 pages')
  assert.equal(await judged(packedPdf({ pages: 300 })), '300 pages')
  // A viewer agrees that these are whole.
  for (const made of [plainPdf({ pages: 3 }), packedPdf({ pages: 3 })])
    assert.equal((await readPdf(made)).pages, 3)
})

test('a paper as Typst sets it is taken, tags, fonts and all', async () => {
  const sheet: ProofSheet = {
    template: 'proof',
    paper: 'us-letter',
    ...{ madeAt: '2026-11-24T16:48:00.000Z', language: 'en', title: 'Paper', keywords: ['one'] },
    ...{ kind: 'Receipt', date: 'November 24, 2026', foot: 'Foot', heading: 'Paid' },
    ...{ lender: { name: 'Lender', line: 'Street' }, page: { word: 'Page', of: 'of' } },
    check: {
      ...{ heading: 'Check', how: 'How', label: 'Code', code: 'AAAA', alt: 'Square code' },
      qr: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>',
    },
    ...{ about: [], total: '$1.00', notes: [] },
    lines: { heads: ['What', 'Amount'], rows: [{ label: 'Payment', amount: '$1.00' }] },
  }
  const bytes = await openPrinter().print(sheet)
  assert.equal(await judged(bytes, check), '1 pages')
})

test('what only leads to a place in the paper or to a web page is taken', async () => {
  for (const made of [
    { catalog: '/OpenAction [1000 0 R /Fit]' },
    { catalog: '/OpenAction << /S /GoTo /D [1000 0 R /Fit] >>' },
    { page: '/Annots [<< /Subtype /Link /A << /S /URI /URI (https://lender.example/) >> >>]' },
    { page: '/Resources << /Font << /AA << /Type /Font >> /EF << /Type /Font >> >> >>' },
    { catalog: '/AcroForm << /Fields [] >>' },
  ] satisfies MadePdf[]) {
    assert.equal(await judged(plainPdf(made)), '1 pages', JSON.stringify(made))
    assert.equal(await judged(packedPdf(made)), '1 pages', JSON.stringify(made))
  }
})

const SCRIPT = '<< /S /JavaScript /JS (app.alert(1)) >>'

const ACTIVE: readonly (readonly [ActiveContent, string, MadePdf])[] = [
  ['script', 'as it opens', { catalog: `/OpenAction ${SCRIPT}` }],
  ['script', 'by reference', { catalog: '/OpenAction 10 0 R', objects: { 10: SCRIPT } }],
  ['script', 'by name', { catalog: `/Names << /JavaScript << /Names [(a) ${SCRIPT}] >> >>` }],
  ['script', 'of a page', { page: `/AA << /O ${SCRIPT} >>` }],
  ['script', 'of anything that happens', { page: '/AA << /C << /S /Named /N /Print >> >>' }],
  ['script', 'as it opens, whatever it is', { catalog: '/OpenAction << /S /Named /N /Print >>' }],
  ['script', 'with its name spelled out', { catalog: '/OpenAction << /S /J#61vaScript >>' }],
  [
    'script',
    'with its name elsewhere',
    { page: '/Annots [<< /A << /S 10 0 R /J#53 (x) >> >>]', objects: { 10: '/Java#53cript' } },
  ],
  ['script', 'in a stream', { objects: { 10: '<< /JS 11 0 R >>', 11: streamOf('', 'x()') } }],
  ['script', 'in an object that nothing leads to', { objects: { 10: SCRIPT } }],
  ['program', 'a call', { page: '/Annots [<< /A << /S /Launch /F (cmd.exe) >> >>]' }],
  ['form', 'that is sent', { page: '/Annots [<< /A << /S /SubmitForm /F (http://x) >> >>]' }],
  ['form', 'of XML', { catalog: '/AcroForm << /XFA [(a) 10 0 R] >>' }],
  ['form', 'that reads a file', { page: '/Annots [<< /A << /S /ImportData >> >>]' }],
  ['files', 'by name', { catalog: '/Names << /EmbeddedFiles << /Names [] >> >>' }],
  ['files', 'as a note', { page: '/Annots [<< /Subtype /FileAttachment >>]' }],
  ['files', 'of a specification', { objects: { 10: '<< /Type /Filespec /EF << /F 11 0 R >> >>' } }],
  ['files', 'elsewhere', { page: '/Annots [<< /A << /S /GoToR /F (other.pdf) >> >>]' }],
  ['files', 'inside', { page: '/Annots [<< /A << /S /GoToE >> >>]' }],
  ['media', 'rich', { page: '/Annots [<< /Subtype /RichMedia >>]' }],
  ['media', 'film', { page: '/Annots [<< /Subtype /Movie >>]' }],
  ['media', 'shown', { page: '/Annots [<< /A << /S /Rendition >> >>]' }],
  ['media', 'three-dimensional', { page: '/Annots [<< /Subtype /3D >>]' }],
  ['link', 'to a file', { page: '/Annots [<< /A << /S /URI /URI (file:///etc/passwd) >> >>]' }],
  ['link', 'to a script', { page: '/Annots [<< /A << /S /URI /URI (javascript:x) >> >>]' }],
]

test('what a viewer could act on is refused, in the open and in a stream of objects', async () => {
  for (const [what, how, made] of ACTIVE) {
    assert.equal(await judged(plainPdf(made)), what, `${what} ${how}, in the open`)
    // A stream cannot be packed into a stream of objects.
    const isPacked = !Object.values(made.objects ?? {}).some((text) => text.includes('stream'))
    if (isPacked) assert.equal(await judged(packedPdf(made)), what, `${what} ${how}, packed`)
  }
})

test('what a later part of the file replaces is looked at too', async () => {
  const before = plainPdf({ objects: { 10: SCRIPT } }).toString('latin1')
  const later = '10 0 obj\n<< /Nothing true >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n'
  assert.equal(await judged(Buffer.from(before + later, 'latin1')), 'script')
})

test('what lies outside of every object, or inside of other bytes, is found', async () => {
  const hidden = `20 0 obj ${SCRIPT} endobj`
  const inStream = plainPdf({ objects: { 10: streamOf('', hidden) } })
  assert.equal(await judged(inStream), 'script')
  const spelled = hidden.replace('/JavaScript', '/#4aavaScript')
  assert.equal(await judged(plainPdf({ objects: { 10: streamOf('', spelled) } })), 'script')
  const inRemark = Buffer.concat([plainPdf(), Buffer.from(`% ${hidden}\n`)])
  assert.equal(await judged(inRemark), 'script')
  const packed = `20 0 obj\n${objectStream(new Map([[21, SCRIPT]]))}\nendobj`
  assert.equal(await judged(plainPdf({ objects: { 10: streamOf('', packed) } })), 'broken')
  // Its kind is told by an object that comes later, so that it is not opened in passing.
  const late = objectStream(new Map([[21, SCRIPT]])).replace('/Type /ObjStm', '/Type 11 0 R')
  assert.equal(await judged(plainPdf({ objects: { 10: late, 11: '/ObjStm' } })), 'broken')
})

test('an encrypted PDF is refused as that, its objects open or packed', async () => {
  const trailer = '/Encrypt 10 0 R /ID [<00> <00>]'
  const objects = { 10: '<< /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >>' }
  assert.equal(await judged(plainPdf({ objects, trailer })), 'encrypted')
  const text = packedPdf().toString('latin1').replace('/Root 1 0 R', `/Root 1 0 R ${trailer}`)
  const scrambled = text.replace(/stream\n../s, 'stream\n\x00\x00')
  assert.equal(await judged(Buffer.from(scrambled, 'latin1')), 'encrypted')
})

test('what is none, whatever it is called, is refused', async () => {
  for (const bytes of [
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    Buffer.from('PK\x03\x04', 'latin1'),
    Buffer.from('MZ\x90\x00', 'latin1'),
    Buffer.from('<html><script>alert(1)</script>%PDF-1.7'),
    Buffer.alloc(0),
    Buffer.concat([Buffer.from('#!/bin/sh\n'), plainPdf()]),
  ])
    assert.equal(await judged(bytes), 'notPdf')
})

test('a damaged PDF is refused: cut off, without pages, or with pages in a circle', async () => {
  assert.equal(await judged(plainPdf().subarray(0, 80)), 'broken')
  assert.equal(await judged(plainPdf({ pages: 0 })), 'broken')
  const circle = '<< /Type /Pages /Kids [2 0 R] >>'
  assert.equal(await judged(plainPdf({ objects: { 2: circle } })), 'broken')
  assert.equal(await judged(plainPdf({ objects: { 10: '<< /A (never closed' } })), 'broken')
  assert.equal(await judged(plainPdf({ pages: 301 })), 'manyPages')
})

test('what unpacks to very much is refused before it does', async () => {
  const bomb = deflateSync(Buffer.alloc(400_000_000))
  assert.ok(bomb.length < 500_000)
  const dict = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'
  const before = process.memoryUsage().rss
  assert.equal(await judged(plainPdf({ objects: { 10: streamOf(dict, bomb) } }), check), 'broken')
  const twice = '/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]'
  const inner = deflateSync(deflateSync(Buffer.alloc(1_000)))
  assert.equal(await judged(plainPdf({ objects: { 10: streamOf(twice, inner) } })), 'broken')
  assert.ok(process.memoryUsage().rss - before < 300_000_000)
})

test('one that takes too long is given up, and a crowd is told to come back', async () => {
  const hurried = openPdfCheck({ withinMs: 1 })
  const slow = await hurried(plainPdf({ pages: 300 }))
  assert.deepEqual(slow, { ok: false, problem: { is: 'slow' } })
  const crowd = await Promise.all(Array.from({ length: 6 }, () => check(plainPdf())))
  const told = crowd.map((each) => (each.ok ? 'taken' : each.problem.is))
  assert.deepEqual(told, ['taken', 'taken', 'taken', 'taken', 'busy', 'busy'])
  assert.equal(await judged(plainPdf(), check), '1 pages')
  assert.equal(await judged(plainPdf({ objects: { 10: SCRIPT } }), check), 'script')
})

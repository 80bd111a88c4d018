// Whether a PDF may be kept and shown: whole, open to everybody, short enough, and nothing in it to
// act on.
import { PDFArray, type PDFContext, PDFDict, PDFName } from '@cantoo/pdf-lib'
import { activeIn, activeInBytes, spelledOut } from './active-content.ts'
import { MOST_PAGES, type PdfJudgement, type PdfProblem } from './pdf-judgement.ts'
import { isHiddenObjectStream, type PdfObjects, readPdfObjects } from './pdf-objects.ts'

/** Takes as long as the bytes make it take: for a thread that can be ended. */
export async function judgePdf(bytes: Uint8Array): Promise<PdfJudgement> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(text)) return { ok: false, problem: { is: 'notPdf' } }
  const spelled = spelledOut(text)
  const read = await readPdfObjects(bytes).catch(() => null)
  const problem = read ? problemOf(read, spelled) : unreadable(spelled)
  if (problem) return { ok: false, problem }
  const pages = read ? countPages(read.context) : 0
  if (pages === 0) return { ok: false, problem: { is: 'broken' } }
  if (pages > MOST_PAGES) return { ok: false, problem: { is: 'manyPages' } }
  return { ok: true, pages }
}

/** Packed objects of an encrypted file cannot be opened. */
function unreadable(spelled: string): PdfProblem {
  return { is: /\/Encrypt(?![A-Za-z])/.test(spelled) ? 'encrypted' : 'broken' }
}

function problemOf(read: PdfObjects, spelled: string): PdfProblem | null {
  const { context, all, objectStreams } = read
  if (context.trailerInfo.Encrypt !== undefined) return { is: 'encrypted' }
  const what = activeIn(context, all) ?? activeInBytes(spelled)
  if (what !== null) return { is: 'active', what }
  // One that was not opened lies where only some viewer would look.
  const written = [...spelled.matchAll(/\/ObjStm(?![A-Za-z])/g)].length
  const isHiding = written > objectStreams || all.some(isHiddenObjectStream)
  return isHiding ? { is: 'broken' } : null
}

/** 0: there is no whole tree of pages. Counted no further than one beyond the limit. */
function countPages(context: PDFContext): number {
  const catalog = context.lookup(context.trailerInfo.Root)
  const root = catalog instanceof PDFDict ? catalog.lookup(PDFName.of('Pages')) : undefined
  const waiting = [root]
  const met = new Set<unknown>()
  let pages = 0
  while (waiting.length > 0 && pages <= MOST_PAGES) {
    const node = waiting.pop()
    if (!(node instanceof PDFDict) || met.has(node)) return 0
    met.add(node)
    const kids = node.lookup(PDFName.of('Kids'))
    if (kids instanceof PDFArray)
      for (let at = 0; at < kids.size(); at += 1) waiting.push(kids.lookup(at))
    else pages += 1
  }
  return pages
}

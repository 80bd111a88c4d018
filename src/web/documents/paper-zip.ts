// Papers in a ZIP that is written while it is sent: each is read when the browser has taken the one
// before, so that memory stays flat however many there are.
import { Readable } from 'node:stream'
import type { ZipFile } from 'yazl'
import type { PaperFacts } from '#src/formats/attached/attached-facts.ts'
import type { Reader } from '../reader.ts'
import type { WebContext } from '../request-context.ts'
import { fileNameOf } from './paper-detail.ts'

type PaperToRead = {
  readonly facts: PaperFacts
  readonly size: number
  readonly read: () => Promise<Buffer>
}

/** `folder` ends with "/", or is empty. */
export function addPapers(
  zip: ZipFile,
  papers: readonly PaperToRead[],
  { reader, folder }: { readonly reader: Reader; readonly folder: string },
): void {
  const used = new Map<string, number>()
  for (const { facts, size, read } of papers) {
    const plain = fileNameOf(facts, reader)
    const times = (used.get(plain) ?? 0) + 1
    used.set(plain, times)
    const name = times === 1 ? plain : plain.replace(/\.pdf$/, `-${times}.pdf`)
    // A PDF is compressed already.
    const options = { compress: false, mtime: new Date(facts.madeAt), size }
    addLazily(zip, { name: `${folder}${name}`, options, read })
  }
}

/** Made when its turn comes. */
export function addLazily(
  zip: ZipFile,
  entry: {
    readonly name: string
    readonly options: { compress: boolean; mtime: Date; size?: number }
    readonly read: () => Promise<Buffer>
  },
): void {
  zip.addReadStreamLazy(entry.name, entry.options, (give) => {
    entry.read().then(
      (bytes) => give(null, Readable.from([bytes])),
      (error: unknown) => give(error, Readable.from([])),
    )
  })
}

/** Where something of it cannot be read it breaks off: nobody takes half of it for all. */
export function zipResponse(c: WebContext, zip: ZipFile, name: string): Response {
  const out = zip.outputStream as Readable
  // Heard by nobody, it would end the process.
  zip.on('error', (error: Error) => {
    const details = { requestId: c.get('requestId'), path: c.req.path, err: error }
    c.get('web').log.error(details, 'download broken off')
    out.destroy(error)
  })
  zip.end()
  c.header('Content-Type', 'application/zip')
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  return c.body(Readable.toWeb(out) as ReadableStream)
}

// GET /accounts/:id/documents/years/:year: every paper of a year in one ZIP, read one by one as the
// browser takes them.
import { Readable } from 'node:stream'
import type { Hono } from 'hono'
import { ZipFile } from 'yazl'
import { papersOfYear } from '#src/servicing/documents/read-papers.ts'
import { type AccountVisit, accountPage } from '../account-visit.tsx'
import { notFoundPage } from '../errors.tsx'
import type { WebEnv } from '../request-context.ts'
import { fileNameOf } from './paper-detail.ts'
import { papersOf } from './papers-of.ts'

export function registerYearFile(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/documents/years/:year', accountPage(send))
}

async function send(visit: AccountVisit): Promise<Response> {
  const { c, owner, reader } = visit
  const year = c.req.param('year') ?? ''
  const papers = await papersOfYear(papersOf(visit), owner, year)
  const [first] = papers
  if (!first) return notFoundPage(c)
  const zip = new ZipFile()
  const used = new Map<string, number>()
  for (const { facts, size, read } of papers) {
    const plain = fileNameOf(facts, reader)
    const times = (used.get(plain) ?? 0) + 1
    used.set(plain, times)
    const name = times === 1 ? plain : plain.replace(/\.pdf$/, `-${times}.pdf`)
    // A PDF is compressed already.
    const options = { compress: false, mtime: new Date(facts.madeAt), size }
    zip.addReadStreamLazy(name, options, (give) => {
      read().then(
        (bytes) => give(null, Readable.from([bytes])),
        (error: unknown) => give(error, Readable.from([])),
      )
    })
  }
  zip.end()
  c.header('Content-Type', 'application/zip')
  const name = `papers-${year}-${first.facts.accountEnding}.zip`
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  return c.body(Readable.toWeb(Readable.from(zip.outputStream)) as ReadableStream)
}

// GET /accounts/:id/documents/years/:year: every paper of a year in one ZIP, read one by one as the
// browser takes them.
import type { Hono } from 'hono'
import { ZipFile } from 'yazl'
import { papersToRead } from '#src/servicing/documents/read-papers.ts'
import { type AccountVisit, accountPage } from '../account-visit.tsx'
import { notFoundPage } from '../errors.tsx'
import type { WebEnv } from '../request-context.ts'
import { endingOf } from './paper-detail.ts'
import { addPapers, zipResponse } from './paper-zip.ts'
import { papersOf } from './papers-of.ts'

export function registerYearFile(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/documents/years/:year', accountPage(send))
}

async function send(visit: AccountVisit): Promise<Response> {
  const { c, owner, reader } = visit
  const year = c.req.param('year') ?? ''
  const papers = await papersToRead(papersOf(visit), owner, year)
  if (papers.length === 0) return notFoundPage(c)
  const zip = new ZipFile()
  addPapers(zip, papers, { reader, folder: '' })
  const ending = papers.map(({ facts }) => endingOf(facts)).find((one) => one !== '') ?? ''
  return zipResponse(c, zip, `papers-${year}${ending}.zip`)
}

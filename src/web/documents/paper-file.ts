// GET /accounts/:id/documents/:document: the paper as it was printed; `?as=file` to keep it. One
// that came from outside is never opened here, only kept.
import type { Hono } from 'hono'
import { isAttached } from '#src/formats/attached/attached-facts.ts'
import { openPaper } from '#src/servicing/documents/read-papers.ts'
import { type AccountVisit, accountPage } from '../account-visit.tsx'
import { notFoundPage } from '../errors.tsx'
import type { WebEnv } from '../request-context.ts'
import { fileNameOf } from './paper-detail.ts'
import { papersOf } from './papers-of.ts'
import { registerYearFile } from './year-file.ts'

export function registerPaperFile(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/documents/:document', accountPage(send))
  registerYearFile(app)
}

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function send(visit: AccountVisit): Promise<Response> {
  const { c, owner, reader } = visit
  const id = c.req.param('document') ?? ''
  const opened = UUID.test(id) ? await openPaper(papersOf(visit), owner, id) : null
  if (!opened?.ok) return notFoundPage(c)
  const { facts, bytes } = opened.value
  const name = fileNameOf(facts, reader)
  const isForeign = isAttached(facts)
  const how = isForeign || c.req.query('as') === 'file' ? 'attachment' : 'inline'
  if (isForeign) c.set('isSandboxed', true)
  c.header('Content-Type', 'application/pdf')
  c.header('Content-Disposition', `${how}; filename="${name}"`)
  return c.body(new Uint8Array(bytes))
}

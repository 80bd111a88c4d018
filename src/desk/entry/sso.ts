// GET /sign-in/sso: away to the lender's provider. A link and not a form: what a form leads to must
// stay on this host. GET /sign-in/sso/return: back from there.
import type { Hono } from 'hono'
import { pathOf, safePath } from '#src/http/safe-path.ts'
import { finishSso, startSso } from '#src/identity/staff/staff-sso.ts'
import { type DeskContext, type DeskEnv, deskCookie, staffDeps } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { ensureDeskSession } from '../desk-forms.tsx'
import { entryPage } from './entry-page.tsx'

export function registerSso(app: Hono<DeskEnv>): void {
  app.get('/sign-in/sso', goThere)
  app.get('/sign-in/sso/return', comeBack)
}

async function goThere(c: DeskContext): Promise<Response> {
  const sso = c.get('desk').singleSignOn
  if (!sso) return tellPage(c, 'notFound', 404)
  const session = await ensureDeskSession(c)
  const next = safePath(c.req.query('next')) ?? '/'
  const answer = await startSso({ ...staffDeps(c), sso }, session, next)
  if (!answer.ok) return entryPage(c, session, { next, refusal: answer.refusal })
  return c.redirect(answer.value, 303)
}

async function comeBack(c: DeskContext): Promise<Response> {
  const sso = c.get('desk').singleSignOn
  if (!sso) return tellPage(c, 'notFound', 404)
  const session = await ensureDeskSession(c)
  const returned = { session, visit: c.get('visit'), path: pathOf(c.req.url) }
  const answer = await finishSso({ ...staffDeps(c), sso }, returned)
  if (!answer.ok) return entryPage(c, session, { next: '/', refusal: answer.refusal })
  deskCookie.write(c, answer.value.token)
  return c.redirect(safePath(answer.value.next) ?? '/', 303)
}

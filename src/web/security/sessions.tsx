// POST /security/sessions: ends one session elsewhere, or all of them.
import type { Hono } from 'hono'
import * as z from 'zod'
import { endOneSession, endOtherSessions } from '#src/identity/entry/end-sessions.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { signedInPage } from '../account-visit.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'

export function registerSessions(app: Hono<WebEnv>): void {
  app.post('/security/sessions', signedInPage(postSessions))
}

async function postSessions(c: WebContext, session: SignedInSession): Promise<Response> {
  const { typed } = c.get('form')
  const asking = { session, visit: c.get('visit') }
  const deps = identityDeps(c)
  if (typed.which === 'others') {
    await endOtherSessions(deps, asking)
    return c.redirect('/security?done=endedOthers', 303)
  }
  const id = z.uuid().safeParse(typed.which)
  if (id.success) await endOneSession(deps, asking, id.data)
  return c.redirect('/security?done=ended', 303)
}

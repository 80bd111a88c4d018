// GET /session: how long the session of this browser lasts, asked without making it last longer.
// POST /session: goes on. Both answer the island `idle`; the form works without it too.
import type { Hono } from 'hono'
import { safePath } from '#src/http/safe-path.ts'
import { SESSION_PATH, type WebContext, type WebEnv } from '../request-context.ts'
import { sessionEndOf, signedInOf } from '../session-end.tsx'
import { signInPath } from '../sign-in-again.ts'

export function registerGoingOn(app: Hono<WebEnv>): void {
  app.get(SESSION_PATH, sayEnd)
  // The request itself is what makes it last: it was noted when the session was looked up.
  app.post('/session', (c) => {
    if (c.req.header('accept') === 'application/json') return sayEnd(c)
    const back = safePath(c.req.query('back')) ?? '/accounts'
    if (signedInOf(c)) return c.redirect(back, 303)
    return c.redirect(signInPath('ended', back), 303)
  })
}

function sayEnd(c: WebContext): Response {
  const session = signedInOf(c)
  return c.json(session ? sessionEndOf(c, session) : { who: null })
}

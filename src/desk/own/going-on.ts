// GET /session: how long the session of this browser lasts, asked without making it last longer.
// POST /session: goes on. Both answer the island `idle`; the form works without it too.
import type { Hono } from 'hono'
import { safePath } from '#src/http/safe-path.ts'
import { DESK_SESSION_PATH, type DeskContext, type DeskEnv } from '../desk-context.ts'
import { deskSessionEnd, deskSignInPath, staffOf } from '../session-end.tsx'

export function registerDeskGoingOn(app: Hono<DeskEnv>): void {
  app.get(DESK_SESSION_PATH, sayEnd)
  // The request itself is what makes it last: it was noted when the session was looked up.
  app.post(DESK_SESSION_PATH, (c) => {
    if (c.req.header('accept') === 'application/json') return sayEnd(c)
    const back = safePath(c.req.query('back')) ?? '/'
    return c.redirect(staffOf(c) ? back : deskSignInPath(back), 303)
  })
}

function sayEnd(c: DeskContext): Response {
  const session = staffOf(c)
  return c.json(session ? deskSessionEnd(c, session) : { who: null })
}

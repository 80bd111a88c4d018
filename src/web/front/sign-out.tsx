// POST /sign-out.
import type { Hono } from 'hono'
import { signOut } from '#src/identity/entry/sign-out.ts'
import type { WebEnv } from '../request-context.ts'
import { clearSessionCookie } from '../session-cookie.ts'

export function registerSignOut(app: Hono<WebEnv>): void {
  app.post('/sign-out', async (c) => {
    const lookup = c.get('lookup')
    if (lookup.state === 'open') {
      await signOut(c.get('web'), { session: lookup.session, visit: c.get('visit') })
    }
    clearSessionCookie(c)
    // Nothing of ours is kept by a browser on purpose; this clears what it kept anyway.
    c.header('Clear-Site-Data', '"cache", "storage"')
    return c.redirect('/sign-in?notice=signedOut', 303)
  })
}

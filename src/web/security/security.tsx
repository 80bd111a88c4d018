// GET /security: how one signs in, where one is signed in, and what happened at the door.
import type { Hono } from 'hono'
import { readAccessActivity } from '#src/identity/access-log.ts'
import { trustedDevicesOf } from '#src/identity/devices/trusted-device.ts'
import { sessionsOf } from '#src/identity/entry/end-sessions.ts'
import { methodsOf } from '#src/identity/entry/ways.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { signedInPage } from '../account-visit.tsx'
import { trustKey } from '../confirm/trust.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { readTrustCookie } from '../session-cookie.ts'
import { securityPage } from './security-page.tsx'

const LATEST_LINES = 20

export function registerSecurity(app: Hono<WebEnv>): void {
  app.get('/security', signedInPage(show))
}

async function show(c: WebContext, session: SignedInSession): Promise<Response> {
  const deps = identityDeps(c)
  const trust = readTrustCookie(c, trustKey(c, session.loginId))
  const [methods, sessions, trusted, lines] = await Promise.all([
    methodsOf(deps, session),
    sessionsOf(deps.db, session),
    trustedDevicesOf(deps, session, trust),
    readAccessActivity(deps.db, session, LATEST_LINES),
  ])
  return securityPage(c, session, { methods, sessions, trusted, lines })
}

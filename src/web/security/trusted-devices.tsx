// POST /security/trusted-devices: a browser is trusted no longer.
import type { Hono } from 'hono'
import * as z from 'zod'
import { forgetTrusted } from '#src/identity/devices/trusted-device.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { signedInPage } from '../account-visit.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'

export function registerTrustedDevices(app: Hono<WebEnv>): void {
  app.post('/security/trusted-devices', signedInPage(post))
}

async function post(c: WebContext, session: SignedInSession): Promise<Response> {
  const id = z.uuid().safeParse(c.get('form').typed.which)
  const asking = { session, visit: c.get('visit') }
  if (id.success) await forgetTrusted(identityDeps(c), asking, id.data)
  return c.redirect('/security?done=forgotten', 303)
}

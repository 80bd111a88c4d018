// GET /held-form: sends a form that waited until its sender had confirmed who they are. It came
// from our own page in this very session, and is gone by being taken: a reload sends nothing.
import type { Hono } from 'hono'
import { pathOf } from '#src/http/safe-path.ts'
import { makeFormToken } from '#src/identity/forms/form-token.ts'
import { holdForm, takeHeldForm } from '#src/identity/forms/held-form.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { signedInPage } from '../account-visit.tsx'
import { HELD_FORM } from '../confirm-path.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'

export function registerHeldForm(app: Hono<WebEnv>): void {
  app.get(
    HELD_FORM,
    signedInPage(async (c, session) => {
      const held = await takeHeldForm(identityDeps(c), session)
      if (!held) return c.redirect('/accounts', 303)
      const token = makeFormToken(c.get('web').vault, session)
      const request = asPosted(c, held.path, { ...held.fields, token })
      const same = { requestId: c.get('requestId'), nonce: c.get('nonce') }
      return app.fetch(request, { ...c.env, same })
    }),
  )
}

/** The form of this request, until its sender has confirmed; the token is of this session alone. */
export async function holdPosted(c: WebContext, session: SignedInSession): Promise<void> {
  const { token: _, ...fields } = c.get('form').typed
  await holdForm(identityDeps(c), session, { path: pathOf(c.req.url), fields })
}

/** As the browser would send it, with the cookies and the address of the one that asks now. */
function asPosted(c: WebContext, path: string, fields: Readonly<Record<string, string>>): Request {
  const { portalOrigin } = c.get('web').config
  const headers = new Headers(c.req.raw.headers)
  // The answer passes through this request's own compression.
  headers.delete('accept-encoding')
  headers.set('origin', portalOrigin)
  headers.set('sec-fetch-site', 'same-origin')
  headers.set('content-type', 'application/x-www-form-urlencoded')
  return new Request(new URL(path, c.req.url), {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields).toString(),
  })
}

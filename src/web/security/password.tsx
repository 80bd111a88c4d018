// GET and POST /security/password: another password in the place of the one that is known. Neither
// is ever put back on the page.
import type { Hono } from 'hono'
import * as z from 'zod'
import { readForm } from '#src/http/form.ts'
import { changePassword } from '#src/identity/entry/change-password.ts'
import type { FreshSession } from '#src/identity/entry/fresh-session.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import type { Words } from '#src/words/words.ts'
import { signedInPage } from '../account-visit.tsx'
import { busyPage } from '../errors.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { passwordPage } from './password-page.tsx'
import { steppedUp } from './step-up.tsx'

export function registerPassword(app: Hono<WebEnv>): void {
  app.get('/security/password', signedInPage(guarded(show)))
  app.post('/security/password', async (c): Promise<Response> => {
    // Sent twice: the first one has replaced the session; the page says since when it is in use.
    if (c.get('form').state === 'stale') return c.redirect('/security', 303)
    return signedInPage(guarded(change))(c)
  })
}

type Handle = (c: WebContext, session: FreshSession) => Promise<Response>

function guarded(handle: Handle) {
  return (c: WebContext, session: SignedInSession) =>
    steppedUp(c, session, {
      action: 'changePassword',
      back: '/security/password',
      handle: (fresh) => handle(c, fresh),
    })
}

async function show(c: WebContext, session: FreshSession): Promise<Response> {
  return passwordPage(c, session, null)
}

async function change(c: WebContext, session: FreshSession): Promise<Response> {
  const words = c.get('words')
  const form = readForm(formOf(words), c.get('form').typed, words)
  if (!form.ok) return passwordPage(c, session, { kind: 'fields', problems: form.problems })
  const { current, password: next, key: formKey } = form.value
  const asked = { session, visit: c.get('visit'), current, next, formKey }
  const answer = await changePassword(identityDeps(c), asked)
  if (answer.ok) {
    if (answer.value !== 'sentBefore') writeSessionCookie(c, answer.value.token)
    return c.redirect('/security?done=passwordChanged', 303)
  }
  const { refusal } = answer
  if (refusal.code === 'busy') return busyPage(c, refusal.retryAfterSeconds)
  return passwordPage(c, session, { kind: 'refused', refusal })
}

function formOf({ protection }: Words) {
  const w = protection.password
  return z.object({
    current: z.string().min(1, w.currentMissing),
    password: z.string().min(1, w.nextMissing),
    key: z.uuid(),
  })
}

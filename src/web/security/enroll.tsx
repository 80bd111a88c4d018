// GET and POST /enroll: under the strict profile, the first authenticator app, before anything of
// an account is shown.
import type { Hono } from 'hono'
import { readForm } from '#src/http/form.ts'
import { asFirst, enrollFirst, type FirstSession } from '#src/identity/entry/enroll-first.ts'
import { startEnrollment } from '#src/identity/factors/enroll-authenticator.ts'
import type { CodeProblem } from '../front/code-step.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { appForm } from './authenticator.tsx'
import { authenticatorPage } from './authenticator-page.tsx'

export function registerEnroll(app: Hono<WebEnv>): void {
  app.get('/enroll', (c) => enrolling(c, (session) => show(c, session, null)))
  app.post('/enroll', (c) => enrolling(c, (session) => add(c, session)))
}

/** Everybody else is asked for what they have, or has come in already. */
async function enrolling(
  c: WebContext,
  handle: (session: FirstSession) => Promise<Response>,
): Promise<Response> {
  const lookup = c.get('lookup')
  if (lookup.state !== 'open' || lookup.session.kind === 'visitor')
    return c.redirect('/sign-in?notice=ended', 303)
  if (lookup.session.kind === 'signedIn') return c.redirect('/security', 303)
  const session = await asFirst(identityDeps(c), lookup.session)
  return session ? handle(session) : c.redirect('/confirm', 303)
}

async function show(
  c: WebContext,
  session: FirstSession,
  problem: CodeProblem | null,
): Promise<Response> {
  const enrollment = await startEnrollment(identityDeps(c), session)
  return authenticatorPage(c, session, { enrollment, problem })
}

async function add(c: WebContext, session: FirstSession): Promise<Response> {
  const words = c.get('words')
  const form = readForm(appForm(words), c.get('form').typed, words)
  if (!form.ok) return show(c, session, { kind: 'fields', problems: form.problems })
  const { enrollment: id, name, code } = form.value
  const asking = { session, visit: c.get('visit') }
  const answer = await enrollFirst(identityDeps(c), asking, { id, name, code })
  if (!answer.ok) return show(c, session, { kind: 'refused', refusal: answer.refusal })
  if (answer.value !== 'sentBefore') writeSessionCookie(c, answer.value.token)
  return c.redirect('/security?done=appAdded', 303)
}

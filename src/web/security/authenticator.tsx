// GET and POST /security/authenticator: add an authenticator app.
import type { Hono } from 'hono'
import * as z from 'zod'
import { readForm } from '#src/http/form.ts'
import { finishEnrollment, startEnrollment } from '#src/identity/factors/enroll-authenticator.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import type { Words } from '#src/words/words.ts'
import { signedInPage } from '../account-visit.tsx'
import { sixDigits } from '../front/code-form.ts'
import type { CodeProblem } from '../front/code-step.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { authenticatorPage } from './authenticator-page.tsx'
import { steppedUp } from './step-up.tsx'

const path = '/security/authenticator'

export function registerAuthenticator(app: Hono<WebEnv>): void {
  app.get('/security/authenticator', signedInPage(guarded((c, session) => show(c, session, null))))
  app.post('/security/authenticator', signedInPage(guarded(add)))
}

function guarded(handle: (c: WebContext, session: SignedInSession) => Promise<Response>) {
  return (c: WebContext, session: SignedInSession) =>
    steppedUp(c, session, {
      action: 'addAuthenticator',
      back: path,
      handle: () => handle(c, session),
    })
}

async function show(
  c: WebContext,
  session: SignedInSession,
  problem: CodeProblem | null,
): Promise<Response> {
  const enrollment = await startEnrollment(identityDeps(c), session)
  return authenticatorPage(c, session, { enrollment, problem })
}

async function add(c: WebContext, session: SignedInSession): Promise<Response> {
  const words = c.get('words')
  const form = readForm(appForm(words), c.get('form').typed, words)
  if (!form.ok) return show(c, session, { kind: 'fields', problems: form.problems })
  const asking = { session, visit: c.get('visit') }
  const { enrollment: id, name, code } = form.value
  const answer = await finishEnrollment(identityDeps(c), asking, { id, name, code })
  if (!answer.ok) return show(c, session, { kind: 'refused', refusal: answer.refusal })
  return c.redirect('/security?done=appAdded', 303)
}

/** Its first code, and a name to know it by. */
export function appForm(words: Words) {
  const { nameMissing, codeMissing } = words.secondFactors.app
  return z.object({
    code: sixDigits(codeMissing),
    name: z.string().trim().min(1, nameMissing).max(40, nameMissing),
    enrollment: z.string(),
  })
}

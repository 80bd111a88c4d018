// GET and POST /profile/contact/code: the code that went to a new contact. POST
// /profile/contact/new-code sends another one.
import type { Hono } from 'hono'
import * as z from 'zod'
import type { Refusal } from '#src/domain/refusal.ts'
import { readForm } from '#src/http/form.ts'
import { finishContact } from '#src/identity/profile/finish-contact.ts'
import {
  sendContactCodeAgain,
  type WaitingContact,
  waitingContact,
} from '#src/identity/profile/start-contact.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { signedInPage } from '../account-visit.tsx'
import { refusedPage } from '../errors.tsx'
import { sixDigits } from '../front/code-form.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { contactCodePage } from './contact-code-page.tsx'
import type { ContactProblem } from './contact-page.tsx'

export function registerContactCode(app: Hono<WebEnv>): void {
  app.get(
    '/profile/contact/code',
    signedInPage((c, session) => waited(c, session, null)),
  )
  app.post('/profile/contact/code', signedInPage(finish))
  app.post('/profile/contact/new-code', signedInPage(sendAgain))
}

async function finish(c: WebContext, session: SignedInSession): Promise<Response> {
  const words = c.get('words')
  const fields = z.object({ code: sixDigits(words.profile.code.missing), key: z.uuid() })
  const form = readForm(fields, c.get('form').typed, words)
  if (!form.ok) return waited(c, session, { kind: 'fields', problems: form.problems })
  const asking = { session, visit: c.get('visit') }
  const saved = await finishContact(identityDeps(c), asking, form.value)
  if (saved.ok) return c.redirect('/profile?done=contact', 303)
  return refuse(c, session, saved.refusal)
}

async function sendAgain(c: WebContext, session: SignedInSession): Promise<Response> {
  const words = c.get('words')
  const form = readForm(z.object({ key: z.uuid() }), c.get('form').typed, words)
  if (!form.ok) return waited(c, session, { kind: 'fields', problems: form.problems })
  const asking = { session, visit: c.get('visit') }
  const sent = await sendContactCodeAgain(identityDeps(c), asking, form.value.key)
  if (sent.ok) return c.redirect('/profile/contact/code', 303)
  return refuse(c, session, sent.refusal)
}

/** Where nothing waits any more, there is no form to show the refusal on. */
async function refuse(
  c: WebContext,
  session: SignedInSession,
  refusal: Refusal,
): Promise<Response> {
  const waiting = await waitingContact(identityDeps(c), session)
  if (!waiting) return refusedPage(c, refusal)
  return show(c, session, waiting, { kind: 'refused', refusal })
}

/** A page that is opened without anything to wait for leads back. */
async function waited(
  c: WebContext,
  session: SignedInSession,
  problem: ContactProblem | null,
): Promise<Response> {
  const waiting = await waitingContact(identityDeps(c), session)
  if (!waiting) return c.redirect('/profile', 303)
  return show(c, session, waiting, problem)
}

function show(
  c: WebContext,
  session: SignedInSession,
  waiting: WaitingContact,
  problem: ContactProblem | null,
): Response {
  return contactCodePage(c, session, { waiting, problem })
}

// GET and POST /profile/contact: a new phone or email, or one in place of another (`change` names
// it); the code goes there.
import type { Hono } from 'hono'
import * as z from 'zod'
import { toEmailAddress } from '#src/domain/email-address.ts'
import { toE164 } from '#src/domain/regions/us.ts'
import { readForm } from '#src/http/form.ts'
import type { FreshSession } from '#src/identity/entry/fresh-session.ts'
import { startContact } from '#src/identity/profile/start-contact.ts'
import { ownContacts } from '#src/identity/profile/view-profile.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import type { Words } from '#src/words/words.ts'
import { signedInPage } from '../account-visit.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { steppedUpForm } from '../security/step-up.tsx'
import { type AskedContact, type ContactProblem, contactPage } from './contact-page.tsx'

export function registerContact(app: Hono<WebEnv>): void {
  app.get('/profile/contact', signedInPage(asked))
  app.post('/profile/contact', signedInPage(asked))
}

async function asked(c: WebContext, session: SignedInSession): Promise<Response> {
  const given = c.req.method === 'GET' ? c.req.query() : c.get('form').typed
  const what = await contactOf(c, session, given)
  if (!what) return c.redirect('/profile', 303)
  const { before, method } = what
  return steppedUpForm(c, session, {
    action: before ? 'changeContact' : 'addContact',
    ...(before && { removing: before.key }),
    back: `/profile/contact?${before ? `change=${before.key}` : `kind=${method}`}`,
    handle: (fresh) => (c.req.method === 'GET' ? show(c, fresh, what) : start(c, fresh, what)),
  })
}

/** What is gone, or was never this person's, is not asked about. */
async function contactOf(
  c: WebContext,
  session: SignedInSession,
  given: Readonly<Record<string, string>>,
): Promise<AskedContact | null> {
  if (given.change) {
    const contacts = await ownContacts(identityDeps(c), session)
    const before = contacts.find(({ key }) => key === given.change)
    return before ? { method: before.method, before } : null
  }
  const kind = z.enum(['sms', 'email']).safeParse(given.kind)
  return kind.success ? { method: kind.data, before: null } : null
}

async function start(c: WebContext, session: FreshSession, what: AskedContact): Promise<Response> {
  const words = c.get('words')
  const { method, before } = what
  const form = readForm(FORMS[method](words), c.get('form').typed, words)
  if (!form.ok) return show(c, session, what, { kind: 'fields', problems: form.problems })
  const { to, key } = form.value
  const change = before
    ? ({ kind: 'replaced', method, from: before.to, to } as const)
    : ({ kind: 'added', method, to } as const)
  const asking = { session, visit: c.get('visit') }
  const sent = await startContact(identityDeps(c), asking, { change, key })
  if (!sent.ok) return show(c, session, what, { kind: 'refused', refusal: sent.refusal })
  return c.redirect('/profile/contact/code', 303)
}

async function show(
  c: WebContext,
  session: FreshSession,
  what: AskedContact,
  problem: ContactProblem | null = null,
): Promise<Response> {
  return contactPage(c, session, { what, problem })
}

const FORMS = {
  sms: (words: Words) => formOf(toE164, words.profile.form.phoneWrong),
  email: (words: Words) => formOf(toEmailAddress, words.profile.form.emailWrong),
}

/** As people type it, to what is kept; null is refused with `wrong`. */
function formOf(read: (typed: string) => string | null, wrong: string) {
  const to = z.string().transform((typed, ctx): string => {
    const value = read(typed)
    if (value !== null) return value
    ctx.issues.push({ code: 'custom', message: wrong, input: typed })
    return z.NEVER
  })
  return z.object({ to, key: z.uuid() })
}

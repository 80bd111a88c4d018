// GET and POST /add-account/contact, POST /add-account/contact/code: a code to a contact in the
// file of the account that is added.
import type { Hono } from 'hono'
import { readForm } from '#src/http/form.ts'
import { addAccount } from '#src/identity/registration/add-account.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import { codeForm } from '../front/code-form.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { readSessionCookie, writeSessionCookie } from '../session-cookie.ts'
import { NEW_ACCOUNT } from './account-flow.ts'
import { asSignedIn } from './as-asker.ts'
import { proofPage } from './proof-page.tsx'
import { postContact, showContact } from './show-contact.tsx'

const flow = NEW_ACCOUNT

export function registerNewAccountContact(app: Hono<WebEnv>): void {
  app.get('/add-account/contact', (c) =>
    asSignedIn(c, flow, (session) => showContact(c, session, { flow, problem: null })),
  )
  // Pressed twice, the second form may come when the first has done it: the list shows the account.
  app.post('/add-account/contact', (c) =>
    asSignedIn(c, flow, (session) => postCode(c, session), '/accounts'),
  )
  app.post('/add-account/contact/code', (c) =>
    asSignedIn(c, flow, (session) => postContact(c, session, flow)),
  )
}

async function postCode(c: WebContext, session: SignedInSession): Promise<Response> {
  const { typed } = c.get('form')
  const form = readForm(codeForm(c.get('words')), typed, c.get('words'))
  if (!form.ok)
    return showContact(c, session, { flow, problem: { kind: 'fields', problems: form.problems } })
  const asking = { session, visit: c.get('visit'), token: readSessionCookie(c) ?? '' }
  const answer = await addAccount(identityDeps(c), asking, form.value.code)
  if (answer.ok) {
    if (answer.value !== 'sentBefore') writeSessionCookie(c, answer.value.token)
    return c.redirect('/accounts?done=added', 303)
  }
  const problem = { kind: 'refused', refusal: answer.refusal } as const
  if (answer.refusal.code === 'registrationNotMatched')
    return proofPage(c, session, { flow, typed: {}, problem })
  return showContact(c, session, { flow, problem })
}

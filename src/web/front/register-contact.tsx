// GET and POST /register/contact (a code to a contact on file), POST /register/contact/code.
import type { Hono } from 'hono'
import {
  confirmContact,
  registrationContacts,
  sendRegistrationCode,
  waitingRegistrationCode,
} from '#src/identity/registration/confirm-contact.ts'
import { readProof } from '#src/identity/registration/prove-account.ts'
import type { VisitorSession } from '#src/identity/sessions.ts'
import { readForm } from '../form.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { asVisitor } from './as-visitor.ts'
import { codeForm } from './code-form.ts'
import { type CodeProblem, CodeStep, statusOfCode } from './code-step.tsx'
import { frontDoorPage } from './front-door.tsx'

export function registerRegisterContact(app: Hono<WebEnv>): void {
  app.get('/register/contact', (c) => asVisitor(c, (session) => show(c, session, null)))
  app.post('/register/contact', (c) => asVisitor(c, (session) => postCode(c, session)))
  app.post('/register/contact/code', (c) => asVisitor(c, (session) => postSend(c, session)))
}

async function postSend(c: WebContext, session: VisitorSession): Promise<Response> {
  const asking = { session, visit: c.get('visit') }
  const { typed } = c.get('form')
  const sent = await sendRegistrationCode(identityDeps(c), asking, typed.contact ?? '')
  if (!sent.ok) return show(c, session, { kind: 'refused', refusal: sent.refusal })
  return c.redirect('/register/contact', 303)
}

async function postCode(c: WebContext, session: VisitorSession): Promise<Response> {
  const { typed } = c.get('form')
  const form = readForm(codeForm(c.get('words')), typed, c.get('words'))
  if (!form.ok) return show(c, session, { kind: 'fields', problems: form.problems })
  const asking = { session, visit: c.get('visit') }
  const answer = await confirmContact(identityDeps(c), asking, form.value.code)
  if (answer.ok) writeSessionCookie(c, answer.value.token)
  else if (answer.refusal.code !== 'registrationNotMatched')
    return show(c, session, { kind: 'refused', refusal: answer.refusal })
  // Sent twice: the session that the first one opened holds what was proved, or nothing does.
  return c.redirect('/register/sign-in', 303)
}

async function show(
  c: WebContext,
  session: VisitorSession,
  problem: CodeProblem | null,
): Promise<Response> {
  const deps = identityDeps(c)
  const proof = readProof(deps, session)
  if (!proof) return c.redirect('/register?notice=expired', 303)
  if (proof.shown) return c.redirect('/register/sign-in', 303)
  const [waiting, contacts] = await Promise.all([
    waitingRegistrationCode(deps, session),
    registrationContacts(deps, proof),
  ])
  const w = c.get('words').identity.register
  const { lender } = c.get('web').config
  const contact = { phone: lender.phone, hours: lender.hours[c.get('locale')] }
  const step = { c, session, action: '/register/contact', next: null, contacts, waiting, problem }
  return frontDoorPage(c, {
    title: w.contactTitle,
    ...(problem && { state: 'error' as const, status: statusOfCode(c, problem) }),
    children: (
      <>
        <p class="k-row k-ink2">{w.steps(2)}</p>
        <CodeStep {...step} lead={w.contactLead} none={w.contactNone(contact)} />
      </>
    ),
  })
}

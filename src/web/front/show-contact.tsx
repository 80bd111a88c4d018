// GET and POST /register/contact and /recover/contact (a code to a contact on file), POST .../code.
import type { Hono } from 'hono'
import { readForm } from '#src/http/form.ts'
import {
  confirmContact,
  contactsOnFile,
  sendContactCode,
  waitingContactCode,
} from '#src/identity/proof/confirm-contact.ts'
import { readProof } from '#src/identity/proof/prove-account.ts'
import type { VisitorSession } from '#src/identity/sessions.ts'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { type AccountFlow, RECOVERING, REGISTERING } from './account-flow.ts'
import { asVisitor } from './as-visitor.ts'
import { codeForm } from './code-form.ts'
import { type CodeProblem, CodeStep, statusOfCode } from './code-step.tsx'
import { frontDoorPage } from './front-door.tsx'

export function registerShowContact(app: Hono<WebEnv>): void {
  app.get('/register/contact', (c) => visited(c, REGISTERING))
  app.post('/register/contact', (c) => asVisitor(c, (session) => postCode(c, session, REGISTERING)))
  app.post('/register/contact/code', (c) =>
    asVisitor(c, (session) => postSend(c, session, REGISTERING)),
  )
  app.get('/recover/contact', (c) => visited(c, RECOVERING))
  app.post('/recover/contact', (c) => asVisitor(c, (session) => postCode(c, session, RECOVERING)))
  app.post('/recover/contact/code', (c) =>
    asVisitor(c, (session) => postSend(c, session, RECOVERING)),
  )
}

function visited(c: WebContext, flow: AccountFlow): Promise<Response> {
  return asVisitor(c, (session) => show(c, session, { flow, problem: null }))
}

async function postSend(
  c: WebContext,
  session: VisitorSession,
  flow: AccountFlow,
): Promise<Response> {
  const asking = { session, visit: c.get('visit'), purpose: flow.purpose }
  const { typed } = c.get('form')
  const sent = await sendContactCode(identityDeps(c), asking, typed.contact ?? '')
  if (sent.ok) return c.redirect(flow.contact, 303)
  return show(c, session, { flow, problem: { kind: 'refused', refusal: sent.refusal } })
}

async function postCode(
  c: WebContext,
  session: VisitorSession,
  flow: AccountFlow,
): Promise<Response> {
  const { typed } = c.get('form')
  const form = readForm(codeForm(c.get('words')), typed, c.get('words'))
  if (!form.ok)
    return show(c, session, { flow, problem: { kind: 'fields', problems: form.problems } })
  const asking = { session, visit: c.get('visit'), purpose: flow.purpose }
  const answer = await confirmContact(identityDeps(c), asking, form.value.code)
  if (answer.ok) writeSessionCookie(c, answer.value.token)
  else if (answer.refusal.code !== 'registrationNotMatched')
    return show(c, session, { flow, problem: { kind: 'refused', refusal: answer.refusal } })
  // Sent twice: the session that the first one opened holds what was proved, or nothing does.
  return c.redirect(flow.last, 303)
}

async function show(
  c: WebContext,
  session: VisitorSession,
  shown: { readonly flow: AccountFlow; readonly problem: CodeProblem | null },
): Promise<Response> {
  const { flow, problem } = shown
  const deps = identityDeps(c)
  const proof = readProof(deps, session, flow.purpose)
  if (!proof) return c.redirect(`${flow.proof}?notice=expired`, 303)
  if (proof.shown) return c.redirect(flow.last, 303)
  const [waiting, contacts] = await Promise.all([
    waitingContactCode(deps, { session, purpose: flow.purpose }),
    contactsOnFile(deps, proof),
  ])
  const w = flow.words(c.get('words'))
  const { lender } = c.get('web').config
  const contact = { phone: lender.phone, hours: lender.hours[c.get('locale')] }
  const step = { c, session, action: flow.contact, next: null, contacts, waiting, problem }
  return frontDoorPage(c, {
    title: w.contactTitle,
    ...(problem && { state: 'error' as const, status: statusOfCode(c, problem) }),
    children: (
      <>
        <p class="k-row k-ink2">{c.get('words').identity.register.steps(2)}</p>
        <CodeStep {...step} lead={w.contactLead} none={w.contactNone(contact)} />
      </>
    ),
  })
}

// A code to a contact on file: GET and POST /register/contact, /recover/contact and
// /recover/factor/contact, and POST to the /code of each, which sends it.
import type { Hono } from 'hono'
import { readForm } from '#src/http/form.ts'
import {
  confirmContact,
  contactsOnFile,
  sendContactCode,
  waitingContactCode,
} from '#src/identity/proof/confirm-contact.ts'
import { readProof } from '#src/identity/proof/prove-account.ts'
import type { Session } from '#src/identity/sessions.ts'
import { codeForm } from '../front/code-form.ts'
import { type CodeProblem, CodeStep, statusOfCode } from '../front/code-step.tsx'
import { frontDoorPage } from '../front/front-door.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { type ContactFlow, LOST_FACTOR, RECOVERING, REGISTERING } from './account-flow.ts'
import { asVisitor } from './as-asker.ts'

export function registerShowContact(app: Hono<WebEnv>): void {
  for (const flow of [REGISTERING, RECOVERING, LOST_FACTOR])
    app.get(flow.contact, (c) =>
      asVisitor(c, flow, (session) => showContact(c, session, { flow, problem: null })),
    )
  app.post('/register/contact', typing(REGISTERING))
  app.post('/register/contact/code', sending(REGISTERING))
  app.post('/recover/contact', typing(RECOVERING))
  app.post('/recover/contact/code', sending(RECOVERING))
  app.post('/recover/factor/contact', typing(LOST_FACTOR))
  app.post('/recover/factor/contact/code', sending(LOST_FACTOR))
}

function typing(flow: ContactFlow) {
  return (c: WebContext) => asVisitor(c, flow, (session) => postCode(c, session, flow))
}

function sending(flow: ContactFlow) {
  return (c: WebContext) => asVisitor(c, flow, (session) => postContact(c, session, flow))
}

/** Has the code sent. */
export async function postContact(
  c: WebContext,
  session: Session,
  flow: ContactFlow,
): Promise<Response> {
  const asking = { session, visit: c.get('visit'), purpose: flow.purpose }
  const { typed } = c.get('form')
  const sent = await sendContactCode(identityDeps(c), asking, typed.contact ?? '')
  if (sent.ok) return c.redirect(flow.contact, 303)
  return showContact(c, session, { flow, problem: { kind: 'refused', refusal: sent.refusal } })
}

async function postCode(c: WebContext, session: Session, flow: ContactFlow): Promise<Response> {
  const { typed } = c.get('form')
  const form = readForm(codeForm(c.get('words')), typed, c.get('words'))
  if (!form.ok)
    return showContact(c, session, { flow, problem: { kind: 'fields', problems: form.problems } })
  const asking = { session, visit: c.get('visit'), purpose: flow.purpose }
  const answer = await confirmContact(identityDeps(c), asking, form.value.code)
  if (answer.ok) writeSessionCookie(c, answer.value.token)
  else if (answer.refusal.code !== 'registrationNotMatched')
    return showContact(c, session, { flow, problem: { kind: 'refused', refusal: answer.refusal } })
  // Sent twice: the session that the first one opened holds what was proved, or nothing does.
  return c.redirect(flow.last, 303)
}

export async function showContact(
  c: WebContext,
  session: Session,
  shown: { readonly flow: ContactFlow; readonly problem: CodeProblem | null },
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

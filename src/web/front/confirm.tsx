// GET and POST /confirm (a second factor after the password), POST /confirm/code (send a code).
import type { Hono } from 'hono'
import {
  type ConfirmingSession,
  confirmByCode,
  sendSignInCode,
  waitingSignInCode,
} from '#src/identity/entry/confirm.ts'
import { waysOf } from '#src/identity/entry/ways.ts'
import { readForm } from '../form.ts'
import { ConfirmByPasskey } from '../passkeys/passkey-offer.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { confirmPath, safePath } from '../safe-path.ts'
import { readSessionCookie, writeSessionCookie } from '../session-cookie.ts'
import { codeForm } from './code-form.ts'
import { type CodeProblem, CodeStep, statusOfCode } from './code-step.tsx'
import { frontDoorPage } from './front-door.tsx'

export function registerConfirm(app: Hono<WebEnv>): void {
  app.get('/confirm', (c) => confirming(c, (session) => showConfirm(c, session, null)))
  app.post('/confirm', (c) => confirming(c, (session) => postCode(c, session)))
  app.post('/confirm/code', (c) => confirming(c, (session) => postSend(c, session)))
}

/**
 * Only who has shown a password is asked for more: at sign-in, or again before something that
 * matters. A form whose session is over was sent twice, or too late: the page it wanted tells
 * which.
 */
export async function confirming(
  c: WebContext,
  answer: (session: ConfirmingSession) => Promise<Response>,
): Promise<Response> {
  const lookup = c.get('lookup')
  if (lookup.state === 'open' && lookup.session.kind !== 'visitor') return answer(lookup.session)
  return c.redirect(nextOf(c), 303)
}

async function postSend(c: WebContext, session: ConfirmingSession): Promise<Response> {
  const { typed } = c.get('form')
  const asking = { session, visit: c.get('visit') }
  const sent = await sendSignInCode(identityDeps(c), asking, typed.contact ?? '')
  if (!sent.ok) return showConfirm(c, session, { kind: 'refused', refusal: sent.refusal })
  return c.redirect(confirmPath(nextOf(c)), 303)
}

async function postCode(c: WebContext, session: ConfirmingSession): Promise<Response> {
  const { typed } = c.get('form')
  const form = readForm(codeForm(c.get('words')), typed, c.get('words'))
  if (!form.ok) return showConfirm(c, session, { kind: 'fields', problems: form.problems })
  const asking = { session, visit: c.get('visit'), token: readSessionCookie(c) ?? '' }
  const answer = await confirmByCode(identityDeps(c), asking, form.value.code)
  if (!answer.ok) return showConfirm(c, session, { kind: 'refused', refusal: answer.refusal })
  if (answer.value !== 'sentBefore') writeSessionCookie(c, answer.value.token)
  return c.redirect(nextOf(c), 303)
}

export async function showConfirm(
  c: WebContext,
  session: ConfirmingSession,
  problem: CodeProblem | null,
): Promise<Response> {
  const deps = identityDeps(c)
  const [waiting, { contacts, passkeys }] = await Promise.all([
    waitingSignInCode(deps, session),
    waysOf(deps, session),
  ])
  const w = c.get('words').identity.confirm
  const { lender } = c.get('web').config
  const contact = { phone: lender.phone, hours: lender.hours[c.get('locale')] }
  const step = { c, session, action: '/confirm', next: nextOf(c), contacts, waiting, problem }
  return frontDoorPage(c, {
    title: w.title,
    ...(problem && { state: 'error' as const, status: statusOfCode(c, problem) }),
    islands: passkeys.length > 0 ? ['passkey.js'] : [],
    children: (
      <CodeStep
        {...step}
        first={passkeys.length > 0 && <ConfirmByPasskey c={c} session={session} next={step.next} />}
        lead={session.kind === 'half' ? w.lead : w.againLead}
        none={w.none(contact)}
      />
    ),
  })
}

export function nextOf(c: WebContext): string {
  const asked = c.req.method === 'GET' ? c.req.query('next') : c.get('form').typed.next
  return safePath(asked) ?? '/accounts'
}

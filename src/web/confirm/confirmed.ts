import type { Confirmed, ConfirmingSession } from '#src/identity/entry/confirm.ts'
import { nextOf } from '../front/as-confirming.ts'
import type { WebContext } from '../request-context.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { trustAsAsked } from './trust.tsx'

/** A factor was right: on to what was asked for. A form that was sent twice says nothing more. */
export async function confirmed(
  c: WebContext,
  session: ConfirmingSession,
  answer: Confirmed,
): Promise<Response> {
  if (answer === 'sentBefore') return c.redirect(nextOf(c), 303)
  writeSessionCookie(c, answer.token)
  if (session.kind === 'half') await trustAsAsked(c, answer.token)
  return c.redirect(nextOf(c), 303)
}

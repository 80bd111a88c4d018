import type { VisitorSession } from '#src/identity/sessions.ts'
import { ensureSession } from '../form-session.tsx'
import type { WebContext } from '../request-context.ts'

/**
 * For the steps of registering: who is signed in has nothing to register, who is half signed in has
 * done so; a form from a session that is over starts again.
 */
export async function asVisitor(
  c: WebContext,
  answer: (session: VisitorSession) => Response | Promise<Response>,
): Promise<Response> {
  const session = await ensureSession(c)
  if (session.kind === 'signedIn') return c.redirect('/accounts', 303)
  if (session.kind === 'half') return c.redirect('/confirm', 303)
  const isStale = c.req.method === 'POST' && c.get('form').state === 'stale'
  return isStale ? c.redirect('/register?notice=expired', 303) : answer(session)
}

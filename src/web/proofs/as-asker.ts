import type { SignedInSession, VisitorSession } from '#src/identity/sessions.ts'
import { signedInPage } from '../account-visit.tsx'
import { ensureSession } from '../form-session.tsx'
import type { WebContext } from '../request-context.ts'
import type { AccountFlow } from './account-flow.ts'

/**
 * For the steps of registering: who is signed in has nothing to register, who is half signed in has
 * done so; a form from a session that is over starts again.
 */
export async function asVisitor(
  c: WebContext,
  flow: Pick<AccountFlow, 'proof'>,
  answer: (session: VisitorSession) => Response | Promise<Response>,
): Promise<Response> {
  const session = await ensureSession(c)
  if (session.kind === 'signedIn') return c.redirect('/accounts', 303)
  if (session.kind === 'half') return c.redirect('/confirm', 303)
  return isStale(c) ? c.redirect(`${flow.proof}?notice=expired`, 303) : answer(session)
}

/** `late`: where a form leads whose session is over; the same form may have done its work in it. */
export function asSignedIn(
  c: WebContext,
  flow: Pick<AccountFlow, 'proof'>,
  answer: (session: SignedInSession) => Response | Promise<Response>,
  late = `${flow.proof}?notice=expired`,
): Promise<Response> {
  if (isStale(c)) return Promise.resolve(c.redirect(late, 303))
  return signedInPage(async (_, session) => answer(session))(c)
}

function isStale(c: WebContext): boolean {
  return c.req.method === 'POST' && c.get('form').state === 'stale'
}

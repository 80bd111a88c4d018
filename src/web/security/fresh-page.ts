import { asFresh, type FreshSession } from '#src/identity/entry/fresh-session.ts'
import { signedInPage } from '../account-visit.tsx'
import type { WebContext } from '../request-context.ts'
import { confirmPath } from '../safe-path.ts'

/**
 * A handler for what changes the ways to sign in: whoever has not shown a factor within minutes
 * shows one first and comes back to `page`. A form that was sent meanwhile is sent again by hand.
 */
export function freshPage(
  page: string,
  handle: (c: WebContext, session: FreshSession) => Promise<Response>,
) {
  return signedInPage(async (c, session) => {
    const fresh = asFresh(session, c.get('web').clock.now())
    return fresh ? handle(c, fresh) : c.redirect(confirmPath(page), 303)
  })
}

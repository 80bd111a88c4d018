// Only who has shown a password is asked for more: at sign-in, or again before something that
// matters.
import * as z from 'zod'
import { safePath } from '#src/http/safe-path.ts'
import type { ConfirmingSession } from '#src/identity/entry/confirm.ts'
import { asFirst } from '#src/identity/entry/enroll-first.ts'
import type { Way } from '#src/identity/entry/ways.ts'
import { HELD_FORM } from '../confirm-path.ts'
import { identityDeps, type WebContext } from '../request-context.ts'

/**
 * A form whose session is over was sent twice, or too late: the page it wanted tells which.
 */
export async function asConfirming(
  c: WebContext,
  answer: (session: ConfirmingSession) => Promise<Response>,
): Promise<Response> {
  const lookup = c.get('lookup')
  if (lookup.state === 'open' && lookup.session.kind !== 'visitor') {
    if (await asFirst(identityDeps(c), lookup.session)) return c.redirect('/enroll', 303)
    // A form that waits may end on the card processor's page: a browser looks at the whole way.
    const { card } = c.get('web')
    if (card && nextOf(c) === HELD_FORM) c.set('formTarget', card.pageOrigin)
    return answer(lookup.session)
  }
  return c.redirect(nextOf(c), 303)
}

/** Where one comes to after that. */
export function nextOf(c: WebContext): string {
  return safePath(asked(c, 'next')) ?? '/accounts'
}

/** The authenticator that is about to be removed, and so cannot be what confirms it. */
export function exceptOf(c: WebContext): string | undefined {
  return z.uuid().safeParse(asked(c, 'except')).data
}

/** The same question, answered in another way. */
export function wayPath(c: WebContext, way: Way): string {
  const except = exceptOf(c)
  return `/confirm?${new URLSearchParams({ way, next: nextOf(c), ...(except && { except }) })}`
}

function asked(c: WebContext, name: 'next' | 'except'): string | undefined {
  return c.req.method === 'GET' ? c.req.query(name) : c.get('form').typed[name]
}

// Who is signed in, and whether they may: every page and form behind sign-in passes here.
import { noteStaff } from '#src/identity/staff/staff-log.ts'
import { askPolicy, type DeskAction, type StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { type DeskContext, staffDeps } from './desk-context.ts'
import { tellPage } from './desk-errors.tsx'

type Answer = Response | Promise<Response>

/** Whoever is not signed in is sent to sign in, and to the page they wanted after that. */
export function asStaff(handle: (c: DeskContext, session: StaffSession) => Answer) {
  return (c: DeskContext): Answer => {
    const lookup = c.get('lookup')
    if (lookup.state === 'open' && lookup.session.kind === 'signedIn')
      return handle(c, lookup.session)
    const next = c.req.method === 'GET' ? c.req.path : '/'
    return c.redirect(`/sign-in?${new URLSearchParams({ next })}`, 303)
  }
}

/**
 * With leave to do one thing. `back`: where to go on once who they are was shown again. What a role
 * may never do is written down as refused (ASVS 5.0 V16.3.2).
 */
export function permitted<A extends DeskAction>(
  action: A,
  back: (c: DeskContext) => string,
  handle: (c: DeskContext, permit: StaffPermit<A>) => Answer,
) {
  return asStaff(async (c, session) => {
    const visit = c.get('visit')
    const answer = askPolicy({ session, visit, now: c.get('desk').clock.now() }, action)
    switch (answer.is) {
      case 'may':
        return handle(c, answer.permit)
      case 'confirm':
        return c.redirect(`/confirm?${new URLSearchParams({ next: back(c) })}`, 303)
      case 'never': {
        const details = { asked: action }
        const { staffId } = session
        await noteStaff(staffDeps(c), { staffId, action: 'staffRefused', visit, details })
        return tellPage(c, 'notAllowed', 403)
      }
    }
  })
}

import type { Tx } from '#src/store/database.ts'
import { isStillOpen, takeHeld } from '#src/store/logins/retired-sessions.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { NoticeTemplate } from '../messages/message-names.ts'
import { holdLogin } from '../recovery/hold-login.ts'
import type { HalfSession, SignedInSession } from '../sessions.ts'
import { asFresh, asProved } from './fresh-session.ts'

/**
 * For a factor that is about to be added: what the contacts are told of it. Where only the
 * account's numbers vouch for it, they are used up by this one and the login is held; null when
 * another was faster, or the session was ended meanwhile. Half a session adds a first factor, which
 * takes the place of nothing that could vouch for it: `asFirst` has looked.
 */
export async function useVouch(
  tx: Tx,
  deps: Pick<IdentityDeps, 'vault' | 'clock'>,
  of: { readonly session: SignedInSession | HalfSession; readonly template: NoticeTemplate },
): Promise<NoticeTemplate | null> {
  const { session, template } = of
  const now = deps.clock.now()
  if (!(await isStillOpen(tx, session))) return null
  if (session.kind === 'half' || asFresh(session, now) || !asProved(deps, session)) return template
  if (!(await takeHeld(tx, session.id))) return null
  await holdLogin(tx, { loginId: session.loginId, now })
  return 'factorProved'
}

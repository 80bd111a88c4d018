import type { Tx } from '#src/store/database.ts'
import { takeHeld } from '#src/store/logins/retired-sessions.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { NoticeTemplate } from '../messages.ts'
import { holdLogin } from '../recovery/hold-login.ts'
import type { SignedInSession } from '../sessions.ts'
import { asFresh, asProved } from './fresh-session.ts'

/**
 * For a factor that is about to be added: what the contacts are told of it. Where only the
 * account's numbers vouch for it, they are used up by this one and the login is held; null when
 * another was faster.
 */
export async function useVouch(
  tx: Tx,
  deps: Pick<IdentityDeps, 'vault' | 'clock'>,
  of: { readonly session: SignedInSession; readonly template: NoticeTemplate },
): Promise<NoticeTemplate | null> {
  const { session, template } = of
  const now = deps.clock.now()
  if (asFresh(session, now) || !asProved(deps, session)) return template
  if (!(await takeHeld(tx, session.id))) return null
  await holdLogin(tx, { loginId: session.loginId, now })
  return 'factorProved'
}

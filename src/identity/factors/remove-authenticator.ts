import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { deleteAuthenticator } from '#src/store/logins/authenticators.ts'
import { isStillOpen } from '#src/store/logins/retired-sessions.ts'
import { note } from '../entry/confirm.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { SignedInSession, Visit } from '../sessions.ts'
import { authenticatorsOf } from './authenticators.ts'
import { waysChanged } from './ways-changed.ts'
import { letsIn, lockWays } from './ways-left.ts'

/**
 * What is gone already is removed; for a session that was ended meanwhile nothing is. Refused: `lastFactor`, where what is left would let nobody in.
 * The caller has asked for the level that removing needs.
 */
export async function removeAuthenticator(
  deps: IdentityDeps,
  asking: { readonly session: SignedInSession; readonly visit: Visit },
  id: string,
): Promise<Outcome<'removed'>> {
  const { loginId, accounts: obligors } = asking.session
  return deps.db.transaction().execute(async (tx): Promise<Outcome<'removed'>> => {
    const ways = await lockWays(tx, deps.vault, asking.session)
    if (!(await isStillOpen(tx, asking.session))) return accepted('removed')
    const known = await authenticatorsOf(tx, loginId)
    if (!known.some((authenticator) => authenticator.id === id)) return accepted('removed')
    if (!letsIn(deps.limits.profile, { ...ways, authenticators: ways.authenticators - 1 }))
      return refused({ code: 'lastFactor' })
    await deleteAuthenticator(tx, { id, loginId })
    await waysChanged(tx, deps, { loginId, obligors, template: 'authenticatorRemoved' })
    await note(tx, deps, asking, 'authenticatorRemoved', { authenticator: id })
    return accepted('removed')
  })
}

import { type Contact, contactsOf } from '../factors/contacts.ts'
import { hasStrongFactor } from '../factors/strong-factors.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { HalfSession, SignedInSession } from '../sessions.ts'

/** The contacts to which a code of this login may go. */
export function contactsToConfirm(
  deps: IdentityDeps,
  session: HalfSession | SignedInSession,
): Promise<Contact[]> {
  const obligors = session.kind === 'half' ? session.obligors : session.accounts
  return contactsOf(deps.db, deps.vault, obligors)
}

/**
 * Those to which a code may go now. Under the strict profile codes are only for who has nothing
 * stronger yet, and open nothing but adding it.
 */
export async function contactsForCode(
  deps: IdentityDeps,
  session: HalfSession | SignedInSession,
): Promise<Contact[]> {
  const isStrict = deps.limits.profile === 'strict'
  if (
    isStrict &&
    (session.kind === 'signedIn' || (await hasStrongFactor(deps.db, session.loginId)))
  )
    return []
  return contactsToConfirm(deps, session)
}

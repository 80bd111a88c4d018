// Enrolling in a stronger way at the first sign-in: offered to whoever came in with a code that was
// sent, until they add one or say no.
import { lacksStronger, noteOfferDeclined } from '#src/store/logins/own-factors.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { SignedInSession } from '../sessions.ts'

/** Whether the login has no app and no passkey, and nobody has said no for it. */
export function isStrongerOffered(
  deps: Pick<IdentityDeps, 'db'>,
  loginId: string,
): Promise<boolean> {
  return lacksStronger(deps.db, loginId)
}

/** It is not offered again. */
export async function declineStronger(deps: IdentityDeps, session: SignedInSession): Promise<void> {
  const declined = { loginId: session.loginId, at: deps.clock.now() }
  await deps.db.transaction().execute((tx) => noteOfferDeclined(tx, declined))
}

// Enrolling in a stronger way at the first sign-in: offered to whoever came in with a code that was
// sent, until they add one or say no.
import { noteOfferDeclined, readOfferDeclined } from '#src/store/logins/stronger-offers.ts'
import { hasStrongFactor } from '../factors/strong-factors.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import type { SignedInSession } from '../sessions.ts'

/** Whether the login has no app and no passkey, and nobody has said no for it. */
export async function isStrongerOffered(
  deps: Pick<IdentityDeps, 'db'>,
  loginId: string,
): Promise<boolean> {
  if ((await readOfferDeclined(deps.db, loginId)) !== null) return false
  return !(await hasStrongFactor(deps.db, loginId))
}

/** It is not offered again. */
export async function declineStronger(deps: IdentityDeps, session: SignedInSession): Promise<void> {
  const declined = { loginId: session.loginId, at: deps.clock.now() }
  await deps.db.transaction().execute((tx) => noteOfferDeclined(tx, declined))
}

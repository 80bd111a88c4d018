// Under the strict profile: who has shown a password and a code, and has nothing that counts there,
// adds an authenticator app before anything of an account is shown (decision 0019).
import { accepted, type Outcome } from '#src/domain/refusal.ts'
import { type EnrollmentForm, finishEnrollment } from '../factors/enroll-authenticator.ts'
import { hasStrongFactor } from '../factors/strong-factors.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { shownBy } from '../levels.ts'
import { replaceSession } from '../login-session.ts'
import type { HalfSession, Visit } from '../sessions.ts'
import { type Confirmed, type ConfirmingSession, note } from './confirm.ts'

declare const firstBrand: unique symbol

/** May add its first factor that counts, and nothing else. */
export type FirstSession = HalfSession & { readonly [firstBrand]: true }

/** Null for everybody else: above all for who has an app or a passkey, and left it out. */
export async function asFirst(
  deps: Pick<IdentityDeps, 'db'>,
  session: ConfirmingSession,
): Promise<FirstSession | null> {
  if (session.kind !== 'half' || !session.shownOnly) return null
  return (await hasStrongFactor(deps.db, session.loginId)) ? null : (session as FirstSession)
}

/** Refused: as `finishEnrollment`. The code that was typed is the second factor of this sign-in. */
export async function enrollFirst(
  deps: IdentityDeps,
  asking: { readonly session: FirstSession; readonly visit: Visit },
  form: EnrollmentForm,
): Promise<Outcome<Confirmed>> {
  const added = await finishEnrollment(deps, asking, form)
  if (!added.ok) return added
  const { session, visit } = asking
  const { loginId } = session
  const opened = await deps.db.transaction().execute(async (tx): Promise<Confirmed> => {
    const shown = shownBy('totp', deps.clock.now(), form.id)
    const authenticated = [...session.authenticated, shown]
    const opening = { loginId, authenticated, visit, replaces: session }
    const opened = await replaceSession(tx, deps, opening)
    if (!opened) return 'sentBefore'
    await note(tx, deps, asking, 'signedIn', { session: opened.id, factor: 'totp' })
    return opened
  })
  return accepted(opened)
}
